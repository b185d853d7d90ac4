import { cardHtml } from "./cards.ts";
import { element, escaped, kept, opening } from "./html-text.ts";
import { excerptOf, type Listing } from "./listing.ts";
import { isPayload, listOf, type Payload } from "./payload.ts";

/**
 * A text of the editor Mobiledoc (Ghost 1 to 4) as HTML; undefined when it is none. Its sections name markups, atoms and
 * cards by their number (github.com/bustle/mobiledoc-kit, MOBILEDOC.md, version 0.3).
 */
export function mobiledocHtml(document: unknown, listing: Listing): string | undefined {
  if (!isPayload(document) || !Array.isArray(document["sections"])) return undefined;
  return listOf(document, "sections")
    .map((section) => (Array.isArray(section) ? sectionHtml(section, document, listing) : ""))
    .join("");
}

function sectionHtml([type, first, second]: readonly unknown[], document: Payload, listing: Listing): string {
  if (type === 1) return element(tagName(first, "p"), {}, markersHtml(second, document, listing));
  if (type === 2 && typeof first === "string") return opening("img", { src: first });
  if (type === 3 && Array.isArray(second)) {
    const items = second.map((markers) => element("li", {}, markersHtml(markers, document, listing)));
    return element(first === "ol" ? "ol" : "ul", {}, items.join(""));
  }
  if (type === 10 && typeof first === "number") {
    const card: unknown = listOf(document, "cards")[first];
    if (Array.isArray(card) && typeof card[0] === "string") {
      return cardHtml(card[0], isPayload(card[1]) ? card[1] : {}, listing);
    }
  }
  return kept(`A part of the text that cannot be read was left out: ${excerptOf(JSON.stringify([type, first]))}`);
}

const SECTION_TAGS = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside", "pull-quote"]);
const MARKUP_TAGS = new Set(["a", "b", "strong", "em", "i", "s", "u", "code", "sub", "sup", "del", "mark"]);

const tagName = (given: unknown, otherwise: string): string =>
  typeof given === "string" && SECTION_TAGS.has(given.toLowerCase()) ? given.toLowerCase() : otherwise;

/** Each marker opens some markups, has a text or an atom, and says how many of the open markups end after it. */
function markersHtml(markers: unknown, document: Payload, listing: Listing): string {
  if (!Array.isArray(markers)) return "";
  const open: string[] = [];
  let html = "";
  for (const marker of markers) {
    if (!Array.isArray(marker)) continue;
    const [type, opened, closed, value] = marker as readonly unknown[];
    for (const number of Array.isArray(opened) ? opened : []) {
      const [tag, start] = markupOf(listOf(document, "markups")[Number(number)]);
      open.push(tag);
      html += start;
    }
    html += type === 1 ? atomHtml(listOf(document, "atoms")[Number(value)], listing) : escaped(String(value ?? ""));
    for (let count = Number(closed) || 0; count > 0 && open.length > 0; count--) html += `</${open.pop()}>`;
  }
  return (
    html +
    open
      .toReversed()
      .map((tag) => `</${tag}>`)
      .join("")
  );
}

function markupOf(markup: unknown): readonly [tag: string, start: string] {
  const [name, attributes] = Array.isArray(markup) ? (markup as readonly unknown[]) : [];
  const tag = typeof name === "string" && MARKUP_TAGS.has(name.toLowerCase()) ? name.toLowerCase() : "span";
  const list = Array.isArray(attributes) ? attributes : [];
  const href: unknown = list[list.indexOf("href") + 1];
  return [tag, opening(tag, { href: tag === "a" && list.includes("href") ? String(href) : undefined })];
}

function atomHtml(atom: unknown, listing: Listing): string {
  const [name, text] = Array.isArray(atom) ? (atom as readonly unknown[]) : [];
  if (name === "soft-return") return opening("br");
  if (typeof text !== "string" || text === "") return "";
  listing.changed(`A part of the text that is unknown became plain text: ${excerptOf(text)}`);
  return escaped(text);
}
