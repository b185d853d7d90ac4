import { truncate } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderBody } from "../../src/content/body.ts";
import { cutFile } from "../../src/content/front-matter.ts";
import { shelve } from "../../src/content/images.ts";
import { parserIn, typographerIn } from "../../src/content/markdown/parser.ts";
import { readContent } from "../../src/content/read.ts";
import { frontMatters } from "../../src/content/schema/front-matters.ts";
import { decode } from "../../src/content/source.ts";
import { type Problem, printProblems } from "../../src/problems.ts";
import { onDisk, printed, report, reportOnStory, STORY, story, USUAL } from "../content/newspaper-on-disk.ts";
import { movingGif } from "../content/photographs.ts";
import { svg } from "../content/pictures.ts";
import { figure } from "../reliability/figure.ts";
import { type Bomb, FRONT_MATTER, MARKDOWN } from "./bombs.ts";

/** Characters. The largest that a story may have take a minute for all. */
const SIZE = process.env["RUNS"] ? 490_000 : 25_000;

/** Milliseconds of work, of whatever thread: the clock of a busy machine says nothing. */
const MOST = 2000;

const MATTERS = frontMatters("Europe/London", "en-GB", typographerIn);
const NO_IMAGES = shelve(new Map());

/** Reads a story, and says what it took and what is wrong. */
function read(text: string): { took: number; problems: readonly Problem[] } {
  const bytes = Buffer.from(text);
  const before = process.cpuUsage();
  const problems: Problem[] = [];
  const tell = (problem: Problem) => void problems.push(problem);
  const source = decode(STORY, STORY, bytes, tell);
  const cut = source && cutFile(source, tell);
  if (source && cut?.frontMatter) MATTERS.article(cut.frontMatter, source, tell);
  const live = text.includes("\nlive: true\n") ? { isOn: true, zone: "UTC", from: undefined } : undefined;
  if (source && cut) renderBody(parserIn("en-GB"), source, cut, NO_IMAGES, tell, { live });
  printProblems(problems, 1, "text");
  const { user, system } = process.cpuUsage(before);
  return { took: (user + system) / 1000, problems };
}

const BOMBS = Object.entries({ ...MARKDOWN, ...FRONT_MATTER });

test("a text that is made to keep its reader busy takes no longer than its length, and never two seconds", () => {
  read(story());
  let slowest = { name: "", took: 0 };
  const steep: string[] = [];
  const timed = (bomb: Bomb, size: number) => Math.min(...[0, 1].map(() => read(bomb(size)).took));
  for (const [name, bomb] of BOMBS) {
    const once = read(bomb(SIZE)).took;
    const { took: twice, problems } = read(bomb(2 * SIZE));
    if (twice > slowest.took) slowest = { name, took: twice };
    // Twice the text may take thrice the time, for the sake of those who clear up memory; not four times.
    const isSteep = twice > 300 && twice > 3.3 * once && timed(bomb, 2 * SIZE) > 3.3 * timed(bomb, SIZE);
    if (twice > MOST || isSteep) steep.push(`${name}: ${Math.round(once)} and ${Math.round(twice)} ms`);
    expect(problems.length, name).toBeLessThan(700);
  }
  expect(steep).toEqual([]);
  figure({
    promise: "No text of a writer takes more than two seconds to read or to refuse",
    test: "tests/hostile/bombs.test.ts",
    tried: BOMBS.length,
    failed: steep.length,
    unit: `bombs of ${2 * SIZE} characters (the slowest took ${Math.round(slowest.took)} ms)`,
  });
}, 300_000);

const settings = (more: string) => String(USUAL["settings.yaml"]) + more;

