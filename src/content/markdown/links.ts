import { posix } from "node:path";
import type { Token } from "markdown-it";
import type { Problem } from "../../problems.ts";
import { urlOfFile } from "../addresses.ts";
import type { Report } from "../report.ts";
import { webAddressOf } from "../web-address.ts";

/** A link whose target must exist: a file of `content/`, or a path of the site. The reporter knows where it stands. */
export interface Link {
  readonly target: { readonly file: string } | { /** Decoded, without a query. */ readonly sitePath: string };
  readonly anchor?: string | undefined;
  /** Makes a problem at the link's place. */
  readonly problem: (what: string, fix: string) => Problem;
}

type Say = (length: number, what: string, fix: string) => Problem;

/**
 * What a link points to. Links to files get their URL here, from the file's path alone; whether the file is there is
 * found out when all are read. Addresses of other sites need no more than a scheme that is harmless.
 */
export function linkOf(token: Token, file: string, say: Say, report: Report): Link | undefined {
  const href = String(token.attrGet("href"));
  const problem = (what: string, fix: string) => say(1, what, fix);
  const refuse = (what: string, fix: string) => report(problem(what, fix));
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === "http" || scheme === "https") {
    if (!webAddressOf(href)) refuse(`The address ${href} cannot be read.`, WHOLE);
  } else if (scheme === "mailto" || scheme === "tel") {
    if (!/[^\s:]/.test(href.slice(scheme.length + 1))) refuse("This link leads nowhere.", `Write it after ${scheme}:.`);
  } else if (scheme !== undefined) {
    refuse(`A link cannot use ${scheme}:.`, "Links are https:, http:, mailto:, tel: or a file's relative path.");
  } else if (href === "") refuse("This link leads nowhere.", "Write an address or a file's path between ( and ).");
  else if (href.startsWith("//")) refuse(`The link ${href} has no scheme.`, WHOLE);
  else return localLink(token, href, file, problem, report);
  return undefined;
}

const WHOLE = "Write it whole, such as https://example.org/report.";

function localLink(
  token: Token,
  href: string,
  file: string,
  problem: Link["problem"],
  report: Report,
): Link | undefined {
  const hashAt = href.indexOf("#");
  const pathPart = hashAt === -1 ? href : href.slice(0, hashAt);
  const anchor = hashAt === -1 ? undefined : decodePath(href.slice(hashAt + 1));
  const path = decodePath(pathPart);
  if (path === "") return { target: { file }, anchor, problem };
  if (path.startsWith("/")) return { target: { sitePath: path.replace(/\?.*/s, "") }, anchor, problem };
  const target = posix.join(posix.dirname(file), path);
  const url = urlOfFile(target);
  if (!url) {
    report(
      problem(
        `The link ${path} does not lead to a story, a person or a page.`,
        "Link to its file, such as ../04/slug.md.",
      ),
    );
    return undefined;
  }
  token.attrSet("href", anchor === undefined ? url : `${url}#${encodeURIComponent(anchor)}`);
  return { target: { file: target }, anchor, problem };
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
