import type { Element, ElementContent, Nodes as HastNodes } from "hast";

/** An attribute's value as text; "" when it is not there. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  return Array.isArray(value) ? value.join(" ") : value === null || value === undefined ? "" : String(value);
}

export const hasClass = (element: Element, ...names: readonly string[]): boolean => {
  const classes = element.properties["className"];
  return Array.isArray(classes) && names.some((name) => classes.includes(name));
};

/** All words inside, those of scripts and styles left out. */
export function wordsIn(node: HastNodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  if (node.type === "element" && (node.tagName === "script" || node.tagName === "style")) return "";
  return node.children.map(wordsIn).join("");
}

export const folded = (text: string): string => text.replace(/[ \t\r\n\f]+/g, " ").trim();

/** Every element inside, in the order of the text. */
export function* elementsIn(node: HastNodes): Generator<Element> {
  if (!("children" in node)) return;
  for (const child of node.children) {
    if (child.type !== "element") continue;
    yield child;
    yield* elementsIn(child);
  }
}

export const isElement = (node: ElementContent | HastNodes | undefined, ...names: readonly string[]): node is Element =>
  node?.type === "element" && (names.length === 0 || names.includes(node.tagName));
