import { cardHtml } from "./cards.ts";
import { element, escaped, opening } from "./html-text.ts";
import type { Listing } from "./listing.ts";
import { isPayload, listOf, numberOf, type Payload, payloadOf, textOf } from "./payload.ts";

/** A list in a list in a list; more than anybody writes, and less than the stack holds. */
const DEEPEST = 100;

/** A text of the editor Lexical (Ghost 5 and later) as HTML; undefined when it is none. */
export function lexicalHtml(document: unknown, listing: Listing): string | undefined {
  const root = isPayload(document) ? payloadOf(document, "root") : {};
  if (!Array.isArray(root["children"]) || isTooDeep(root, DEEPEST)) return undefined;
  return childrenHtml(root, listing);
}

function isTooDeep(node: Payload, left: number): boolean {
  return left === 0 || listOf(node, "children").some((child) => isPayload(child) && isTooDeep(child, left - 1));
}

const childrenHtml = (node: Payload, listing: Listing): string =>
  listOf(node, "children")
    .map((child) => (isPayload(child) ? nodeHtml(child, listing) : ""))
    .join("");

function nodeHtml(node: Payload, listing: Listing): string {
  const type = textOf(node, "type") ?? "";
  const inner = () => childrenHtml(node, listing);
  switch (type) {
    case "paragraph":
      return element("p", {}, inner());
    case "heading":
    case "extended-heading":
      return element(/^h[1-6]$/.exec(textOf(node, "tag") ?? "")?.[0] ?? "h2", {}, inner());
    case "quote":
    case "extended-quote":
      return element("blockquote", {}, element("p", {}, inner()));
    case "aside":
      return element("blockquote", { class: "kg-blockquote-alt" }, element("p", {}, inner()));
    case "list":
      return listHtml(node, inner());
    case "listitem":
      return element("li", {}, inner());
    case "link":
    case "autolink":
    case "at-link":
      return element("a", { href: textOf(node, "url") }, inner());
    case "linebreak":
      return opening("br");
    case "text":
    case "extended-text":
    case "code-highlight":
    case "tk":
      return textHtml(node);
    case "tab":
      return " ";
    case "zwnj":
    case "at-link-search":
      return "";
    default:
      return Array.isArray(node["children"]) ? unknownHtml(type, inner(), listing) : cardHtml(type, node, listing);
  }
}

/** What is in an element that nobody knows is still the writer's. */
function unknownHtml(type: string, inner: string, listing: Listing): string {
  listing.changed(`An element that is unknown became a paragraph: ${type}.`);
  return element("p", {}, inner);
}

function listHtml(node: Payload, inner: string): string {
  const start = numberOf(node, "start");
  if (textOf(node, "listType") !== "number") return element("ul", {}, inner);
  return element("ol", { start: start > 1 ? String(start) : undefined }, inner);
}

/** Bits of a text's `format`, from the inside out. */
const MARKS: readonly (readonly [number, string])[] = [
  [16, "code"],
  [64, "sup"],
  [32, "sub"],
  [8, "u"],
  [4, "s"],
  [2, "em"],
  [1, "strong"],
  [128, "mark"],
];

function textHtml(node: Payload): string {
  const value = node["text"];
  const format = numberOf(node, "format");
  return MARKS.filter(([bit]) => (format & bit) !== 0).reduce(
    (inner, [, tag]) => element(tag, {}, inner),
    escaped(typeof value === "string" ? value : ""),
  );
}
