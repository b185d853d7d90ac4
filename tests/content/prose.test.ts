import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { ADVICE_RULES } from "../../src/content/prose/advice.ts";
import { adviceAsProblems } from "../../src/content/prose/advise.ts";
import { adviseOnMarkdown } from "../../src/content/prose/markdown-style.ts";
import { printProblems } from "../../src/problems.ts";
import { type Files, read, report, STORY, story, USUAL } from "./newspaper-on-disk.ts";
import { png } from "./pictures.ts";

/** What is said of a newspaper's style, by the names of the rules. */
async function rulesBroken(files: Files): Promise<string[]> {
  const reading = await read(files);
  expect(reading.problems).toEqual([]);
  return adviceAsProblems(reading.advice, reading.places).map(({ rule = "" }) => rule);
}

const ofStory = (fields: Record<string, string | undefined>, body?: string) =>
  rulesBroken({ [STORY]: story(fields, body), "articles/2026/11/bridge.png": png(4, 3) });

const ofText = (body: string, language?: string) => ofStory({ language }, body);

describe("a headline", () => {
  test("may have 110 characters, as search engines show them", async () => {
    expect(await ofStory({ title: "b".repeat(110) })).toEqual([]);
    expect(await ofStory({ title: "b".repeat(111) })).toEqual(["long-headline"]);
    // One flag is four units and one character.
    expect(await ofStory({ title: "🇩🇪".repeat(110) })).toEqual([]);
  });

  test("is no shout, but may be a name", async () => {
    expect(await ofStory({ title: "BRIDGE OPENS AT LAST" })).toEqual(["all-caps-headline"]);
    expect(await ofStory({ title: "МОСТ ОТКРЫТ СЕГОДНЯ" })).toEqual(["all-caps-headline"]);
    for (const title of ["NATO", "HTC U11 2026", "Bridge OPENS", "华为推出新手机", "2026"]) {
      expect(await ofStory({ title })).toEqual([]);
    }
  });
});

describe("a summary", () => {
  test("has at most 200 characters", async () => {
    expect(await ofStory({ summary: "b".repeat(200) })).toEqual([]);
    expect(await ofStory({ summary: "b".repeat(201) })).toEqual(["long-summary"]);
  });

  test("is missed on a page", async () => {
    expect(await rulesBroken({ "pages/about.md": "---\ntitle: About us\n---\nWe write.\n" })).toEqual([
      "missing-summary",
    ]);
  });
});

describe("a picture's alternative text", () => {
  test("says something else than the caption, in the text and on the cover", async () => {
    expect(await ofText('![The bridge, at dawn](bridge.png "The bridge at dawn.")')).toEqual(["alt-repeats-caption"]);
    expect(await ofText('![The bridge](bridge.png "The bridge at dawn.")')).toEqual([]);
    const image = "{ src: bridge.png, alt: The bridge, caption: The bridge! }";
    expect(await ofStory({ image })).toEqual(["alt-repeats-caption"]);
  });
});

describe("a link", () => {
  test.each([
    ["[Click here](https://a.example/)", undefined],
    ["[**here**…](https://a.example/)", undefined],
    ["[haga clic aquí](https://a.example/)", "es"],
    ["[点击这里](https://a.example/)", "zh-Hans"],
    ["[اضغط هنا](https://a.example/)", "ar"],
  ])("such as %s says nothing of where it leads", async (link, language) => {
    expect(await ofText(`For more, ${link}.`, language)).toEqual(["vague-link"]);
  });

  test("says where it leads in its own words", async () => {
    expect(await ofText("See [here and there](https://a.example/), [the minutes](https://b.example/).")).toEqual([]);
    expect(await ofText("Siehe [here](https://a.example/).", "de")).toEqual([]);
  });

  test("leads to a page, not to a bare picture", async () => {
    expect(await ofText("[The map](https://a.example/map.JPG?w=5) of it.")).toEqual(["link-to-picture"]);
    expect(await ofText("[The map](https://a.example/map.jpg.html) of it.")).toEqual([]);
  });
});

