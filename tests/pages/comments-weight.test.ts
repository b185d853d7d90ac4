import { brotliCompressSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { figure } from "../reliability/figure.ts";
import { newsroomOf, print } from "./newspaper.ts";
import { type Reply, withReplies } from "./replies.ts";

const KB = 1024;
const FILE = "articles/2026/05/trip-5.md";
const STORY = "/2026/05/trip-5/";

/** The same numbers in every run (Park and Miller's generator), from 0 up to and without `below`. */
function numbersByChance(): (below: number) => number {
  let state = 20_200_413;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
const chance = numbersByChance();

/** Ideographs by chance: nothing that people write compresses worse. */
const ideographs = (count: number): string =>
  Array.from({ length: count }, () => String.fromCodePoint(0x4e00 + chance(20_900))).join("");
const letters = (count: number): string => Array.from({ length: count }, () => chance(36).toString(36)).join("");

const replies = (count: number, text: () => string, more: Partial<Reply> = {}): Reply[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${letters(6)}${index}`,
    name: ideographs(80),
    text: text(),
    ...(index > 0 ? more : {}),
  }));

const HOSTILE: Readonly<Record<string, () => Reply[]>> = {
  "the longest texts that a form takes": () => replies(30, () => ideographs(3000)),
  "texts that fill pages to their brim": () => replies(200, () => ideographs(70)),
  "texts of more characters than a form takes": () => replies(4, () => ideographs(20_000)),
  "texts of one letter a paragraph": () =>
    replies(30, () => Array.from({ length: 900 }, () => ideographs(1)).join("\n\n")),
  "texts of one letter a line": () => replies(30, () => Array.from({ length: 1400 }, () => ideographs(1)).join("\n")),
  "texts of emphasis": () => replies(30, () => Array.from({ length: 700 }, () => `*${ideographs(1)}*`).join(" ")),
  "texts of links": () =>
    replies(60, () => Array.from({ length: 30 }, () => `[x](https://${letters(60)}.example/)`).join(" ")),
  "quotes in quotes": () => replies(60, () => `${"> ".repeat(20)}${ideographs(20)}`),
  "thousands of answers to one reply": () => {
    const [first, ...others] = replies(10_000, () => ideographs(60));
    return first ? [first, ...others.map((reply) => ({ ...reply, replyTo: first.id }))] : [];
  },
};

const weightOf = (html: string): number => brotliCompressSync(html).length;
const repliesOn = (html: string): number => html.match(/<article id=/g)?.length ?? 0;

const newsroom = await newsroomOf("full");
const bare = weightOf(print(withReplies(newsroom, FILE, [])).text(STORY));

let tried = 0;
afterAll(() =>
  figure({
    promise: "Replies add less than 8 KB to their story's page, whatever readers write",
    test: "tests/pages/comments-weight.test.ts",
    tried,
    failed: 0,
    unit: "hostile replies",
  }),
);

/** Without their styles, which tests/budgets weighs. */
test.each(Object.entries(HOSTILE))("%s make no page heavy", (_what, make) => {
  const given = make();
  const paper = print(withReplies(newsroom, FILE, given));
  const further = paper.urls.filter((url) => url.startsWith(`${STORY}comments/page/`));
  expect(weightOf(paper.text(STORY)) - bare, "what replies add to their story's page").toBeLessThan(8 * KB);
  for (const url of [...further.slice(0, 2), ...further.slice(-1)]) {
    const html = paper.text(url);
    // Nobody's words are cut: who writes twenty thousand ideographs has a page for them.
    expect(weightOf(html), url).toBeLessThan(repliesOn(html) > 1 ? 5 * KB : 40 * KB);
  }
  const all = [STORY, ...further].reduce((sum, url) => sum + repliesOn(paper.text(url)), 0);
  expect(all).toBe(given.length);
  tried += given.length;
});
