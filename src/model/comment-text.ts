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
