import type { BlockContent, Image, Nodes, PhrasingContent, Root, RootContent } from "mdast";
import { folded } from "./elements.ts";
import type { FormNode } from "./note.ts";

/** Pictures in a gallery, one in each item of its list. */
export const galleryOf = (inside: readonly RootContent[]): FormNode => ({
  type: "form",
  opening: "gallery",
  children: [...inside],
});

/** Words shown large. `by` is whose they are. */
export const pullQuoteOf = (inside: readonly RootContent[], by: string): FormNode => ({
  type: "form",
  opening: by === "" ? "pull-quote" : `pull-quote by="${by.replace(/"/g, "”")}"`,
  children: [...inside],
});

/** What a reader should know beside the story, under a title. */
export const factBoxOf = (inside: readonly RootContent[], title: string): FormNode => ({
  type: "form",
  opening: `fact-box title="${title.replace(/"/g, "”")}"`,
  children: [...inside],
});

/**
 * Makes of each form what our Markdown can hold of it: a gallery of two pictures or more and nothing else, a pull quote
 * of words that stand in the text. Others stand in the text as what they are: figures, and a quotation.
 */
export function fillForms(tree: Root): void {
  const all = wordsOf(tree.children.filter(({ type }) => type !== "form"));
  tree.children = tree.children.flatMap((node): RootContent[] => {
    if (node.type !== "form") return [withoutForms(node)];
    const inside = node.children as RootContent[];
    if (node.opening.startsWith("fact-box")) return factBox(withoutForms(node));
    if (node.opening === "gallery") return gallery(node, inside);
    const repeats = wordsOf(inside);
    const isPlain =
      inside.every(({ type }) => type === "paragraph") && !holds(inside, "link", "image", "footnoteReference");
    if (isPlain && repeats !== "" && all.includes(repeats)) return [node];
    const [, by] = /by="(.*)"$/.exec(node.opening) ?? [];
    const below: RootContent[] =
      by === undefined ? [] : [{ type: "paragraph", children: [{ type: "text", value: by }] }];
    return [
      {
        type: "blockquote",
        children: [...inside, ...below] as BlockContent[],
        ...(node.data ? { data: node.data } : {}),
      },
    ];
  });
}

/** Inside other things there are no forms. */
function withoutForms<One extends Nodes>(node: One): One {
  if (!("children" in node)) return node;
  const children = node.children.flatMap((child): Nodes[] => {
    const inner = withoutForms<Nodes>(child);
    return inner.type === "form" ? inner.children : [inner];
  });
  return { ...node, children };
}

/** One without words would be refused: its title stands by itself. */
function factBox(node: FormNode): RootContent[] {
  const inside = node.children as RootContent[];
  if (inside.length > 0) return [node];
  const [, title = ""] = /title="(.*)"$/.exec(node.opening) ?? [];
  const words: PhrasingContent = { type: "strong", children: [{ type: "text", value: title }] };
  const data = node.data ? { data: node.data } : {};
  return [{ type: "paragraph", children: [words], ...data }];
}

const MOST_PICTURES = 60;

function gallery(node: FormNode, inside: readonly RootContent[]): RootContent[] {
  const images = inside.flatMap((one) => pictureIn(one) ?? []);
  const others = inside.filter((one) => pictureIn(one) === undefined);
  if (images.length < 2 || images.length > MOST_PICTURES) return [...inside];
  const notes = inside.flatMap(({ data }) => data?.notes ?? []);
  const items = images.map((image) => ({
    type: "listItem" as const,
    spread: false,
    children: [{ type: "paragraph" as const, children: [image] }],
  }));
  const data = { ...node.data, notes: [...(node.data?.notes ?? []), ...notes] };
  return [{ ...node, data, children: [{ type: "list", ordered: false, spread: false, children: items }] }, ...others];
}

/** The picture of a paragraph that holds nothing else. What it led to is its larger self, or its own page. */
function pictureIn(node: RootContent): Image | undefined {
  if (node.type !== "paragraph" || node.children.length !== 1) return undefined;
  const [only] = node.children;
  if (only?.type === "image") return only;
  const [inner] = only?.type === "link" ? only.children : [];
  return only?.type === "link" && only.children.length === 1 && inner?.type === "image" ? inner : undefined;
}

const holds = (nodes: readonly Nodes[], ...types: readonly string[]): boolean =>
  nodes.some((node) => types.includes(node.type) || ("children" in node && holds(node.children, ...types)));

/** Words as they are compared: whatever their case and quotation marks. */
const wordsOf = (nodes: readonly Nodes[]): string =>
  folded(nodes.map(textOf).join(" "))
    .normalize("NFC")
    .replace(/["'“”‘’„‚«»‹›「」『』]/g, "")
    .toLowerCase()
    .replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, "");

const textOf = (node: Nodes | PhrasingContent): string =>
  "value" in node
    ? node.value
    : node.type === "break"
      ? " "
      : "children" in node
        ? node.children.map(textOf).join("")
        : "";
