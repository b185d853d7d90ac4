import { posix } from "node:path";
import type { LinkNow } from "./markdown/surroundings.ts";
import { encodedPath, pathOnOldSite } from "./old-addresses.ts";
import { DRAFT } from "./plan.ts";

/** Where the links of a text lead now: to our files, to other sites, or still to the old one, which is told. */
export function linkIn(
  file: string,
  addresses: ReadonlyMap<string, string>,
  site: string | undefined,
): (href: string) => LinkNow {
  return (href) => {
    if (href.startsWith("#")) {
      const what = `A link to ${href} in the same text is plain text now: headings have new names.`;
      return { url: undefined, note: { what, needsPerson: false } };
    }
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href.trim())?.[1]?.toLowerCase();
    if (scheme === "mailto" || scheme === "tel") {
      return /[^\s:]/.test(href.slice(href.indexOf(":") + 1)) ? { url: href } : { url: undefined };
    }
    if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
      const what = `A link used ${scheme}:, which links here cannot (${href.slice(0, 80)}).`;
      return { url: undefined, note: { what, needsPerson: true } };
    }
    const path = pathOnOldSite(href, site);
    const known = path === undefined ? undefined : (addresses.get(path) ?? addresses.get(withoutQuery(path)));
    if (known === DRAFT) {
      const what = `A link to ${href}, which is a draft here, is plain text: put it back when that is published.`;
      return { url: undefined, note: { what, needsPerson: true } };
    }
    if (known !== undefined) return { url: known.startsWith("/") ? known : encodedPath(relative(file, known)) };
    const url = URL.parse(href, site);
    if (!url) {
      const what = `A link could not be read (${href.slice(0, 80)}).`;
      return { url: undefined, note: { what, needsPerson: true } };
    }
    if (path === undefined) return { url: url.href };
    const what = `A link leads to ${url.href}, of which the export has no text.`;
    return { url: url.href, note: { what, needsPerson: true } };
  };
}

/** A query may only say how a page is shown; one that names it is in the address book by itself. */
const withoutQuery = (path: string): string => (/^\/\?/.test(path) ? path : path.replace(/\?.*/s, ""));

const relative = (from: string, to: string): string => posix.relative(posix.dirname(from), to);
