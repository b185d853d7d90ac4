import type { Nodes } from "hast";
import type { Token } from "markdown-it";
import { parserIn } from "../../content/markdown/parser.ts";

/**
 * The words of an old text that readers of its Markdown would not see, in the order of the text. Nothing is dropped
 * silently because this is asked of every text. `without` are elements whose words stand elsewhere or are ours to make.
 */
export function missingWords(tree: Nodes, markdown: string, without: ReadonlySet<Nodes>): string[] {
  const seen = new Map<string, number>();
  for (const token of parserIn("en").parse(markdown, {})) count(wordsOf(wordsIn(token)), seen);
  const missing: string[] = [];
  for (const word of wordsOf(visible(tree, without))) {
    const left = seen.get(word) ?? 0;
    if (left === 0) missing.push(word);
    else seen.set(word, left - 1);
  }
  return missing;
}

function count(words: readonly string[], seen: Map<string, number>): void {
  for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
}

/** Letters and digits; whatever stands between them may be set otherwise. Digits set above the line are digits. */
const wordsOf = (text: string): string[] => text.normalize("NFKC").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

function wordsIn({ type, content, children, attrs }: Token): string {
  if (children) {
    return children
      .map((child) => `${wordsIn(child)}${/break$|image$|^figcaption/.test(child.type) ? " " : ""}`)
      .join("");
  }
  if (type === "html_block" || type === "html_inline") return "";
  return `${content}${type === "image" ? (attrs ?? []).map(([, value]) => ` ${value}`).join("") : ""}`;
}

const UNREAD = new Set(["script", "style", "head", "template", "input", "select", "textarea", "svg"]);
const BLOCK =
  /^(?:p|div|li|ul|ol|td|th|tr|table|h[1-6]|blockquote|figure|figcaption|br|hr|pre|section|dt|dd|caption|summary|details|form|legend|option|button|label|iframe|video|audio|address|article|aside|footer|header|nav|main|center|q)$/;

function visible(node: Nodes, without: ReadonlySet<Nodes>): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || without.has(node)) return "";
  if (node.type === "element" && UNREAD.has(node.tagName)) return "";
  const inside = node.children.map((child) => visible(child, without)).join("");
  return node.type === "element" && BLOCK.test(node.tagName) ? ` ${inside} ` : inside;
}
