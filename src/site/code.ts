import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const IMPORTS = /(?:\bfrom|\bimport|\bnew URL)\s*\(?\s*["'](\.[^"']+\.(?:[jt]sx?|css))["']/g;

const digests = new Map<string, string>();

/**
 * Names the code that a file of ours runs with: the file, all of ours that it imports, the packages that are
 * installed, and Node. What was made by other code is never taken for what this code makes. `entry` is a file's URL.
 */
export function codeOf(entry: URL): string {
  const known = digests.get(entry.href);
  if (known) return known;
  const hash = createHash("sha256").update(surroundings());
  for (const [, text] of [...reached(entry)].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(text);
  const digest = hash.digest("base64url");
  digests.set(entry.href, digest);
  return digest;
}

const sources = new Map<string, string>();

/** A file and what it imports of ours, however far, with their texts. */
function reached(entry: URL): Map<string, string> {
  const found = new Map<string, string>();
  const waiting = [entry.href];
  for (let href = waiting.pop(); href !== undefined; href = waiting.pop()) {
    if (found.has(href)) continue;
    const text = sources.get(href) ?? readFileSync(fileURLToPath(href), "utf8");
    sources.set(href, text);
    found.set(href, text);
    for (const [, specifier = ""] of text.matchAll(IMPORTS)) waiting.push(new URL(specifier, href).href);
  }
  return found;
}

let installed: string | undefined;

/** The packages as npm has installed them, and Node with its tables of languages and zones. */
function surroundings(): string {
  installed ??= JSON.stringify([process.versions, installedPackages()]);
  return installed;
}

/** npm's own list of what it has put into `node_modules`, ours or that of the site which has us installed. */
function installedPackages(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const list = join(folder, "node_modules/.package-lock.json");
    if (existsSync(list)) return readFileSync(list, "utf8");
    // Another package manager keeps no such list: then our own manifest names the versions it may have chosen.
    if (folder === dirname(folder)) return readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  }
}
