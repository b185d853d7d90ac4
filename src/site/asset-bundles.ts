import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from "../model/languages.ts";
import { assetUrl, type SitePath } from "../model/urls.ts";
import { hasOwnLayouts, inUse } from "../own-layouts.js";
import type { OfflineAssets } from "../pages/frame.ts";
import { ASSET_SOURCES, wordsIn } from "./asset-sources.ts";
import { type Asset, underHash } from "./assets.ts";
import { layoutsInUse } from "./layouts-in-use.ts";
import { packagesByName } from "./packages-by-name.ts";

/** What the layouts' styles and scripts come to, for whatever settings: made of no content, and plain data. */
export interface AssetBundles {
  /** In the order of the sheets' names. */
  readonly styles: readonly string[];
  readonly feedStyles: string;
  readonly newsletterStyles: string;
  readonly early: string;
  readonly speculation: string;
  readonly searchEngine: Asset;
  readonly live: Asset;
  readonly embeds: Asset;
  readonly findComment: Asset;
  readonly worker: Asset;
  readonly retiredWorker: Asset;
  /** SVG. */
  readonly icon: Uint8Array;
  /** In the order of the interface's languages. */
  readonly scripts: readonly Scripts[];
}

// Browsers of the last three years or so; esbuild writes nesting and syntax down to them.
const TARGET = ["chrome111", "firefox114", "safari16.4"];

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Bundles the styles and the browser's scripts, in every language of the interface. */
export async function bundleAssets(): Promise<AssetBundles> {
  // The scripts that start it name its address.
  const searchEngine = await bundleScript("search-engine", ASSET_SOURCES.searchEngine);
  const [
    styles,
    [feedStyles = "", newsletterStyles = ""],
    [early = ""],
    speculation,
    live,
    embeds,
    findComment,
    worker,
    retiredWorker,
    icon,
    ...scripts
  ] = await Promise.all([
    bundleStyles(ASSET_SOURCES.sheets),
    bundleStyles([ASSET_SOURCES.feedSheet, ASSET_SOURCES.newsletterSheet]),
    bundleInline({ entryPoints: [fileURLToPath(ASSET_SOURCES.early)], format: "iife" }),
    readFile(ASSET_SOURCES.speculation, "utf8").then((text) => JSON.stringify(JSON.parse(text))),
    bundleScript("live", ASSET_SOURCES.live),
    bundleScript("embeds", ASSET_SOURCES.embeds),
    bundleScript("find-comment", ASSET_SOURCES.findComment),
    bundleScript("worker", ASSET_SOURCES.worker),
    bundleScript("retired-worker", ASSET_SOURCES.retiredWorker),
    readFile(fileURLToPath(inUse(ASSET_SOURCES.icon.href))),
    ...INTERFACE_LANGUAGES.map((language) => bundleScripts(language, searchEngine.url)),
  ]);
  return {
    styles,
    feedStyles,
    newsletterStyles,
    early,
    speculation,
    searchEngine,
    live,
    embeds,
    findComment,
    worker,
    retiredWorker,
    icon,
    scripts,
  };
}

const USUAL: BuildOptions = {
  bundle: true,
  minify: true,
  target: TARGET,
  write: false,
  legalComments: "none",
  logLevel: "silent",
  // Instead of the file, which esbuild passes over where we are installed as a package.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, alwaysStrict: true } },
  // The names of files go into esbuild's hashes; from here on they are the same wherever we are installed.
  absWorkingDir: ROOT,
  outdir: `${ROOT}assets`,
};

/** Texts without the line break at their ends, in the order of the entry points. */
async function bundleInline(
  options: Pick<BuildOptions, "format" | "plugins"> & { entryPoints: string[] },
): Promise<string[]> {
  const { outputFiles } = await build({ ...USUAL, ...options, write: false });
  if (outputFiles.length !== options.entryPoints.length)
    throw new Error("esbuild made other files than it was asked for");
  return outputFiles.map(({ text }) => text.trimEnd());
}

