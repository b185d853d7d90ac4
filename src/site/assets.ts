import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { assetUrl, type SitePath } from "../model/urls.ts";
import type { AssetUrls } from "../pages/frame.ts";
import { ASSET_SOURCES } from "./asset-sources.ts";

/** A file made from `layouts/`, under its content's hash. */
export interface Asset {
  readonly url: SitePath;
  readonly contents: Uint8Array;
}

export interface Assets {
  readonly urls: AssetUrls;
  readonly files: readonly Asset[];
}

// Browsers of the last three years or so; esbuild writes nesting and syntax down to them.
const TARGET = ["chrome111", "firefox114", "safari16.4"];

/** Bundles the styles and the browser's scripts, and takes the icon as it is. */
export async function makeAssets(): Promise<Assets> {
  const [stylesheet, searchScript, icon] = await Promise.all([
    bundle("style", "css", ASSET_SOURCES.stylesheet),
    bundle("search", "js", ASSET_SOURCES.searchScript),
    readFile(ASSET_SOURCES.icon).then((contents) => underHash("icon", "svg", contents)),
  ]);
  const files = [stylesheet, searchScript, icon];
  return { urls: { stylesheet: stylesheet.url, searchScript: searchScript.url, icon: icon.url }, files };
}

async function bundle(name: string, extension: "css" | "js", entry: URL): Promise<Asset> {
  const result = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    minify: true,
    format: "esm",
    target: TARGET,
    write: false,
    legalComments: "none",
    logLevel: "silent",
  });
  const contents = result.outputFiles[0]?.contents;
  if (!contents) throw new Error(`esbuild made nothing of ${entry.href}`);
  return underHash(name, extension, contents);
}

function underHash(name: string, extension: string, contents: Uint8Array): Asset {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 10);
  return { url: assetUrl(name, hash, extension), contents };
}
