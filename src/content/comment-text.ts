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
  const whole: Passage[] = [];
  const around: Passage[][] = [];
  let passages = whole;
  for (const token of parser.parse(printable(written), {})) {
    if (token.type === "blockquote_open") {
      around.push(passages);
      passages = [];
    } else if (token.type === "blockquote_close") {
      const quoted = passages;
      passages = around.pop() ?? whole;
      if (quoted.length > 0) passages.push({ kind: "quote", passages: quoted });
    } else if (token.type === "inline") {
      const spans = spansOf(token.children ?? []);
      if (spans.length > 0) passages.push({ kind: "paragraph", spans });
    }
  }
  return whole;
}

/** Emphasis in emphasis, as deep as anybody means it. */
const MOST_DEPTH = 3;

function spansOf(tokens: readonly Token[]): Span[] {
  const whole: Span[] = [];
  const around: { readonly spans: Span[]; readonly wrap: (spans: readonly Span[]) => Span }[] = [];
  let spans = whole;
  let ignored = 0;
  for (const token of tokens) {
    if (token.nesting === 1 && around.length >= MOST_DEPTH) ignored++;
    else if (token.nesting === -1 && ignored > 0) ignored--;
    else if (token.nesting === 1) {
      around.push({ spans, wrap: wrapOf(token) });
      spans = [];
    } else if (token.nesting === -1) {
      const outer = around.pop();
      if (!outer) throw new Error("A reply's Markdown closes what it has not opened");
      if (spans.length > 0) outer.spans.push(outer.wrap(spans));
      spans = outer.spans;
    } else add(spans, token.type.endsWith("break") ? { kind: "break" } : token.content);
  }
  return whole;
}

function wrapOf(token: Token): (spans: readonly Span[]) => Span {
  switch (token.type) {
    case "em_open":
      return (spans) => ({ kind: "emphasis", spans });
    case "strong_open":
      return (spans) => ({ kind: "strong", spans });
    case "link_open": {
      const url = String(token.attrGet("href"));
      return (spans) => ({ kind: "link", url, spans });
    }
    default:
      throw new Error(`A reply's Markdown holds a ${token.type}, which its parser does not know`);
  }
}

/** Text beside text is one. */
function add(spans: Span[], span: Span): void {
  const before = spans.at(-1);
  if (typeof span === "string" && typeof before === "string") spans[spans.length - 1] = before + span;
  else if (span !== "") spans.push(span);
}