/** Style sheets, made of the site's own parts where it has any. */
const bundleStyles = (sheets: readonly URL[]): Promise<string[]> =>
  bundleInline({
    entryPoints: sheets.map((sheet) => fileURLToPath(sheet)),
    plugins: hasOwnLayouts ? [layoutsInUse] : [],
  });

/** A script that stands by itself. A worker's is no module: not all browsers of the last years take one. */
async function bundleScript(name: string, entry: URL, language?: InterfaceLanguage): Promise<Asset> {
  const plugins = language ? [inLanguage(language)] : [];
  const [text = ""] = await bundleInline({ entryPoints: [fileURLToPath(entry)], format: "iife", plugins });
  return underHash(name, "js", Buffer.from(`${text}\n`));
}

/** A script that is a module, and imports these packages as the page says where they are. */
export async function bundleModule(entry: string, external: string[]): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...USUAL, entryPoints: [entry], format: "esm", external, write: false });
  const [file] = outputFiles;
  if (!file || outputFiles.length > 1) throw new Error("esbuild made other files than it was asked for");
  return file.contents;
}

export interface Scripts {
  readonly page: SitePath;
  readonly search: SitePath;
  readonly comments: SitePath;
  readonly offline: Pick<OfflineAssets, "page" | "files">;
  readonly files: readonly Asset[];
}

/** The scripts in a language. What several need, and what is loaded when a reader asks for it, are files of their own. */
async function bundleScripts(language: InterfaceLanguage, searchEngine: SitePath): Promise<Scripts> {
  const { outputFiles, metafile } = await build({
    ...USUAL,
    entryPoints: {
      page: fileURLToPath(ASSET_SOURCES.page),
      search: fileURLToPath(ASSET_SOURCES.search),
      offline: fileURLToPath(ASSET_SOURCES.offline),
    },
    metafile: true,
    format: "esm",
    splitting: true,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    plugins: [inLanguage(language), packagesByName],
    define: { SEARCH_WORKER: JSON.stringify(searchEngine) },
    write: false,
  });
  const comments = await bundleScript("comments", ASSET_SOURCES.comments, language);
  const files = outputFiles.map(({ path, contents }) => ({ ...named(path), contents }));
  const urlOf = (wanted: string): SitePath => {
    const file = files.find(({ name }) => name === wanted);
    if (!file) throw new Error(`esbuild made no script "${wanted}"`);
    return file.url;
  };
  const [page, search, offline] = [urlOf("page"), urlOf("search"), urlOf("offline")];
  return {
    page,
    search,
    comments: comments.url,
    offline: { page: offline, files: loadedWith([page, offline], metafile) },
    files: [comments, ...files.map(({ url, contents }) => ({ url, contents }))],
  };
}

/** The name of a script and its address, from the path that esbuild gives it. */
function named(path: string): { readonly name: string; readonly url: SitePath } {
  const [, name = "", hash = ""] = /^(.+)-(\w+)\.js$/.exec(basename(path)) ?? [];
  return { name, url: assetUrl(name, hash, "js") };
}

/** Scripts with all that they import, apart from what is loaded only when a reader asks for it. */
function loadedWith(entries: readonly SitePath[], { outputs }: Metafile): SitePath[] {
  const imports = new Map(
    Object.entries(outputs).map(([path, output]) => [
      named(path).url,
      output.imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => named(path).url),
    ]),
  );
  const loaded = new Set(entries);
  // A set's loop goes on to what is added in it.
  for (const url of loaded) for (const imported of imports.get(url) ?? []) loaded.add(imported);
  return [...loaded];
}

/** Scripts import `site-words.ts` or `site-comment-words.ts`, and get those words in the site's language. */
const inLanguage = (language: InterfaceLanguage): Plugin => ({
  name: "words of the site's language",
  setup({ onResolve }) {
    const { site, commentForm } = wordsIn(language);
    onResolve({ filter: /\/site-words\.ts$/ }, () => ({ path: fileURLToPath(site) }));
    onResolve({ filter: /\/site-comment-words\.ts$/ }, () => ({ path: fileURLToPath(commentForm) }));
  },
});
