/** A reply's text, taken apart: it holds no markup that could run, and layouts say how each part of it looks. */
export type Passage =
  | { readonly kind: "paragraph"; readonly spans: readonly Span[] }
  | { readonly kind: "quote"; readonly passages: readonly Passage[] };

export type Span =
  | string
  | { readonly kind: "break" }
  | { readonly kind: "emphasis" | "strong"; readonly spans: readonly Span[] }
  /** Over http or https, whole, and without a name or a password in it. */
  | { readonly kind: "link"; readonly url: string; readonly spans: readonly Span[] };

/** The words alone; paragraphs are parted by a blank line. */
export const wordsOfPassages = (passages: readonly Passage[]): string =>
  passages
    .map((passage) => (passage.kind === "paragraph" ? wordsOfSpans(passage.spans) : wordsOfPassages(passage.passages)))
    .join("\n\n");

function wordsOfSpans(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (typeof span === "string") return span;
      return span.kind === "break" ? "\n" : wordsOfSpans(span.spans);
    })
    .join("");
}

/** Of an element's markup, as far as it is left when the page is compressed. */
const MARKUP_BYTES = 8;

/** About how many bytes of a page are a text's: in UTF-8, with the addresses of its links. */
export const weightOfText = (text: readonly (Passage | Span)[]): number =>
  text.reduce((sum, part) => sum + weightOf(part), 0);

function weightOf(part: Passage | Span): number {
  if (typeof part === "string") return bytesOf(part);
  switch (part.kind) {
    case "quote":
      return MARKUP_BYTES + weightOfText(part.passages);
    case "break":
      return MARKUP_BYTES;
    case "link":
      return MARKUP_BYTES + bytesOf(part.url) + weightOfText(part.spans);
    case "paragraph":
    case "emphasis":
    case "strong":
      return MARKUP_BYTES + weightOfText(part.spans);
  }
}

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;
