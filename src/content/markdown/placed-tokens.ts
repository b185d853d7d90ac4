import type { Token } from "markdown-it";
import { footnoteOf } from "./footnotes.ts";
import { type Block, offsetOf } from "./positions.ts";

/** Each token with its place. A table's cells have no lines of their own, nor have footnotes inside a sentence. */
export function* tokensWithPlaces(tokens: readonly Token[]): Generator<[Token, Block]> {
  const sentences = new Map<number, Block["inside"]>();
  let inside: Block["inside"];
  let line = 0;
  let cells: string[] = [];
  for (const token of tokens) {
    if (token.map) {
      [line] = token.map;
      cells = [];
      inside = undefined;
    }
    if (token.type === "footnote_open") inside = sentences.get(footnoteOf(token).id);
    const block: Block = { line, text: token.content, inside, cells };
    for (const child of token.children ?? []) {
      if (child.type !== "footnote_ref") continue;
      const { id, label } = footnoteOf(child);
      // Two characters, ^ and [, open a footnote inside a sentence.
      if (label === undefined) sentences.set(id, { block, offset: (offsetOf(child) ?? 0) + 2 });
    }
    yield [token, block];
    if (token.type === "inline" && !token.map) cells = [...cells, token.content];
  }
}
