import type { MarkdownIt, Token } from "markdown-it";

/** Characters in one paragraph. The longest that a newspaper ever printed would fit several times. */
const MAX_PARAGRAPH = 20_000;
const MAX_HEADINGS = 1000;
const MAX_FOOTNOTES = 1000;

/** What was too much, left for `check.ts` in the parser's environment; lines count from 0. */
export interface Excess {
  readonly line: number;
  readonly what: string;
  readonly fix: string;
}

/**
 * Stops what markdown-it and its plugins take quadratic time over, which no text needs: a paragraph of 100 KB of
 * brackets would hold up a build for minutes. What is too much is taken out, so that the rest is still checked.
 */
export function limits(parser: MarkdownIt): void {
  parser.core.ruler.before("inline", "paragraph_limit", (state) => {
    let line = 0;
    for (const token of state.tokens) {
      line = token.map?.[0] ?? line;
      if (token.type !== "inline" || token.content.length <= MAX_PARAGRAPH) continue;
      token.content = "";
      excessOf(state.env).push({
        line,
        what: `This paragraph has more than ${MAX_PARAGRAPH.toLocaleString("en")} characters.`,
        fix: "Divide it with an empty line.",
      });
    }
  });
  parser.core.ruler.before("inline", "heading_limit", (state) => {
    const first = nth(state.tokens, "heading_open", MAX_HEADINGS);
    if (first === -1) return;
    const [line] = state.tokens[first]?.map ?? [0];
    state.tokens.length = first;
    excessOf(state.env).push({
      line,
      what: `This text has more than ${MAX_HEADINGS.toLocaleString("en")} headings.`,
      fix: "Divide it into several stories.",
    });
  });
  parser.core.ruler.before("footnote_tail", "footnote_limit", (state) => {
    const list = (state.env as FootnoteEnv).footnotes?.list;
    if (!list || list.length <= MAX_FOOTNOTES) return;
    list.length = MAX_FOOTNOTES;
    excessOf(state.env).push({
      line: 0,
      what: `This text has more than ${MAX_FOOTNOTES.toLocaleString("en")} footnotes.`,
      fix: "Divide it into several stories.",
    });
  });
}

/** Where the token stands that has `count` of its type before it, or -1. */
function nth(tokens: readonly Token[], type: string, count: number): number {
  let before = 0;
  return tokens.findIndex((token) => token.type === type && before++ === count);
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