describe("what is too much is a problem that names its limit:", () => {
  test.each([
    ["paragraphs", "20,000 paragraphs, items and cells", story({}, "a\n\n".repeat(20_001))],
    ["lists in lists", "nested more than 20 deep", story({}, `${"- ".repeat(60)}a\n`)],
    ["quotations in quotations", "nested more than 20 deep", story({}, `${"> ".repeat(60)}a\n`)],
    ["columns", "more than 100 columns", story({}, `${"|a".repeat(101)}\n${"|-".repeat(101)}\n`)],
    ["a heading", "more than 20,000 characters", story({}, `## ${"a".repeat(100_000)}\n`)],
    ["a headline", '"title" has more than 1,000 characters', story({ title: "a".repeat(90_000) })],
    ["a standfirst", '"summary" has more than 5,000 characters', story({ summary: "a".repeat(5001) })],
    ["tags", '"tags" has more than 1,000 entries', story({ tags: `[${"a, ".repeat(10_000)}a]` })],
    ["front matter", "This front matter has more than 100,000 characters", story({ place: "a".repeat(100_000) })],
    ["front matter of 900 KB", "100,000 characters", story({ place: "a\n".repeat(450_000) })],
    ["problems", "more than 200 problems in this file", story({}, "a <b>\n\n".repeat(10_000))],
    ["links to nothing", "more than 200 problems in this file", story({}, "[a](gone.md)\n\n".repeat(10_000))],
    ["an article of 20 MB", "This file is larger than 1 MB", story({}, "word ".repeat(4_000_000))],
    ["a million lines", "This file is larger than 1 MB", story({}, "a\n".repeat(1_000_000))],
  ])("%s", async (_name, limit, text) => {
    expect(await report({ [STORY]: text })).toContain(limit);
  });

  test("settings, topics and the plan of the front page", async () => {
    expect(await report({ "settings.yaml": settings(`# ${"a".repeat(200_000)}\n`) })).toContain("larger than 200 KB");
    expect(await report({ "front.yaml": `# ${"a".repeat(200_000)}\n` })).toContain("larger than 200 KB");
    expect(await report({ "tags.yaml": `# ${"a".repeat(2_000_000)}\n` })).toContain("larger than 2 MB");
    const menu = `navigation:\n${"  - { name: A, to: / }\n".repeat(1001)}`;
    expect(await report({ "settings.yaml": settings(menu) })).toContain('"navigation" has more than 1,000 entries');
  });

  test("a file of a terabyte, which is not read", async () => {
    const content = await onDisk({ [STORY]: story(), "articles/2026/11/a.png": "", "addresses.json": "{}" });
    for (const path of [STORY, "articles/2026/11/a.png", "addresses.json"]) await truncate(join(content, path), 1e12);
    expect(printed(await readContent(content, "content"))).toMatchInlineSnapshot(`
      "content/addresses.json
        This file is larger than 64 MB. Take out what nobody needs.
      content/articles/2026/11/a.png
        This file is larger than 100 MB. Export it smaller: 2,000 pixels are enough for any screen.
      content/articles/2026/11/bridge-opens.md
        This file is larger than 1 MB. Divide it into several stories.
      3 problems in 6 files. Nothing was published.
      "
    `);
  });

  test("a GIF of more frames than a minute has", async () => {
    const gif = await movingGif(4, 3);
    const start = gif.indexOf(Buffer.from([0x21, 0xf9]));
    const many = Buffer.concat([
      gif.subarray(0, start),
      ...Array(3000).fill(gif.subarray(start, -1)),
      gif.subarray(-1),
    ]);
    expect(await report({ "articles/2026/11/a.gif": many })).toContain("more than 1,500 frames");
  });
});

describe("a drawing that would keep a browser busy is a problem:", () => {
  const doubling = (element: (id: string, next: string) => string) =>
    Array.from({ length: 30 }, (_, n) => element(`a${n}`, `a${n + 1}`))
      .concat("<path id='a30'/>")
      .join("");

  test.each([
    ["uses of uses", doubling((id, next) => `<g id="${id}"><use href="#${next}"/><use href="#${next}"/></g>`)],
    [
      "patterns of patterns",
      doubling(
        (id, next) => `<pattern id="${id}"><path fill="url(#${next})"/><path stroke="url('#${next}')"/></pattern>`,
      ),
    ],
    [
      "uses whose names are encoded",
      doubling((id, n) => `<g id="${id}"><use href="&#35;${n}"/><use href="#${n}"/></g>`),
    ],
    ["uses in a circle", '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'],
    ["a chain of uses", Array.from({ length: 5000 }, (_, n) => `<g id="a${n}"><use href="#a${n + 1}"/></g>`).join("")],
    [
      "steps of a filter",
      `<filter id="f">${"<feGaussianBlur/>".repeat(100)}</filter>${'<g filter="url(#f)"/>'.repeat(20)}`,
    ],
    [
      "a style for all",
      `<style>path{fill:url(#p)}</style><pattern id="p">${"<g/>".repeat(2000)}</pattern>${"<path/>".repeat(2000)}`,
    ],
    ["octaves of noise", '<feTurbulence numOctaves="1000000"/>'],
    ["a wide blur", '<feMorphology radius="1 100000"/>'],
    ["elements", "<g/>".repeat(1_000_001)],
  ])("%s", async (_name, inside) => {
    expect(await report({ "articles/2026/11/a.svg": svg(inside) })).toMatch(
      /a browser (?:draw|takes)|larger than 2 MB/,
    );
  });

  test("and one of ten thousand elements with shades and shadows is none", async () => {
    const shades = '<linearGradient id="g"><stop/><stop/></linearGradient><filter id="s"><feDropShadow/></filter>';
    const inside = `${shades}<g filter="url(#s)">${'<path fill="url(#g)"/>'.repeat(10_000)}</g>`;
    expect(await report({ "articles/2026/11/a.svg": svg(inside) })).toBe("");
  });
});

test("lists, tables and quotations as newspapers have them are no problem", async () => {
  const deep = Array.from({ length: 15 }, (_, n) => `${"  ".repeat(n)}- item\n`).join("");
  const wide = `${"|a".repeat(40)}|\n${"|-".repeat(40)}|\n${`${"|1".repeat(40)}|\n`.repeat(300)}`;
  expect(await reportOnStory({ summary: "word ".repeat(200) }, `${deep}\n\n${wide}`)).toBe("");
});
