import type { Element } from "hast";
import type { Handle, State } from "hast-util-to-mdast";
import type { Image, Nodes, PhrasingContent, RootContent } from "mdast";
import { attribute, elementsIn, folded, hasClass, isElement, wordsIn } from "./elements.ts";
import { galleryOf, pullQuoteOf } from "./forms.ts";
import { type FormNode, noteHere, undescribedHere } from "./note.ts";
import { addressesOfPicture } from "./pictures-in.ts";
import type { Surroundings } from "./surroundings.ts";

/** A picture with its words, or where it is instead. */
export function picture(
  given: Surroundings,
  img: Element,
  caption: string | undefined,
  link: string | undefined,
): Nodes[] {
  const found = given.picture(addressesOfPicture(img, link));
  const alt = folded(attribute(img, "alt"));
  if ("missing" in found) {
    const words = caption ?? alt;
    if (found.url === undefined)
      return [noteHere(found.missing), ...(words === "" ? [] : [{ type: "text", value: words } as const])];
    const children = [{ type: "text", value: words || found.url } as const];
    return [noteHere(found.missing), { type: "link", url: found.url, title: null, children }];
  }
  const title = caption ?? (folded(attribute(img, "dataCaption")) || undefined);
  const known = alt || folded(found.alt ?? "");
  const instead = title || folded(found.caption ?? "") || `Picture: ${given.title}`;
  const image: Image = { type: "image", url: encodeURI(found.name), alt: known || instead, title: title || null };
  if (known !== "") return [image];
  return [
    undescribedHere(`The picture ${found.name} has "${instead}" for an alternative text: say what it shows.`),
    image,
  ];
}

/** A picture that leads somewhere. */
export function linkedPicture(given: Surroundings, img: Element, href: string): Nodes[] {
  const shown = picture(given, img, undefined, href);
  const image = shown.find((node) => node.type === "image");
  // A picture that opened itself, larger: here it is as large as the page allows.
  if (!image || addressesOfPicture(img, href)[0] === href || href === "") return shown;
  const { url } = given.link(href);
  if (url === undefined || /[?&]attachment_id=/.test(href)) return shown;
  return shown.map((node) => (node === image ? { type: "link", url, title: null, children: [image] } : node));
}

/** Pictures with their captions, and whatever else stands in a figure. */
export const figure =
  (given: Surroundings): Handle =>
  (state, node) => {
    const captions = node.children.filter((child) => isElement(child, "figcaption")) as Element[];
    const content = node.children.filter((child) => !isElement(child, "figcaption"));
    const images = content
      .flatMap((child) => (isElement(child) ? [child, ...elementsIn(child)] : []))
      .filter(({ tagName }) => tagName === "img");
    const words = folded(captions.map(wordsIn).join(" "));
    const [image] = images;
    const others = folded(content.map(wordsIn).join(" "));
    const isGallery = hasClass(node, ...GALLERIES);
    if (image && images.length === 1 && others === "" && !isGallery) {
      const link = content
        .flatMap((child) => (isElement(child) ? [child, ...elementsIn(child)] : []))
        .find(({ tagName }) => tagName === "a");
      const shown = picture(given, image, words || undefined, link && attribute(link, "href"));
      return [...linkNotes(captions), { type: "paragraph", children: shown as PhrasingContent[] }];
    }
    const inside = state.toFlow(state.all({ ...node, children: content }) as RootContent[]) as RootContent[];
    const below = captions.flatMap((caption) => state.toFlow(state.all(caption) as RootContent[]) as RootContent[]);
    if (isGallery) return [galleryOf(inside), ...below];
    if (hasClass(node, ...PULL_QUOTES)) return [quoteOf(state, node), ...below];
    return [...inside, ...below];
  };

/** What WordPress and Ghost call a gallery, and a pull quote. */
const GALLERIES = ["wp-block-gallery", "gallery", "blocks-gallery-grid", "kg-gallery-card", "tiled-gallery"];
const PULL_QUOTES = ["wp-block-pullquote", "pullquote", "pull-quote", "pull-quotes"];

/** An element that may be a gallery, or a pull quote, by its class, and otherwise is read by `read`. */
export const galleryOrQuote =
  (read: Handle): Handle =>
  (state, node, parent) => {
    if (hasClass(node, ...GALLERIES)) {
      const items = node.children.flatMap((child) => (isElement(child, "li") ? child.children : [child]));
      return galleryOf(state.toFlow(state.all({ ...node, children: items }) as RootContent[]) as RootContent[]);
    }
    return hasClass(node, ...PULL_QUOTES) ? quoteOf(state, node) : read(state, node, parent);
  };

function quoteOf(state: State, node: Element): FormNode {
  const cites = [...elementsIn(node)].filter(({ tagName }) => tagName === "cite");
  const by = folded(cites.map(wordsIn).join(", "));
  const words = withoutElements(node, new Set(cites));
  const lines = words.children.flatMap((child) => (isElement(child, "blockquote") ? child.children : [child]));
  const captionless = lines.filter((child) => !isElement(child, "figcaption"));
  return pullQuoteOf(
    state.toFlow(state.all({ ...words, children: captionless }) as RootContent[]) as RootContent[],
    by,
  );
}

const withoutElements = (node: Element, left: ReadonlySet<Element>): Element => ({
  ...node,
  children: node.children
    .filter((child) => !isElement(child) || !left.has(child))
    .map((child) => (isElement(child) ? withoutElements(child, left) : child)),
});

/** A caption is plain text: what it linked to is told. */
const linkNotes = (captions: readonly Element["children"][number][]): Nodes[] =>
  captions
    .flatMap((caption) => (isElement(caption) ? [...elementsIn(caption)] : []))
    .filter((element) => isElement(element, "a") && attribute(element, "href") !== "")
    .map((element) => noteHere(`The caption linked to ${attribute(element, "href")}, which captions here do not.`));
