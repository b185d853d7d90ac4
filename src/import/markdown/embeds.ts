import type { Element } from "hast";
import type { Handle } from "hast-util-to-mdast";
import type { Nodes, RootContent } from "mdast";
import { embedOf } from "../../model/embeds.ts";
import { attribute, elementsIn, folded, wordsIn } from "./elements.ts";
import { noteHere, type TextNote } from "./note.ts";

/** A link on a line of its own, of which a card is made where the provider is known. */
export function embed(node: Element, written: string): Nodes[] {
  const words = folded(wordsIn(node));
  const url = addressOfEmbed(written);
  if (url === undefined)
    return [noteHere(`Something embedded was left out${written ? ` (${written.slice(0, 80)})` : ""}.`)];
  const note: TextNote | undefined = url.isKnown
    ? undefined
    : { what: `Something was embedded from ${new URL(url.href).host}; now a link leads there.`, needsPerson: true };
  const title = folded(attribute(node, "title")) || words;
  const line: Nodes = {
    type: "paragraph",
    children: [
      {
        type: "link",
        url: url.href,
        title: null,
        children: [{ type: "text", value: url.isKnown ? url.href : title || url.href }],
      },
    ],
  };
  return note ? [noteHere(note.what), line] : [line];
}

const PROVIDERS: readonly [pattern: RegExp, address: (id: string) => string][] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,})/i,
    (id) => `https://www.youtube.com/watch?v=${id}`,
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)/i, (id) => `https://vimeo.com/${id}`],
  [/^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w+)/i, (id) => `https://www.dailymotion.com/video/${id}`],
];

function addressOfEmbed(written: string): { readonly href: string; readonly isKnown: boolean } | undefined {
  const whole = written.trim().replace(/^\/\//, "https://");
  for (const [pattern, address] of PROVIDERS) {
    const [, id] = pattern.exec(whole) ?? [];
    if (id !== undefined) return { href: address(id), isKnown: true };
  }
  const url = URL.parse(whole);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return { href: url.href, isKnown: embedOf(url.href, []) !== undefined };
}

/** A film or a sound: a link to its file. */
export const media =
  (what: string): Handle =>
  (state, node) => {
    const sources = [node, ...elementsIn(node)].map((one) => attribute(one, "src")).filter((src) => src !== "");
    const url = URL.parse(sources[0]?.replace(/^\/\//, "https://") ?? "")?.href;
    const inside = state.toFlow(state.all(node) as RootContent[]) as Nodes[];
    if (url === undefined)
      return [noteHere(`A ${what} was left out: its address cannot be read (${sources[0] ?? "none"}).`), ...inside];
    const line: Nodes = {
      type: "paragraph",
      children: [{ type: "link", url, title: null, children: [{ type: "text", value: url }] }],
    };
    return [noteHere(`Here was a ${what}; now a link leads to its file on the old site.`), line, ...inside];
  };
