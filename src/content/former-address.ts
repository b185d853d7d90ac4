import { isDevice } from "../model/slugs.ts";
import { formerUrl, isPlain, type SitePath } from "../model/urls.ts";
import { CONTROL } from "./source.ts";

/** Why a text is no address that a page may have had: said of the text, and what to do. */
interface Fault {
  readonly what: string;
  readonly fix: string;
}

/** What hosts read as something else, what file systems take for a step of their own, and what ends a line. */
const MEANS_MORE = /[\\*/\t\n\r]/;

/** What a browser would not take a page from, under whatever redirect. */
const NO_PAGE =
  /\.(?:atom|avif|css|csv|gif|gz|ico|jpe?g|m?js|json|map|mp[34]|pdf|png|rss|svg|txt|wasm|webmanifest|webp|woff2?|xml|ya?ml|zip)$/i;

/** Most file systems take 255 bytes a name. */
const MAX_NAME_BYTES = 255;
const MAX_PATH = 1000;

/**
 * An address that a page of this site had before, as a writer puts it, percent-encoded or not. Of the forms in which hosts
 * serve one page (`/old`, `/old/`, `/old/index.html`) all give the same.
 */
export function readFormerAddress(written: string): SitePath | Fault {
  if (isPlain(written) && !written.split("/").some(isDevice)) return written;
  if (!written.startsWith("/") || written.startsWith("//")) {
    return { what: "is not a path of this site", fix: "Write what followed the host, such as /2020/04/old-slug/." };
  }
  if (/[?#]/.test(written)) {
    const fix =
      "Write the path alone. An address that is told from others by its query only cannot be redirected here.";
    return { what: "has a part that a host of files does not look at", fix };
  }
  const segments = written.split("/").slice(1).map(decoded);
  if (segments.at(-1) === "") segments.pop();
  if (!segments.every((segment) => segment !== undefined)) {
    return { what: "has a % that encodes nothing", fix: "Write the character itself, or %25 for a % sign." };
  }
  if (segments.some((segment) => segment === "" || segment === "." || segment === "..")) {
    return { what: "has a step that is empty or made of dots", fix: "Write it as it stood in the address bar." };
  }
  if (segments.some((segment) => MEANS_MORE.test(segment) || CONTROL.test(segment) || !segment.isWellFormed())) {
    return {
      what: "has a character that no such path can have",
      fix: "Take the address out: it cannot be redirected.",
    };
  }
  if (written.length > MAX_PATH || segments.some((segment) => Buffer.byteLength(segment) > MAX_NAME_BYTES)) {
    return { what: "is too long for a file's name", fix: "Take the address out: it cannot be redirected." };
  }
  if (segments.some(isDevice)) {
    return { what: "has a step that is a device on Windows", fix: "Take the address out: it cannot be redirected." };
  }
  if (NO_PAGE.test(segments.at(-1) ?? "")) {
    return { what: "is not the address of a page", fix: "Take it out: only pages lead on to pages." };
  }
  if (segments.at(-1)?.toLowerCase() === "index.html") segments.pop();
  return formerUrl(segments);
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment).normalize("NFC");
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
