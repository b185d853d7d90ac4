import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { adminFileUrl, type SitePath } from "../model/urls.ts";
import type { SiteFile } from "./write.ts";

/** Sveltia CMS as the site serves it: its own files, byte for byte, and where a browser finds what they import. */
export interface CmsPackages {
  /** An import map (HTML, 8.1.5.2), as JSON. */
  readonly imports: string;
  readonly files: readonly SiteFile[];
}

const require = createRequire(import.meta.url);

/** What is served of it: its script with what that loads, fonts and icons among it, and the words of its languages. */
const FOLDERS = ["npm", "npm/chunks", "npm/assets", "locales"];

/**
 * Modules that it imports by name, and only when they are asked for. The others belong to what no form of ours has: maps,
 * SVGs made smaller, React components, and the colours of code.
 */
const IMPORTED = ["exifr/dist/lite.esm.mjs", "turndown/lib/turndown.browser.es.js"];

let read: CmsPackages | undefined;

/** Looks at what is installed, once. */
export function cmsPackages(): CmsPackages {
  read ??= lookAtPackages();
  return read;
}

function lookAtPackages(): CmsPackages {
  const script = require.resolve("@sveltia/cms");
  const folder = dirname(dirname(script));
  const versioned = `sveltia-cms-${versionOf(folder)}`;
  const files = FOLDERS.flatMap((below) =>
    readdirSync(join(folder, below), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".map"))
      .map(({ name }) => ({ name: `${below}/${name}`, path: join(folder, below, name) })),
  );
  const words = files.filter(({ name }) => name.endsWith(".json"));
  const served = ({ name, path }: (typeof files)[number]): SiteFile => {
    // Scripts import it as a module, which browsers take of JSON only when the import says so.
    if (name.endsWith(".json")) return { url: moduleUrl(versioned, name), make: () => asModule(path) };
    if (path === script)
      return {
        url: urlOf(versioned, name),
        make: () => mended(path, (file) => urlOf(versioned, `npm/assets/${file}`)),
      };
    return { url: urlOf(versioned, name), make: () => readFile(path) };
  };
  const imported = IMPORTED.map((specifier) => ({ specifier, ...importedFile(specifier, script) }));
  const imports = {
    "@sveltia/cms": urlOf(versioned, "npm/index.js"),
    ...Object.fromEntries(imported.map(({ specifier, url }) => [specifier, url])),
    ...Object.fromEntries(words.map(({ name }) => [urlOf(versioned, name), moduleUrl(versioned, name)])),
  };
  return {
    imports: JSON.stringify({ imports }),
    files: [...files.map(served), ...imported.map(({ url, path }): SiteFile => ({ url, make: () => readFile(path) }))],
  };
}

const urlOf = (versioned: string, name: string): SitePath => adminFileUrl(versioned, name.split("/"));
const moduleUrl = (versioned: string, name: string): SitePath => urlOf(versioned, name.replace(/\.json$/, ".js"));

async function asModule(path: string): Promise<Uint8Array> {
  return Buffer.from(`export default ${JSON.stringify(JSON.parse(await readFile(path, "utf8")))};\n`);
}

/** Where its styles take fonts from: another site, though the package has them. */
const FAR_FONT = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)(?::vf)?@[\d.]+\/([\w-]+)\.woff2/g;

/** What it leaves out of slugs, which is less than ours do without: a typographic apostrophe would stay. */
const OUT_OF_SLUGS = "/[\\p{Z}\\p{C}!\"#$%&'()*+,/:;<=>?@[\\\\\\]^`{|}]/u";
const OUT_OF_OUR_SLUGS = "/[^\\p{L}\\p{N}\\p{M}-]/u";

/** The script, with the two things in it that no setting reaches. Throws for a version that has them no more. */
async function mended(script: string, urlOfAsset: (file: string) => SitePath): Promise<Uint8Array> {
  const assets = readdirSync(join(dirname(script), "assets"));
  const text = await readFile(script, "utf8");
  if (!text.includes(OUT_OF_SLUGS)) throw new Error("Sveltia CMS makes its slugs in another way than was known");
  const withOwnFonts = text.replace(FAR_FONT, (_, font: string, part: string) => {
    const own = assets.find((name) => name.startsWith(`${font}-${part}-`) && name.endsWith(".woff2"));
    if (own === undefined) throw new Error(`Sveltia CMS has no font of its own for ${font} ${part}`);
    return urlOfAsset(own);
  });
  return Buffer.from(withOwnFonts.replace(OUT_OF_SLUGS, () => OUT_OF_OUR_SLUGS));
}

/** A module of a package that Sveltia CMS has brought with it. */
function importedFile(specifier: string, from: string): { url: SitePath; path: string } {
  const [name = specifier, ...inside] = specifier.split("/");
  const main = createRequire(from).resolve(name);
  const folder = main.slice(0, main.lastIndexOf(join("node_modules", name)) + join("node_modules", name).length);
  // Not every server knows that .mjs is JavaScript.
  const place = inside.map((part) => part.replace(/\.mjs$/, ".js"));
  return { url: adminFileUrl(`${name}-${versionOf(folder)}`, place), path: join(folder, ...inside) };
}

const versionOf = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
