import type { Element, Nodes } from "hast";
import { attribute, elementsIn, isElement } from "./elements.ts";

const PICTURE_FILE = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i;

/**
 * Where a picture may be found, the best first: the original that it links to, or that a script was to load, before what
 * stands in its place. A reader of the address sees more than one pixel.
 */
export function addressesOfPicture(img: Element, link?: string): string[] {
  const largest = attribute(img, "srcSet")
    .split(/,\s+/)
    .map((one) => one.trim().split(/\s+/))
    .sort(([, a = "0"], [, b = "0"]) => Number.parseFloat(b) - Number.parseFloat(a))[0]?.[0];
  const found = [
    link && PICTURE_FILE.test(link) ? link : undefined,
    attribute(img, "dataOrigFile"),
    attribute(img, "dataLargeFile"),
    attribute(img, "src"),
    attribute(img, "dataSrc"),
    attribute(img, "dataLazySrc"),
    attribute(img, "dataOriginal"),
    largest,
  ];
  return [...new Set(found.filter((one) => one !== undefined && one !== "" && !one.startsWith("data:")))] as string[];
}

/** The addresses of every picture of a text, each with others that it may be found at. */
export function picturesIn(tree: Nodes): string[][] {
  const linked = new Map<Element, string>();
  const found: string[][] = [];
  for (const element of elementsIn(tree)) {
    if (element.tagName === "a")
      for (const inside of elementsIn(element)) linked.set(inside, attribute(element, "href"));
    if (isElement(element, "img")) found.push(addressesOfPicture(element, linked.get(element)));
  }
  return found;
}
