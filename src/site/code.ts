import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { digestsIn, fingerprintOf } from "../content/fingerprint.ts";
import { inUse, OWN_LAYOUTS, resolveLayout } from "../own-layouts.js";

const IMPORTS = /(?:\bfrom|\bimport|\bnew URL)\s*\(?\s*["']((?:\.|dateline\/)[^"']+\.(?:[jt]sx?|css|json))["']/g;

/** Imports that are gone when code runs: all of them say so, because of `verbatimModuleSyntax`. */
const TYPE_IMPORTS = /\b(?:import|export)\s+type\s[^"';]*?from\s*["'][^"']+["']/g;

/** Which imports of a file are followed; all of them unless told otherwise. */
export interface Followed {
  /** False for those of code that runs only. */
  readonly types?: boolean;
  /** What is imported through this file is left out. */
  readonly apart?: URL;
}

const digests = new Map<string, string>();

/**
 * Names the code that a file of ours runs with: the file, all of ours that it imports, the packages that are
 * installed, and Node. What was made by other code is never taken for what this code makes. `entry` is a file's URL.
 */
export function codeOf(entry: URL, followed: Followed = {}): string {
  const name = `${entry.href} ${followed.apart?.href} ${followed.types}`;
  const known = digests.get(name);
  if (known) return known;
  const hash = createHash("sha256").update(surroundings());
  for (const [, text] of [...reached(entry, followed)].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(text);
  const digest = hash.digest("base64url");
  digests.set(name, digest);
  return digest;
}

const sources = new Map<string, string>();

/** The files, by URL, that a file of ours or of the site's own layouts leads to, itself among them, with their texts. */
export function reached(entry: URL, { types = true, apart }: Followed = {}): Map<string, string> {
  const found = new Map<string, string>();
  const waiting = [inUse(entry.href)];
  for (let href = waiting.pop(); href !== undefined; href = waiting.pop()) {
    if (found.has(href) || href === apart?.href) continue;
    const text = sources.get(href) ?? textAt(href);
    sources.set(href, text);
    found.set(href, text);
    const imports = types ? text : text.replace(TYPE_IMPORTS, "");
    for (const [, specifier = ""] of imports.matchAll(IMPORTS)) waiting.push(resolveLayout(specifier, href) ?? href);
  }
  return found;
}

/** Empty where there is no file: whoever loads a site's own layouts says what they miss. */
function textAt(href: string): string {
  try {
    return readFileSync(fileURLToPath(href), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

/** Names all of the site's own layouts, whether anything leads to them or not; "" where there are none. */
export function ownLayoutsName(): string {
  const digests = OWN_LAYOUTS === undefined ? undefined : digestsIn(OWN_LAYOUTS);
  return digests ? fingerprintOf(digests) : "";
}

let installed: string | undefined;

/** The packages as npm has installed them, and Node with its tables of languages and zones. */
function surroundings(): string {
  installed ??= JSON.stringify([process.versions, installedPackages()]);
  return installed;
}

/** npm's own list of what it has put into `node_modules`, ours or that of the site which has us installed: JSON. */
export function installedPackages(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const list = join(folder, "node_modules/.package-lock.json");
    if (existsSync(list)) return readFileSync(list, "utf8");
    // Another package manager keeps no such list: then our own manifest names the versions it may have chosen.
    if (folder === dirname(folder)) return readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  }
}
