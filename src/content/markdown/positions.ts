import type { MarkdownIt, StateInline, Token } from "markdown-it";
import type { Spot } from "../../problems.ts";
import { lineAt, lineStartsOf } from "../source.ts";

const offsets = new WeakMap<Token, number>();

/** The inline tokens that something can be wrong with. */
const PLACED = new Set(["footnote_ref", "html_inline", "image", "link_open"]);

/**
 * Remembers where inline tokens start in their block's text. markdown-it keeps lines for blocks and nothing for what
 * stands inside them, and a writer wants the column.
 */
export function rememberOffsets(parser: MarkdownIt): void {
  parser.inline.State = class extends parser.inline.State {
    override push(...[type, tag, nesting]: Parameters<StateInline["push"]>): Token {
      const token = super.push(type, tag, nesting);
      if (PLACED.has(type)) offsets.set(token, this.pos);
      return token;
    }
  };
}

/** Where an inline token starts in its block's text; undefined for those without a place of their own, such as text. */
export const offsetOf = (token: Token): number | undefined => offsets.get(token);

/** A stretch of the body: its lines, and the text that was left of them without indents, quote marks and hashes. */
export interface Block {
  /** The body's line on which it starts, from 0. */
  readonly line: number;
  readonly text: string;
  /** Where its text starts in that of the block around it, as that of a footnote in a sentence does. */
  readonly inside?: { readonly block: Block; readonly offset: number } | undefined;
  /** The texts of the cells before it in its row of a table. */
  readonly cells?: readonly string[] | undefined;
}

/** Finds places of blocks in the file. `linesBefore` is what stands above the body. */
export function bodyPlaces(body: string, linesBefore: number) {
  let lines: readonly string[] | undefined;
  const starts = new Map<string, readonly number[]>();
  return (block: Block, offset: number, length: number): Spot => {
    lines ??= body.split("\n");
    const { line: first, text, cells = [], at } = outermost(block, offset);
    const lineStarts = starts.get(text) ?? lineStartsOf(text);
    starts.set(text, lineStarts);
    const inBlock = lineAt(lineStarts, at);
    const start = lineStarts[inBlock] ?? 0;
    const line = Math.min(first + inBlock, lines.length - 1);
    const excerpt = lines[line] ?? "";
    const next = lineStarts[inBlock + 1];
    const blockLine = text.slice(start, next === undefined ? text.length : next - 1);
    const indent = Math.max(0, excerpt.indexOf(blockLine, endOf(cells, excerpt)));
    const column = Math.min(indent + at - start, Math.max(0, excerpt.length - 1)) + 1;
    const fits = Math.max(1, Math.min(length, excerpt.length - column + 1));
    return { line: linesBefore + line + 1, column, length: fits, excerpt };
  };
}

function outermost(block: Block, offset: number): Block & { at: number } {
  let [outer, at] = [block, offset];
  for (; outer.inside; outer = outer.inside.block) at += outer.inside.offset;
  return { ...outer, at };
}

/** Where the last of a row's cells ends. */
function endOf(cells: readonly string[], row: string): number {
  let end = 0;
  for (const cell of cells) {
    const found = row.indexOf(cell, end);
    // A cell with an escaped pipe is not in the row as it is.
    if (found !== -1) end = found + cell.length;
  }
  return end;
}
