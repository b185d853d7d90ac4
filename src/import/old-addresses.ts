/**
 * The path, with its query, of an address on the old site, decoded as addresses are compared: `/2020/04/slug/`, `/?p=12`.
 * Undefined for an address of another site. A path alone is one of the old site.
 */
export function pathOnOldSite(written: string, site: string | undefined): string | undefined {
  const base = parsed(site ?? "") ?? new URL("http://old.invalid/");
  const url = parsed(written.trim(), base);
  if (!url || !/^https?:$/.test(url.protocol) || hostOf(url) !== hostOf(base)) return undefined;
  const folder = base.pathname.replace(/\/+$/, "");
  if (folder !== "" && url.pathname !== folder && !url.pathname.startsWith(`${folder}/`)) return undefined;
  const path = url.pathname.replace(/\/+$/, "");
  const isFile = /\.[a-z0-9]{1,5}$/i.test(path);
  return `${readable(path)}${isFile ? "" : "/"}${url.search}`;
}

/** With and without "www." is one host to readers. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^www\./, "");

function parsed(written: string, base?: URL): URL | undefined {
  return URL.parse(written, base) ?? undefined;
}

function readable(path: string): string {
  try {
    return decodeURI(path).normalize("NFC");
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** A path of a file as a link in Markdown names it. */
export const encodedPath = (path: string): string => encodeURI(path).replace(/[#?]/g, encodeURIComponent);
