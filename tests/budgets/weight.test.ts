import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { load } from "cheerio";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { DISCUSSED_STORY, MEASURED_STORY, MEASURED_WORDS } from "./fixture-site.ts";
import { bill, KB, type Weight, weigh } from "./weigh.ts";

/** How many words the body of a story has. */
function wordsOf(folder: string, url: string): number {
  const $ = load(readFileSync(join(folder, url, "index.html"), "utf8"));
  return $(".prose").first().text().trim().split(/\s+/).length;
}

/** The story of the repository's own newspaper that is nearest to the length that the budget is for. */
function ownStory(): string {
  const { pages, folder } = inject("own");
  const stories = pages.filter(({ layout }) => layout === "article").map(({ url }) => url);
  const off = new Map(stories.map((url) => [url, Math.abs(wordsOf(folder, url) - MEASURED_WORDS)]));
  const [nearest] = stories.sort((a, b) => (off.get(a) ?? 0) - (off.get(b) ?? 0));
  if (!nearest) throw new Error("The newspaper has no story");
  return nearest;
}

/** Fails with the bill of the page. */
function within(what: string, weight: Weight, value: number, most: number): void {
  expect(value, `${what}: ${value}, and at most ${most}${bill(weight)}`).toBeLessThanOrEqual(most);
}

test("the story that is weighed has 750 words and a cover", () => {
  const { folder } = inject("fixture");
  expect(wordsOf(folder, MEASURED_STORY)).toBe(MEASURED_WORDS);
});

test("the front pages that are weighed have twelve headlines or more, and a picture", () => {
  for (const { folder, pages } of [inject("own"), inject("fixture")]) {
    const $ = load(readFileSync(join(folder, "index.html"), "utf8"));
    const stories = new Set<string>(pages.filter(({ layout }) => layout === "article").map(({ url }) => url));
    const headlines = $("main :is(h2, h3) a").filter((_index, link) => stories.has($(link).attr("href") ?? ""));
    expect(headlines.length).toBeGreaterThanOrEqual(12);
    expect($("main img").length).toBeGreaterThanOrEqual(1);
  }
});

describe("the same story with replies, and open for more,", () => {
  const sizeOf = (url: string) =>
    brotliCompressSync(readFileSync(join(inject("fixture").folder, url, "index.html"))).length;

  test("is sent in the first ten packets, with more than thirty of the replies", () => {
    const $ = load(readFileSync(join(inject("fixture").folder, DISCUSSED_STORY, "index.html"), "utf8"));
    expect($(".comments article[id]").length).toBeGreaterThan(30);
    expect(sizeOf(DISCUSSED_STORY)).toBeLessThanOrEqual(14 * KB);
  });
  test("leaves the others to pages of at most 8 KB", () => {
    const pages = inject("fixture").pages.filter(({ layout }) => layout === "comments");
    expect(pages.length).toBeGreaterThan(1);
    for (const { url } of pages) expect(sizeOf(url), url).toBeLessThanOrEqual(8 * KB);
  });
});

describe.each([
  ["the repository's own newspaper", "own"],
  ["the newspaper of 500 stories", "fixture"],
] as const)("in %s", (_name, site) => {
  const weights = new Map<string, Weight>();
  const of = (page: string): Weight => {
    const weight = weights.get(page);
    if (!weight) throw new Error(`Nobody has weighed ${page}`);
    return weight;
  };

  beforeAll(async () => {
    const { url } = inject(site);
    weights.set("story", await weigh(url + (site === "own" ? ownStory() : MEASURED_STORY)));
    weights.set("front page", await weigh(`${url}/`));
    weights.set("list", await weigh(`${url}/latest/`));
  });

  test(`${site}: a story of 750 words is sent as at most 8 KB of HTML and CSS`, () =>
    within("HTML with its CSS", of("story"), of("story").htmlWithCss, 8 * KB));
  test(`${site}: of which the CSS is at most 4 KB`, () => within("CSS", of("story"), of("story").css, 4 * KB));
  test(`${site}: a story with its cover is at most 25 KB in all`, () =>
    within("all bytes", of("story"), of("story").total, 25 * KB));
  test(`${site}: a story comes in at most 4 requests`, () =>
    within("requests", of("story"), of("story").files.length, 4));
  test(`${site}: a story is shown as soon as its HTML is there`, () => expect(of("story").blocking).toEqual([]));
  test(`${site}: the front page is at most 45 KB in all`, () =>
    within("all bytes", of("front page"), of("front page").total, 45 * KB));
  test(`${site}: the front page comes in at most 6 requests`, () =>
    within("requests", of("front page"), of("front page").files.length, 6));
  for (const page of ["story", "front page", "list"]) {
    test(`${site}: the ${page} runs at most 3 KB of JavaScript`, () =>
      within("JavaScript", of(page), of(page).javaScript, 3 * KB));
  }
});
