import { parserIn } from "../../content/markdown/parser.ts";

/** The words of a text's paragraphs, for a summary: without headings, tables, captions and lists. */
export function wordsOfMarkdown(markdown: string): string {
  const tokens = parserIn("en").parse(markdown, {});
  const texts: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "inline" || tokens[index - 1]?.type !== "paragraph_open" || token.level !== 1) continue;
    const [first, label, last] = token.children ?? [];
    // An address alone in its line is something to look at.
    if (token.children?.length === 3 && first?.type === "link_open" && last?.type === "link_close") {
      if (label && /^https?:/.test(label.content)) continue;
    }
    const words = (token.children ?? []).map((child) =>
      child.type === "softbreak" || child.type === "hardbreak"
        ? " "
        : child.type === "text" || child.type === "code_inline"
          ? child.content
          : "",
    );
    texts.push(words.join("").replace(/\s+/g, " ").trim());
    if (texts.join(" ").length > 1000) break;
  }
  return texts.filter((text) => text !== "").join(" ");
}
