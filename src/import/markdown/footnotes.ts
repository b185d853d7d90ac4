import type { Element, ElementData, Nodes, Root } from "hast";
import { attribute, elementsIn, folded, hasClass, wordsIn } from "./elements.ts";

declare module "hast" {
  interface ElementData {
    /** The label of the footnote that this calls. */
    footnoteMark?: string;
    /** The label of the footnote whose words these are. */
    footnoteText?: string;
    /** A link from a footnote back to its mark, which ours have by themselves. */
    isBackLink?: boolean;
  }
}

/**
 * Finds footnotes however they were made: a raised link, or one that says so, to an item of a list of the same text. What
 * is found is written on the elements, where no HTML can write it. Gives those whose words are not the text's.
 */
export function markFootnotes(tree: Root): ReadonlySet<Nodes> {
  const byId = new Map<string, Element>();
  const items = new Map<Element, Element>();
  for (const element of elementsIn(tree)) {
    const id = attribute(element, "id");
    if (id !== "" && !byId.has(id)) byId.set(id, element);
    if (element.tagName === "li") for (const inside of [element, ...elementsIn(element)]) items.set(inside, element);
  }
  const labels = new Map<Element, string>();
  const ours = new Set<Nodes>();
  for (const { mark, link } of raisedLinks(tree)) {
    const target = byId.get(decodedFragment(attribute(link, "href")));
    const item = target && items.get(target);
    if (!item || items.get(mark) === item) continue;
    const label = labels.get(item) ?? String(labels.size + 1);
    labels.set(item, label);
    say(item, { footnoteText: label });
    say(mark, { footnoteMark: label });
    ours.add(mark);
  }
  for (const item of labels.keys()) {
    for (const link of [...elementsIn(item)].filter(isBackLink)) {
      say(link, { isBackLink: true });
      ours.add(link);
    }
  }
  return ours;
}

/** The parser's own data of an element is where it stood, and only that of elements that stood somewhere. */
const say = (element: Element, said: Partial<ElementData>): void => {
  element.data = { ...element.data, ...said } as ElementData;
};

function* raisedLinks(tree: Nodes): Generator<{ mark: Element; link: Element }> {
  for (const element of elementsIn(tree)) {
    if (element.tagName === "sup") {
      const [link, another] = [...elementsIn(element)].filter((inside) => isFragmentLink(inside));
      if (link && !another && folded(wordsIn(element)) === folded(wordsIn(link))) yield { mark: element, link };
    } else if (
      isFragmentLink(element) &&
      (hasClass(element, "footnote-ref", "footnote", "footnote-link") || "dataFootnoteRef" in element.properties)
    ) {
      yield { mark: element, link: element };
    }
  }
}

const isFragmentLink = (element: Element): boolean =>
  element.tagName === "a" && attribute(element, "href").startsWith("#");

const isBackLink = (element: Element): boolean =>
  isFragmentLink(element) &&
  (hasClass(element, "footnote-backref", "footnote-back", "footnote-return", "reversefootnote") ||
    "dataFootnoteBackref" in element.properties ||
    /^(?:\s|\u2191|\u21a9|\u21b5|\u2b06|\^|\ufe0e|\ufe0f)*$/.test(wordsIn(element)));

function decodedFragment(href: string): string {
  try {
    return decodeURIComponent(href.slice(1));
  } catch (error) {
    if (error instanceof URIError) return href.slice(1);
    throw error;
  }
}
