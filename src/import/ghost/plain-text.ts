import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";

/** The words of a line of HTML, for fields that have no markup here. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  return wordsOf(fromHtml(html.slice(0, LONGEST), { fragment: true }))
    .replace(/\s+/g, " ")
    .trim();
}

/** Characters of a caption; what is longer is not one. */
const LONGEST = 20_000;

function wordsOf(top: Nodes): string {
  let words = "";
  const waiting: Nodes[] = [top];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === "text") words += node.value;
    if (node.type === "element" && (node.tagName === "script" || node.tagName === "style")) continue;
    if ("children" in node) waiting.push(...node.children.toReversed());
  }
  return words;
}
