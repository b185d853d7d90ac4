import Markdown, { type Token } from "markdown-it";
import type { Passage, Span } from "../model/comment-text.ts";
import { printable } from "./readers-text.ts";
import { webAddressOf } from "./web-address.ts";

const parser = new Markdown("zero", { html: false, linkify: true, breaks: true }).enable([
  "blockquote",
  "newline",
  "escape",
  "emphasis",
  "link",
  "autolink",
  "linkify",
  "entity",
]);
// Addresses that are whole only: neither "example.org" nor an e-mail address.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
parser.validateLink = isHarmless;

/** A name before the host makes an address look like another's (WHATWG URL, 4.4: credentials). */
function isHarmless(address: string): boolean {
  const url = webAddressOf(address);
  return url !== undefined && url.username === "" && url.password === "";
}

/** A reply's Markdown: paragraphs, emphasis, links and quotes. All else in it is text, as it was written. */
export function readCommentText(written: string): Passage[] {
  const tokens = parser.parse(printable(written), {});
  return passagesIn(new Reading(tokens));
}

/** Goes through tokens one by one. */
class Reading {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  next(): Token | undefined {
    return this.#tokens[this.#at++];
  }
}

function passagesIn(reading: Reading): Passage[] {
  const passages: Passage[] = [];
  for (let token = reading.next(); token && token.type !== "blockquote_close"; token = reading.next()) {
    if (token.type === "blockquote_open") passages.push({ kind: "quote", passages: passagesIn(reading) });
    if (token.type !== "inline") continue;
    const spans = spansIn(new Reading(token.children ?? []));
    if (spans.length > 0) passages.push({ kind: "paragraph", spans });
  }
  return passages.filter((passage) => passage.kind === "paragraph" || passage.passages.length > 0);
}

function spansIn(reading: Reading): Span[] {
  const spans: Span[] = [];
  for (let token = reading.next(); token && token.nesting !== -1; token = reading.next()) {
    const span = spanOf(token, reading);
    const before = spans.at(-1);
    if (typeof span === "string" && typeof before === "string") spans[spans.length - 1] = before + span;
    else if (span !== "") spans.push(span);
  }
  return spans;
}

function spanOf(token: Token, reading: Reading): Span {
  switch (token.type) {
    case "text":
    case "text_special":
      return token.content;
    case "softbreak":
    case "hardbreak":
      return { kind: "break" };
    case "em_open":
      return { kind: "emphasis", spans: spansIn(reading) };
    case "strong_open":
      return { kind: "strong", spans: spansIn(reading) };
    case "link_open":
      return { kind: "link", url: String(token.attrGet("href")), spans: spansIn(reading) };
    default:
      throw new Error(`A reply's Markdown holds a ${token.type}, which its parser does not know`);
  }
}
