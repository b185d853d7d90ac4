import type { Bodies } from "./newsroom.ts";

declare const inlineMark: unique symbol;

/**
 * Names a text that stands in a page's head itself, because waiting for a file of it would hold up the page. It is the
 * text's hash as a Content-Security-Policy writes it (CSP 3, 2.3.1), without quotation marks.
 */
export type InlineHash = `sha256-${string}` & { readonly [inlineMark]: true };

/** Styles and scripts that stand in the head, by hash. */
export type Inlines = ReadonlyMap<InlineHash, string>;

/** What the props of a page name by a hash only; it is put in when the page is printed. */
export interface Inserts {
  readonly bodies: Bodies;
  readonly inlines: Inlines;
}
