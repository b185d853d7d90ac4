import type { MarkdownIt, StateCore, Token } from "markdown-it";

/** Characters in one paragraph. The longest that a newspaper ever printed would fit several times. */
const MAX_PARAGRAPH = 20_000;
/** Paragraphs, headings, items, cells: whatever holds words of its own. */
const MAX_BLOCKS = 20_000;
/** Lists and quotations inside each other, in markdown-it's levels: a list has two, its items being one. */
const MAX_LEVEL = 40;
const MAX_COLUMNS = 100;
const MAX_HEADINGS = 1000;
const MAX_FOOTNOTES = 1000;

/** What was too much, left for `check.ts` in the parser's environment; lines count from 0. */
export interface Excess {
  readonly line: number;
  readonly what: string;
  readonly fix: string;
}

/**
 * Stops what markdown-it and its plugins take quadratic time over, or drop without a word, and which no text needs: a
 * paragraph of 100 KB of brackets would hold up a build for minutes. What is too much is taken out, so that the rest is
 * still checked. docs/limits.md has them all.
 */
export function limits(parser: MarkdownIt): void {
  const ruler = parser.core.ruler;
  // First, as the limit of blocks would leave half a table.
  ruler.before("inline", "column_limit", limitColumns);
  ruler.before("inline", "block_limit", limitBlocks);
  ruler.before("inline", "depth_limit", limitDepth);
  ruler.before("inline", "paragraph_limit", limitParagraphs);
  ruler.before("inline", "heading_limit", limitHeadings);
  ruler.before("footnote_tail", "footnote_limit", limitFootnotes);
}

const shown = (count: number): string => count.toLocaleString("en");

const FIX_STORY = "Divide it into several stories.";

function limitBlocks({ tokens, env }: StateCore): void {
  const first = nth(tokens, "inline", MAX_BLOCKS);
  if (first === -1) return;
  const line = lineBefore(tokens, first);
  tokens.length = first;
  const what = `This text has more than ${shown(MAX_BLOCKS)} paragraphs, items and cells.`;
  excessOf(env).push({ line, what, fix: FIX_STORY });
}

function limitDepth({ tokens, env }: StateCore): void {
  const deep = tokens.findIndex(({ level }) => level > MAX_LEVEL);
  if (deep === -1) return;
  const line = lineBefore(tokens, deep);
  for (const token of tokens) if (token.type === "inline" && token.level > MAX_LEVEL) token.content = "";
  const what = `Lists or quotations are nested more than ${MAX_LEVEL / 2} deep here.`;
  excessOf(env).push({ line, what, fix: "Flatten them." });
}

function limitColumns(state: StateCore): void {
  const wide: { from: number; to: number }[] = [];
  let [from, columns] = [0, 0];
  for (const [index, { type }] of state.tokens.entries()) {
    if (type === "table_open") [from, columns] = [index, 0];
    if (type === "th_open") columns++;
    if (type === "table_close" && columns > MAX_COLUMNS) wide.push({ from, to: index });
  }
  for (const { from, to } of wide.reverse()) {
    const what = `This table has more than ${MAX_COLUMNS} columns.`;
    const [line] = state.tokens[from]?.map ?? [0];
    excessOf(state.env).push({ line, what, fix: "Divide it into several tables." });
    state.tokens.splice(from, to - from + 1);
  }
}

function limitParagraphs({ tokens, env }: StateCore): void {
  let line = 0;
  for (const token of tokens) {
    line = token.map?.[0] ?? line;
    if (token.type !== "inline" || token.content.length <= MAX_PARAGRAPH) continue;
    token.content = "";
    const what = `This paragraph has more than ${shown(MAX_PARAGRAPH)} characters.`;
    excessOf(env).push({ line, what, fix: "Divide it with an empty line." });
  }
}

function limitHeadings({ tokens, env }: StateCore): void {
  const first = nth(tokens, "heading_open", MAX_HEADINGS);
  if (first === -1) return;
  const [line] = tokens[first]?.map ?? [0];
  tokens.length = first;
  excessOf(env).push({ line, what: `This text has more than ${shown(MAX_HEADINGS)} headings.`, fix: FIX_STORY });
}

function limitFootnotes({ env }: StateCore): void {
  const list = (env as FootnoteEnv).footnotes?.list;
  if (!list || list.length <= MAX_FOOTNOTES) return;
  list.length = MAX_FOOTNOTES;
  const what = `This text has more than ${shown(MAX_FOOTNOTES)} footnotes.`;
  excessOf(env).push({ line: 0, what, fix: FIX_STORY });
}

/** Where the token stands that has `count` of its type before it, or -1. */
function nth(tokens: readonly Token[], type: string, count: number): number {
  let before = 0;
  return tokens.findIndex((token) => token.type === type && before++ === count);
}

/** The line on which the last token begins that has one, up to a place. */
function lineBefore(tokens: readonly Token[], place: number): number {
  return tokens.slice(0, place + 1).findLast(({ map }) => map)?.map?.[0] ?? 0;
}

/** What markdown-it-footnote leaves in the environment. */
export interface FootnoteEnv {
  readonly footnotes?: { readonly list?: unknown[]; readonly refs?: Readonly<Record<string, number>> };
}

/** The list in an environment, made when it is not there. */
export function excessOf(env: object): Excess[] {
  const holder = env as { excess?: Excess[] };
  holder.excess ??= [];
  return holder.excess;
}
