import type { Bodies, BodyHash } from "./newsroom.ts";
import type { SitePath } from "./urls.ts";

/** Neither a hash nor an address holds one. */
const BETWEEN = " ";

/**
 * Names a text without its links to these addresses: their words stand there as plain text. Whoever shows the text
 * under this name shows something else than under its hash, so pages know by their props which of the two they show.
 */
export const withoutLinksTo = (text: BodyHash, addresses: readonly SitePath[]): BodyHash =>
  addresses.length === 0 ? text : ([text, ...addresses].join(BETWEEN) as BodyHash);

/** Texts by the names that `withoutLinksTo` gives, from texts by their hashes. */
export function bodiesWithoutLinks(bodies: Bodies): Bodies {
  return {
    get(name) {
      const [hash, ...addresses] = name.split(BETWEEN);
      const html = bodies.get(hash as BodyHash);
      return html === undefined || addresses.length === 0 ? html : unlink(html, new Set(addresses));
    },
  };
}

/** Links hold no links (HTML, 4.5.1), and a rendered one begins with its address. */
const LINKS = /<a href="([^"#]*)(?:#[^"]*)?"[^>]*>(.*?)<\/a>/gs;

const unlink = (html: string, addresses: ReadonlySet<string>): string =>
  html.replace(LINKS, (link, address: string, words: string) => (addresses.has(address) ? words : link));
