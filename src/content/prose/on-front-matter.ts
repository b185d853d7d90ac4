import { placeOf, type Spot } from "../../problems.ts";
import type { FrontMatters } from "../schema/front-matters.ts";
import type { YamlTree } from "../yaml.ts";
import type { Advice, AdviceRule } from "./advice.ts";

/** developers.google.com, "Article structured data": a headline is to have no more. */
const LONGEST_HEADLINE = 110;

/** Some more than what search engines and cards of shared links show. */
const LONGEST_SUMMARY = 200;

/** Fewer may be a name: NATO, HTC U11. */
const FEWEST_CAPITALS = 8;

/** What the fields of a story or a page are judged by. */
export function adviseOnFrontMatter(
  kind: keyof FrontMatters,
  frontMatter: FrontMatters[keyof FrontMatters],
  tree: YamlTree,
): Advice[] {
  const advice: Advice[] = [];
  const add = (rule: AdviceRule, at: Spot, about: string | number = "") =>
    advice.push({ rule, at: placeOf(at), about: String(about) });
  if ("title" in frontMatter) {
    const { title, summary } = frontMatter;
    if (lettersOf(title) > LONGEST_HEADLINE) add("long-headline", tree.spotOf(["title"]), lettersOf(title));
    if (isAllCapitals(title)) add("all-caps-headline", tree.spotOf(["title"]));
    if (summary === undefined) add("missing-summary", tree.keySpotOf(["title"]));
    else if (lettersOf(summary) > LONGEST_SUMMARY) add("long-summary", tree.spotOf(["summary"]), lettersOf(summary));
  }
  if (kind === "article" && "image" in frontMatter) {
    const { alt, caption } = frontMatter.image ?? {};
    if (saysTheSame(alt, caption)) add("alt-repeats-caption", tree.spotOf(["image", "alt"]));
  }
  return advice;
}

/** Whether two texts are the same words, whatever their marks. */
export function saysTheSame(some: string | undefined, others: string | undefined): boolean {
  const words = wordsOf(some);
  return words !== "" && words === wordsOf(others);
}

const wordsOf = (text = ""): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";

/** As a reader counts them: an emoji of several code points is one. */
function lettersOf(text: string): number {
  // Counting takes long, and no text has more than it has units.
  return text.length <= LONGEST_HEADLINE ? text.length : [...segmenter.segment(text)].length;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

function isAllCapitals(title: string): boolean {
  const capitals = title.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= FEWEST_CAPITALS && !/\p{Ll}/u.test(title) && /\p{Lu}\P{L}+\p{Lu}/u.test(title);
}