describe("a word", () => {
  test("stands there once, where a line ends too", async () => {
    expect(await ofText("They crossed the the bridge.")).toEqual(["repeated-word"]);
    expect(await ofText("They crossed The\nthe bridge.")).toEqual(["repeated-word"]);
    expect(await ofText("Cruzaron el el puente.", "es")).toEqual(["repeated-word"]);
  });

  test("may follow itself where language has it so, and in names", async () => {
    for (const text of [
      "He had had enough.",
      "Duran Duran came.",
      "A bye-bye bye.",
      "It's s small.",
      "The 5 5 of it.",
    ]) {
      expect(await ofText(text)).toEqual([]);
    }
    expect(await ofText("Die, die die Brücke bauten.", "de")).toEqual([]);
  });
});

test("advice names the line, and stops nothing", async () => {
  const reading = await read({ [STORY]: story({}, "All is well.\n\nThey crossed the the bridge.\n") });
  expect(reading.newsroom).toBeDefined();
  expect(printProblems(adviceAsProblems(reading.advice, reading.places), 1, "text")).toMatchInlineSnapshot(`
    "content/articles/2026/11/bridge-opens.md:10:14
      Warning: "the" stands here twice. Take one out.
       10 │ They crossed the the bridge.
          │              ^^^^^^^
    1 problem in 1 file. Warnings only: nothing stops the build.
    "
  `);
});

test("a newsroom that disagrees switches a piece of advice off by its name", async () => {
  const ignoring = (names: string) => ({
    "settings.yaml": `${USUAL["settings.yaml"]}ignoreAdvice: [${names}]\n`,
    [STORY]: story({}, "They crossed the the bridge."),
  });
  expect(await rulesBroken(ignoring("repeated-word, long-headline"))).toEqual([]);
  expect(await report(ignoring("repeated-words"))).toContain(
    'There is no advice "repeated-words". Did you mean "repeated-word"?',
  );
  for (const rule of ADVICE_RULES) expect(rule).toMatch(/^[a-z]+(-[a-z]+)+$/);
});

describe("Markdown that comes out otherwise than it looks", () => {
  test.each([
    ["heading-skips", "## One\n\n#### Two\n"],
    ["hash-without-space", "##One\n"],
    ["indented-heading", "Text.\n\n  ## One\n"],
    ["reversed-link", "See (the minutes)[https://a.example/].\n"],
    ["spaces-in-marks", "It is ** new ** here.\n"],
    ["spaces-in-marks", "See [ the minutes ](https://a.example/).\n"],
    ["bare-address", "See https://a.example/ for it.\n"],
    ["bold-as-heading", "Text.\n\n**What comes next**\n\nText.\n"],
    ["missing-reference", "See [the minutes][minutes].\n"],
    ["unused-reference", "Text.\n\n[minutes]: https://a.example/\n"],
    ["broken-table", "| a | b |\n|---|---|\n| 1 |\n"],
    ["uneven-list", "* a\n * b\n* c\n"],
  ])("is %s", (rule, body) => {
    expect(adviseOnMarkdown(story({}, body)).map((one) => one.rule)).toEqual([rule]);
  });

  test("is pointed at in the file, below the front matter", () => {
    const [advice] = adviseOnMarkdown("---\ntitle: A\n---\nText (the minutes)[https://a.example/].\n");
    expect(advice).toEqual({
      rule: "reversed-link",
      at: { line: 4, column: 6, length: 33 },
      about: "(the minutes)[https://a.example/]",
    });
  });

  test("is no address on a line of its own, no footnote and no form", () => {
    const body = "https://video.example/1\n\nText[^1].\n\n::: pull-quote\nWords\n:::\n\n[^1]: Note.\n";
    expect(adviseOnMarkdown(story({}, body))).toEqual([]);
  });

  test("cannot be hidden by a comment", () => {
    expect(adviseOnMarkdown(story({}, "<!-- markdownlint-disable -->\n\n##One\n"))).toHaveLength(1);
  });
});

test("every piece of advice stands in the documents, and no other", async () => {
  const page = await readFile(new URL("../../docs/style.md", import.meta.url), "utf8");
  expect([...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name)).toEqual(ADVICE_RULES);
});
