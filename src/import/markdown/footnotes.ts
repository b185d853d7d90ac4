import type { Element, Nodes, Root } from "hast";
import { attribute, elementsIn, folded, hasClass, isElement, wordsIn } from "./elements.ts";

/** The footnotes of a text: their marks, and the items that are their words. */
export interface Footnotes {
  /** The label of a mark. */
  readonly marks: ReadonlyMap<Element, string>;
  readonly texts: ReadonlyMap<Element, string>;
  /** The links from a footnote back to its mark, which ours have by themselves. */
  readonly backLinks: ReadonlySet<Element>;
}

/**
 * Finds footnotes however they were made: a raised link, or one that says so, to an item of a list of the same text.
 */
export function footnotesIn(tree: Root): Footnotes {
  const byId = new Map<string, Element>();
  for (const element of elementsIn(tree)) {
    const id = attribute(element, "id");
    if (id !== "" && !byId.has(id)) byId.set(id, element);
  }
  const items = new Map<Element, Element>();
  for (const li of elementsIn(tree)) {
    if (isElement(li, "li")) for (const inside of [li, ...elementsIn(li)]) items.set(inside, li);
  }
  const marks = new Map<Element, string>();
  const texts = new Map<Element, string>();
  for (const { mark, link } of raisedLinks(tree)) {
    const target = byId.get(decodedFragment(attribute(link, "href")));
    const item = target && items.get(target);
    if (!item || items.get(mark) === item) continue;
    const label = texts.get(item) ?? String(texts.size + 1);
    texts.set(item, label);
    marks.set(mark, label);
  }
  const backLinks = new Set([...texts.keys()].flatMap((item) => [...elementsIn(item)].filter(isBackLink)));
  return { marks, texts, backLinks };
}

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
