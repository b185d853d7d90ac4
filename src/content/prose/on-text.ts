import type { Token } from "markdown-it";
import { placeOf, type Spot } from "../../problems.ts";
import { plainText } from "../markdown/image.ts";
import { tokensWithPlaces } from "../markdown/placed-tokens.ts";
import { type Block, offsetOf } from "../markdown/positions.ts";
import type { Advice, AdviceRule } from "./advice.ts";
import { saysTheSame } from "./on-front-matter.ts";
import { isVague } from "./vague-words.ts";

/** Words that may well follow themselves, in the languages where a word that does is a slip. */
const MAY_REPEAT: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(["billion", "bye", "do", "had", "her", "in", "million", "on", "that", "very"]),
  es: new Set(["millones", "muy", "no", "nos", "os", "que", "se"]),
};

const REPEATED = /(?<![\p{L}\p{N}\p{M}'’-])(\p{L}[\p{L}\p{M}]*)\s+\1(?![\p{L}\p{N}\p{M}'’-])/giu;

const PICTURE = /^https?:.*\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)(?:[?#]|$)/i;

/** What the text of a file is judged by. `language` is its own (BCP 47); `spotOf` says where in the file something stands. */
export function adviseOnText(
  tokens: readonly Token[],
  language: string,
  spotOf: (block: Block, offset: number, length: number) => Spot,
): Advice[] {
  const advice: Advice[] = [];
  const mayRepeat = MAY_REPEAT[language.split("-", 1)[0] ?? ""];
  for (const [token, block] of tokensWithPlaces(tokens)) {
    if (token.type !== "inline") continue;
    const add = (rule: AdviceRule, offset: number, length: number, about = "") => {
      advice.push({ rule, at: placeOf(spotOf(block, offset, length)), about });
    };
    for (const { 0: both, 1: word = "", index } of mayRepeat ? token.content.matchAll(REPEATED) : []) {
      // A name may: Duran Duran, The The.
      const isName = /^\p{Lu}/u.test(both.slice(-word.length));
      if (!isName && !mayRepeat?.has(word.toLowerCase())) add("repeated-word", index, both.length, word);
    }
    adviseOnInline(token.children ?? [], language, add);
  }
  return advice;
}

type Add = (rule: AdviceRule, offset: number, length: number, about?: string) => void;

function adviseOnInline(children: readonly Token[], language: string, add: Add): void {
  let offset = 0;
  for (const [index, child] of children.entries()) {
    offset = offsetOf(child) ?? offset;
    if (child.type === "link_open") {
      const words = textUntil("link_close", children, index);
      const href = String(child.attrGet("href"));
      if (isVague(words, language)) add("vague-link", offset, words.length + 2, words);
      if (PICTURE.test(href)) add("link-to-picture", offset, words.length + 2, lastPart(href));
    }
    if (child.type === "figcaption_open") {
      const image = children.find(({ type }) => type === "image");
      const caption = textUntil("figcaption_close", children, index);
      if (image && saysTheSame(plainText(image), caption)) add("alt-repeats-caption", offsetOf(image) ?? 0, 2);
    }
  }
}

function textUntil(type: string, children: readonly Token[], from: number): string {
  const end = children.findIndex((child, index) => index > from && child.type === type);
  return children
    .slice(from + 1, end)
    .map(({ content }) => content)
    .join("");
}

const lastPart = (href: string): string => href.replace(/[?#].*$/, "").replace(/^.*\//, "");
