/** A link to somewhere on the site. */
export interface SiteLink {
  /** Percent-encoded, from the first slash on; without a query. */
  readonly path: string;
  /** Of the element that is meant, decoded; undefined for the page as a whole. */
  readonly id?: string | undefined;
}

/** The attributes that hold the address of something else. */
export const LINKS: ReadonlySet<string> = new Set(["href", "src", "action", "formaction", "poster"]);

/** The addresses in a `srcset`. */
export const choicesIn = (srcset: string): string[] =>
  srcset.split(",").map((choice) => choice.trim().split(/\s/)[0] ?? "");

const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** Where a link of the page `from` leads on the site; undefined for one that leads elsewhere. */
export function siteLinkOf(written: string, origin: string | undefined, from: string): SiteLink | undefined {
  if (written === "") return undefined;
  if (written.startsWith("/") && !written.startsWith("//")) return linkTo(written);
  if (written.startsWith("#")) return linkTo(from + written);
  if (origin !== undefined && written.startsWith(origin)) {
    const rest = written.slice(origin.length);
    if (rest === "") return { path: "/" };
    // Another host may begin like this one.
    return /^[/#?]/.test(rest) ? linkTo(rest.startsWith("/") ? rest : `/${rest}`) : undefined;
  }
  if (SCHEME.test(written) || written.startsWith("//")) return undefined;
  const { pathname, hash } = new URL(written, `https://relative.invalid${from}`);
  return linkTo(pathname + hash);
}

function linkTo(address: string): SiteLink {
  const mark = address.indexOf("#");
  const [beforeMark, fragment] = mark < 0 ? [address, ""] : [address.slice(0, mark), address.slice(mark + 1)];
  const query = beforeMark.indexOf("?");
  return { path: query < 0 ? beforeMark : beforeMark.slice(0, query), id: idOf(fragment) };
}

/** HTML, 7.4.6.4: the top of a page is there without an element; a text fragment (WICG) names no element. */
function idOf(fragment: string): string | undefined {
  const [plain = ""] = fragment.split(":~:");
  if (plain === "" || plain.toLowerCase() === "top") return undefined;
  return decodedAddress(plain);
}

/** An address without its percent codes, as far as these mean anything. */
export function decodedAddress(address: string): string {
  if (!address.includes("%")) return address;
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}
