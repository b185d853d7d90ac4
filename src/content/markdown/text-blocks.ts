import type { Token } from "markdown-it";
import type { TextBlock } from "../../model/history.ts";
import { isFormOpen, repeatsIn, wordsOfForm } from "./forms/containers.ts";

/**
 * The words of a text, paragraph by paragraph, as readers see them: headings, items, cells of a table's row together,
 * what pictures are said to show, and footnotes at the end, and
 * what forms are called. Undefined for raw HTML, which is never published.
 */
export function textBlocks(tokens: readonly Token[]): TextBlock[] | undefined {
  const blocks: TextBlock[] = [];
  let [inHeading, cells]: [boolean, string[] | undefined] = [false, undefined];
  const add = (kind: TextBlock["kind"], words: string) => {
    const text = folded(words);
    if (text !== "") blocks.push({ kind, text });
  };
  const repeats = repeatsIn(tokens);
  for (const token of tokens) {
    if (token.type === "html_block") return undefined;
    if (isFormOpen(token)) add("paragraph", wordsOfForm(token));
    if (token.type === "heading_open" || token.type === "heading_close") inHeading = token.nesting > 0;
    if (token.type === "tr_open") cells = [];
    if (token.type === "tr_close") {
      add("paragraph", (cells ?? []).join(" | "));
      cells = undefined;
    }
    if (token.type === "fence" || token.type === "code_block") add("paragraph", token.content);
    if (token.type !== "inline" || repeats.has(token)) continue;
    if (token.children?.some(({ type }) => type === "html_inline")) return undefined;
    const words = wordsIn(token);
    if (cells) cells.push(folded(words));
    else add(inHeading ? "heading" : "paragraph", words);
  }
  return blocks;
}

/** Runs of spaces look like one. */
export const folded = (text: string): string => text.replace(/\s+/g, " ").trim();

function wordsIn(token: Token): string {
  return (token.children ?? [])
    .map((child) => {
      if (child.type === "softbreak" || child.type === "hardbreak" || child.type === "figcaption_open") return " ";
      return child.type === "image" ? wordsIn(child) : child.content;
    })
    .join("");
}
