import { posix } from "node:path";
import type { Token } from "markdown-it";
import { type Place, type Problem, placeOf, type Spot } from "../../problems.ts";
import { urlOfFile } from "../addresses.ts";
import type { Report } from "../report.ts";
import { webAddressOf } from "../web-address.ts";

/** A link whose target must exist: a file of `content/`, or a path of the site. */
export interface Link {
  readonly target: { readonly file: string } | { /** Decoded, without a query. */ readonly sitePath: string };
  readonly anchor?: string | undefined;
  readonly at: Place;
}

type ProblemAt = (spot: Spot, what: string, fix: string) => Problem;

/** A link as it stands in its file. */
interface Written {
  readonly href: string;
  /** Below `content/`. */
  readonly file: string;
  readonly at: Place;
  readonly refuse: (what: string, fix: string) => void;
}

/**
 * What a link points to. Links to files get their URL here, from the file's path alone; whether the file is there is
 * found out when all are read. Addresses of other sites need no more than a scheme that is harmless.
 */
export function linkOf(token: Token, file: string, spot: Spot, problemAt: ProblemAt, report: Report): Link | undefined {
  const href = String(token.attrGet("href"));
  const refuse = (what: string, fix: string) => report(problemAt(spot, what, fix));
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === "http" || scheme === "https") {
    if (!webAddressOf(href)) refuse(`The address ${href} cannot be read.`, WHOLE);
  } else if (scheme === "mailto" || scheme === "tel") {
    if (!/[^\s:]/.test(href.slice(scheme.length + 1))) refuse("This link leads nowhere.", `Write it after ${scheme}:.`);
  } else if (scheme !== undefined) {
    refuse(`A link cannot use ${scheme}:.`, "Links are https:, http:, mailto:, tel: or a file's relative path.");
  } else if (href === "") refuse("This link leads nowhere.", "Write an address or a file's path between ( and ).");
  else if (href.startsWith("//")) refuse(`The link ${href} has no scheme.`, WHOLE);
  else return localLink(token, { href, file, at: placeOf(spot), refuse });
  return undefined;
}

const WHOLE = "Write it whole, such as https://example.org/report.";

function localLink(token: Token, { href, file, at, refuse }: Written): Link | undefined {
  const hashAt = href.indexOf("#");
  const pathPart = hashAt === -1 ? href : href.slice(0, hashAt);
  const anchor = hashAt === -1 ? undefined : decodePath(href.slice(hashAt + 1));
  const path = decodePath(pathPart);
  if (path === "") return { target: { file }, anchor, at };
  if (path.startsWith("/")) return { target: { sitePath: path.replace(/\?.*/s, "") }, anchor, at };
  const target = posix.join(posix.dirname(file), path);
  const url = urlOfFile(target);
  if (!url) {
    const what = `The link ${path} does not lead to a story, a person or a page.`;
    refuse(what, "Link to its file, such as ../04/slug.md.");
    return undefined;
  }
  token.attrSet("href", anchor === undefined ? url : `${url}#${encodeURIComponent(anchor)}`);
  return { target: { file: target }, anchor, at };
}

/** A path as it was written: markdown-it percent-encodes what it takes for an address. */
export function decodePath(written: string): string {
  try {
    return decodeURIComponent(written).normalize("NFC");
  } catch (error) {
    // A stray % is no escape; then the path is what it is.
    if (error instanceof URIError) return written;
    throw error;
  }
}

/** Says of links to other sites that somebody paid for them (developers.google.com, "Qualify your outbound links"). */
export function markPaidLinks(tokens: readonly Token[]): void {
  for (const token of tokens) {
    for (const child of token.children ?? []) {
      if (child.type === "link_open" && /^https?:/i.test(String(child.attrGet("href"))))
        child.attrSet("rel", "sponsored");
    }
  }
}
