import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderBody } from "../../src/content/body.ts";
import { cutFile } from "../../src/content/front-matter.ts";
import { shelve } from "../../src/content/images.ts";
import { parserIn } from "../../src/content/markdown/parser.ts";
import { readContent } from "../../src/content/read.ts";
import { decode } from "../../src/content/source.ts";
import { type Problem, printProblems } from "../../src/problems.ts";
import { drawCard } from "../../src/site/cards/draw-card.ts";
import { reportOnStory, STORY, story } from "../content/newspaper-on-disk.ts";
import { ASSETS, INLINES, print } from "../pages/newspaper.ts";
import { figure } from "../reliability/figure.ts";
import { ATTACKS, mixedAttack, UNPRINTABLE } from "./attacks.ts";
import { newspaperOf, type Words, writeNewspaper } from "./hostile-newspaper.ts";
import { activeNodes, htmlInFeed, skeletonOf, skeletonOfJson, skeletonOfXml } from "./skeleton.ts";

/** How often the list is turned by a place, so that other words stand in each field. All of them take minutes. */
const TURNS = process.env["RUNS"] ? ATTACKS.length : 3;

const OURS = new Set<string>([
  ...INLINES.values(),
  ASSETS.search,
  ASSETS.live,
  ASSETS.comments,
  ASSETS.offline.page,
  "https://analytics.example/x.js",
]);

/** A newspaper with these words in every field, printed in memory. */
async function editionOf(words: Words) {
  const folder = await mkdtemp(join(tmpdir(), "hostile-"));
  try {
    const { files, places } = newspaperOf(words);
    await writeNewspaper(folder, files);
    const { newsroom, bodies, problems } = await readContent(folder, "content");
    if (!newsroom) throw new Error(printProblems(problems, 1, "text"));
    return { ...print({ ...newsroom, bodies }), places };
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Printed = Awaited<ReturnType<typeof editionOf>>;

/** A page's parts without its words, and what of it would run. */
function lookAt(url: string, text: string): { skeleton: string; active: readonly string[] } {
  const isPage = text.startsWith("<!");
  if (isPage) {
    const $ = load(text);
    for (const data of $("script[type='application/ld+json']").toArray()) JSON.parse($(data).text());
    return { skeleton: skeletonOf($).join("\n"), active: activeNodes($, OURS) };
  }
  if (/\.xml$/.test(url)) {
    const active = htmlInFeed(text).flatMap((html) => activeNodes(load(html, {}, false), OURS));
    return { skeleton: skeletonOfXml(text).join("\n"), active };
  }
  if (/\.(?:json|webmanifest)$/.test(url)) {
    const { items = [] } = JSON.parse(text) as { items?: { content_html?: string }[] };
    const active = items.flatMap(({ content_html = "" }) => activeNodes(load(content_html, {}, false), OURS));
    // The lists of the search have as many entries as there are words.
    return { skeleton: url.startsWith("/search/") ? "" : skeletonOfJson(text), active };
  }
  return { skeleton: url === "/_headers" || url === "/_redirects" ? text : "", active: [] };
}

const looksOf = (paper: Printed) => new Map(paper.urls.map((url) => [url, lookAt(url, paper.text(decodeURI(url)))]));

const HARMLESS = looksOf(await editionOf((place) => `harmless words ${place}`));

/** What is other than in the harmless newspaper, or would run. */
function harmIn(paper: Printed): string[] {
  const looks = looksOf(paper);
  const lost = [...HARMLESS.keys()].filter((url) => !looks.has(url)).map((url) => `${url} is lost`);
  return [...looks]
    .flatMap(([url, { skeleton, active }]) => [
      ...(skeleton === HARMLESS.get(url)?.skeleton ? [] : [`${url}: another skeleton`]),
      ...active.map((what) => `${url}: ${what}`),
    ])
    .concat(lost);
}

describe("a newspaper with an attack in every field", () => {
  test("is, but for its words, the newspaper that has harmless words there, and nothing in it would run", async () => {
    let tried = 0;
    const step = Math.floor(ATTACKS.length / TURNS);
    for (let turn = 0; turn < TURNS; turn++) {
      const paper = await editionOf((place) => ATTACKS[(place + turn * step) % ATTACKS.length] ?? "");
      expect(harmIn(paper), `turn ${turn}`).toEqual([]);
      tried += paper.places;
    }
    figure({
      promise: "Words of a newspaper never become markup or code of a page, a feed or a list",
      test: "tests/hostile/injected.test.ts",
      tried,
      failed: 0,
      unit: "attack strings in fields",
    });
  }, 600_000);

  test("runs nothing while it is read and printed", () => {
    // The templates among the attacks set it, wherever they would run.
    expect("__hit" in globalThis).toBe(false);
  });

  test("is noticed when a page would run something, by what looks for it", () => {
    for (const html of [
      "<img onerror=x>",
      "<script>x</script>",
      '<a href="java\tscript:x">',
      "<svg><style>x</style>",
    ]) {
      expect(activeNodes(load(html), OURS), html).not.toEqual([]);
    }
  });
});

test("attacks that are mixed from others stay words in every field", async () => {
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(mixedAttack, { minLength: 30, maxLength: 60 }), async (attacks) => {
      // What is no word at all is refused, and that is tested with the fields.
      const paper = await editionOf((place) => `w ${attacks[place % attacks.length]}`);
      expect(harmIn(paper)).toEqual([]);
      tried += paper.places;
    }),
    { numRuns: process.env["RUNS"] ? 100 : 2 },
  );
  figure({
    promise: "Words of a newspaper never become markup or code of a page, a feed or a list",
    test: "tests/hostile/injected.test.ts",
    tried,
    failed: 0,
    unit: "mixed attack strings in fields",
  });
}, 600_000);

