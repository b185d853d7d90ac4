// A site replaces a part of the layouts by a file of the same name in its own folder: docs/decisions/0021 says how.
// Plain JavaScript, because the loader asks before TypeScript can be loaded.
import { readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const PRODUCT = new URL("../", import.meta.url).href;
const LAYOUTS = `${PRODUCT}layouts/`;

/** A site's folder is the working folder. */
const SITE = pathToFileURL(`${process.cwd()}/`).href;
const OWN = `${SITE}layouts/`;

/** The site's own layouts, absolute; undefined for the product's own site, whose layouts are the product's. */
export const OWN_LAYOUTS = SITE === PRODUCT ? undefined : fileURLToPath(OWN);

/** What may be replaced, below `layouts/`. */
const REPLACEABLE = /^(?:parts\/[^/]+\.tsx|styles\/[^/]+\.css|icon\.svg)$/;

/** What a site may import of the product, under the package's name. */
const OFFERED = /^dateline\/((?:layouts|src\/model)\/.+)$/;

/** The files in a layouts folder that may replace or be replaced, below it; none where there is no such folder. */
export function replaceableIn(folder) {
  const found = new Set();
  for (const below of ["", "parts/", "styles/"]) {
    for (const name of namesIn(`${folder}/${below}`)) if (REPLACEABLE.test(below + name)) found.add(below + name);
  }
  return found;
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  }
}

const replaced = OWN_LAYOUTS === undefined ? new Set() : replaceableIn(OWN_LAYOUTS);

/** Whether the site has anything that the product's is replaced by. */
export const hasOwnLayouts = replaced.size > 0;

export const isOwnLayout = (href) => OWN_LAYOUTS !== undefined && href.startsWith(OWN);

/** The file that is used for a file of the product (both as URLs): the site's own of that name, or else itself. */
export function inUse(href) {
  if (!hasOwnLayouts || !href.startsWith(LAYOUTS)) return href;
  const name = decodeURI(href.slice(LAYOUTS.length));
  return replaced.has(name) ? OWN + encodeURI(name) : href;
}

/**
 * Where an import leads: `specifier` as it stands in the file `importer`; both of them, and what comes back, are URLs.
 * In a site's own layouts the package's name always leads to the product's own file, so that a part can be put around
 * the one that it replaces. Undefined for other packages.
 */
export function resolveLayout(specifier, importer) {
  const isOwn = isOwnLayout(importer);
  const [, offered] = (isOwn && OFFERED.exec(specifier)) || [];
  if (offered) return PRODUCT + offered;
  if (!/^\.\.?\//.test(specifier)) return undefined;
  const { href } = new URL(specifier, importer);
  return isOwn ? href : inUse(href);
}