test("an attack as the text of a story is refused, or is words that would not run", () => {
  let tried = 0;
  for (const attack of ATTACKS) {
    const forms = [
      attack,
      `## ${attack}`,
      `[x](${attack})`,
      `[x](<${attack}>)`,
      `![x](${attack})`,
      `[x]\n\n[x]: ${attack}`,
    ];
    for (const form of forms) {
      const html = htmlOf(`${form}\n`);
      tried++;
      if (html !== undefined) expect(activeNodes(load(html, {}, false), OURS), form).toEqual([]);
    }
  }
  figure({
    promise: "Words of a newspaper never become markup or code of a page, a feed or a list",
    test: "tests/hostile/injected.test.ts",
    tried,
    failed: 0,
    unit: "attacks as Markdown",
  });
});

/** A body as it would be printed; undefined for one that is refused. */
function htmlOf(body: string): string | undefined {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const source = decode(STORY, STORY, Buffer.from(story({}, body)), report);
  const cut = source && cutFile(source, report);
  const rendered = cut && renderBody(parserIn("en-GB"), source, cut, shelve(new Map()), report);
  expect(rendered !== undefined).toBe(problems.length === 0);
  return rendered?.html;
}

test.each(UNPRINTABLE.map((character) => [JSON.stringify(character), character]))(
  "%s can stand nowhere, however it is written",
  async (_name, character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
    expect(await reportOnStory({ title: `"a\\u${code}b"` })).toContain("bridge-opens.md:2:");
    // In a text a reference to what is no character is U+FFFD (CommonMark 0.31, 2.5).
    expect(htmlOf(`a&#x${code};b\n`) ?? "").not.toContain(character);
  },
);

test("a headline that turns the direction of what is put beside it is a problem, and one that turns back is not", async () => {
  expect(await reportOnStory({ title: '"a \\u2067b"' })).toMatchInlineSnapshot(`
    "content/articles/2026/11/bridge-opens.md:2:8
      "title" turns the direction of what stands behind it. Put U+2069 behind what U+2066, U+2067 or U+2068 begins, or delete them.
        2 │ title: "a \\u2067b"
          │        ^^^^^^^^^^^
    1 problem in 4 files. Nothing was published.
    "
  `);
  expect(await reportOnStory({ title: '"a \\u2067b\\u2069"' })).toBe("");
});

test("an attack as a headline is drawn on a card as outlines and nothing else", async () => {
  const colours = { paper: "#fdfcf9", ink: "#17191e", muted: "#585e68", rule: "#d8d4ca", accent: "#a3162e" } as const;
  for (const headline of ATTACKS.filter((_attack, index) => index % 20 === 0)) {
    const card = { kicker: headline, headline, site: headline, language: "en", headlines: "serif", colours } as const;
    const $ = load(await drawCard(card), { xml: true });
    const names = new Set(skeletonOf($).flatMap((element) => element.split(" ")));
    expect(
      [...names].filter((name) => !OF_A_CARD.has(name)),
      headline,
    ).toEqual([]);
  }
});

const OF_A_CARD = new Set("svg xmlns width height viewBox rect path g d x y fill transform".split(" "));
