import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { read, reportOnStory, STORY, story, USUAL } from "./newspaper-on-disk.ts";

const reportOn = (body: string) => reportOnStory({}, body);

/** The places of a story's problems, as line:column in its body, and the text that the caret underlines. */
async function places(body: string): Promise<string[]> {
  const { problems } = await read({ [STORY]: story({}, body) });
  const above = story({}, "").split("\n").length - 1;
  return problems.map(({ at }) =>
    at ? `${at.line - above}:${at.column} ${at.excerpt.slice(at.column - 1, at.column - 1 + at.length)}` : "nowhere",
  );
}

async function html(body: string, language = "en-GB"): Promise<string> {
  const settings = String(USUAL["settings.yaml"]).replace("en-GB", language);
  const { newsroom, bodies } = await read({ "settings.yaml": settings, [STORY]: story({}, body) });
  const article = newsroom?.articles[0];
  if (!article) throw new Error("The test's own story has a problem");
  return bodies.get(article.body) ?? "";
}

describe("text that looks like something else", () => {
  test.each([
    ["a < b and 3<4 <3", "a &lt; b and 3&lt;4 &lt;3"],
    ["{{ page.url }} {% include x %}", "{{ page.url }} {% include x %}"],
    ["`<b>` and \\<b>", "<code>&lt;b&gt;</code> and &lt;b&gt;"],
    ["(c) 3.5...", "(c) 3.5..."],
    ["![not an image", "![not an image"],
    ["[no link][nowhere]", "[no link][nowhere]"],
  ])("%s stays text", async (body, text) => {
    expect(await html(body)).toBe(`<p>${text}</p>\n`);
  });

  test("HTML in a block of code is code", async () => {
    expect(await html("```\n<script>\n```\n\n    <b>\n")).toBe(
      '<pre tabindex="0"><code>&lt;script&gt;\n</code></pre>\n<pre tabindex="0"><code>&lt;b&gt;\n</code></pre>\n',
    );
  });
});

describe("raw HTML", () => {
  test("is a problem at its place", async () => {
    expect(await reportOn("The <b>bridge</b> is open.\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:5
        Raw HTML (<b>) cannot stand in a text. Use Markdown, or write &lt; for a less-than sign.
          8 │ The <b>bridge</b> is open.
            │     ^^^
      content/articles/2026/11/bridge-opens.md:8:14
        Raw HTML (</b>) cannot stand in a text. Use Markdown, or write &lt; for a less-than sign.
          8 │ The <b>bridge</b> is open.
            │              ^^^^
      2 problems in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn('One\n\n<div class="box">\nTwo\n</div>\n')).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:10:1
        Raw HTML (<div class="box">) cannot stand in a text. Use Markdown, or write &lt; for a less-than sign.
         10 │ <div class="box">
            │ ^^^^^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test.each([
    ["a comment", "x <!-- c -->", "1:3 <!-- c -->"],
    ["a comment over lines", "<!-- c\nd -->", "1:1 <!-- c"],
    ["CDATA", "a\nb <![CDATA[x]]>", "2:3 <![CDATA[x]]>"],
    ["a processing instruction", "a <?php x ?>", "1:3 <?php x ?>"],
    ["a document type", "<!DOCTYPE html>", "1:1 <!DOCTYPE html>"],
    ["a custom element", "a <x-y z>", "1:3 <x-y z>"],
    ["in a quotation", "> > so <i>", "1:8 <i>"],
    ["a block in a quotation", "> <div>\n> x", "1:3 <div>"],
    ["a block in a list", "1. a\n2. <hr>\n", "2:4 <hr>"],
    ["in a list in a list", "- a\n  - b <i>\n", "2:7 <i>"],
    ["in a cell", "| 11 | 1 |\n|---|---|\n| 1 | 1 <i> |\n", "3:9 <i>"],
    ["in a second cell like the first", "| 1 <i | 1 <i> |\n|---|---|\n", "1:12 <i>"],
    ["in a heading", "## So <i>\n", "1:7 <i>"],
    ["in a footnote", "a[^1]\n\n[^1]: note <i>\n", "3:12 <i>"],
    ["in a footnote inside a sentence", "One.\n\nTwo^[note <i>]\n\nThree.\n", "3:11 <i>"],
    ["in a link", "[a <i>](https://x.example)", "1:4 <i>"],
    ["on a lazy line", "> a\nlazy <i>", "2:6 <i>"],
    ["on an indented line", "a\n   b <i>", "2:6 <i>"],
    ["behind Chinese and emoji", "华为🎉 <i>", "1:6 <i>"],
  ])("is found: %s", async (_what, body, place) => {
    expect(await places(body)).toContain(place);
  });

  test("is found in the alternative text of a picture", async () => {
    expect(await reportOn("![a <b>x</b>](https://x.example/p.png)")).toContain("Raw HTML (<b>)");
  });
});

describe("headings", () => {
  test("have ids in any script, and no two the same", async () => {
    const $ = load(await html("## 华为 in China\n\n## Why?\n\n## Why!\n\n### Why 2\n\n## ?!\n\n## Why\n"));
    const ids = $("h2, h3")
      .map((_, heading) => $(heading).attr("id"))
      .get();
    expect(ids).toEqual(["华为-in-china", "why", "why-2", "why-2-2", "section", "why-3"]);
  });

  test("of the first order are a problem, since that is the title", async () => {
    expect(await reportOn("# Bridge\n\nOpen\n====\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:3
        A page has one main heading, and it is the title. Start the headings of the body at ##.
          8 │ # Bridge
            │   ^^^^^^
      content/articles/2026/11/bridge-opens.md:10:1
        A page has one main heading, and it is the title. Start the headings of the body at ##.
         10 │ Open
            │ ^^^^
      2 problems in 4 files. Nothing was published.
      "
    `);
  });
});

describe("footnotes", () => {
  test("lead there and back, and their ids are no heading's", async () => {
    const $ = load(await html("A[^n] b[^n] c^[inside].\n\n## fn 1\n\n[^n]: Note.\n"));
    for (const link of $("sup a, .footnotes a").toArray()) {
      const target = decodeURIComponent($(link).attr("href")?.slice(1) ?? "");
      expect($(`[id="${target}"]`).length).toBe(1);
    }
    expect($(".footnotes li").length).toBe(2);
  });

  test("without a text are a problem where they are called", async () => {
    expect(await reportOn("One\ntwo [^x] lost\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:9:5
        The footnote [^x] has no text. Add a line that starts with [^x]: to the end of the text.
          9 │ two [^x] lost
            │     ^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("that nobody calls are a problem, because no reader would see them", async () => {
    expect(await reportOn("One[^1]\n\n[^1]: Here.\n\n[^2]: Lost.\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:12:1
        No reader would see the footnote [^2]: no mark calls it. Write [^2] where it belongs.
         12 │ [^2]: Lost.
            │ ^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("of one name are a problem, because readers would see only the last", async () => {
    expect(await reportOn("One[^1]\n\n[^1]: First.\n[^1]: Second.\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:10:1
        The footnote [^1] has two texts, and readers would see only the last. Give one another name.
         10 │ [^1]: First.
            │ ^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });
});

describe("what news writers need", () => {
  test("a column of a table is aligned without an inline style, and its empty corner is no heading", async () => {
    const $ = load(await html("| | Sum |\n|---|---:|\n| Tax | 12 |"));
    expect($("[style]").length).toBe(0);
    expect($("th").text()).toBe("Sum");
    expect($("th, tbody td:last-child").hasClass("right")).toBe(true);
    expect($("thead td").length).toBe(1);
  });

  test("a table can be scrolled by itself", async () => {
    const $ = load(await html("| a | b |\n|---|---|\n| 1 | 2 |\n"));
    expect($("div.table[tabindex=0] > table td").length).toBe(2);
  });

  test.each([
    ["en-GB", "“a ‘b’ c” and it’s"],
    ["de", "„a ‚b‘ c“ and it’s"],
    ["de-CH", "«a ‹b› c» and it’s"],
    ["fr", "«\u00a0a “b” c\u00a0» and it’s"],
    ["zh-Hant", "「a 『b』 c」 and it’s"],
    ["sv", "”a ’b’ c” and it’s"],
  ])("quotation marks are those of the language %s", async (language, text) => {
    expect(
      load(await html("\"a 'b' c\" and it's", language))
        .text()
        .trim(),
    ).toBe(text);
  });
});

describe("too much of anything", () => {
  test("is a problem, because checking it would take minutes", async () => {
    expect(await reportOn(`One.\n\n${"[".repeat(20_001)}\n`)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:10:1
        This paragraph has more than 20,000 characters. Divide it with an empty line.
         10 │ [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
            │ ^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn("## a\n".repeat(1001))).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:1008:1
        This text has more than 1,000 headings. Divide it into several stories.
       1008 │ ## a
            │ ^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn("^[a] ".repeat(1001))).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:1
        This text has more than 1,000 footnotes. Divide it into several stories.
          8 │ ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] ^[a] …
            │ ^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("does not hide the problems around it", async () => {
    expect(await places(`<b>\n\n${"a ".repeat(20_000)}\n\nb <i>\n`)).toEqual(["3:1 a", "1:1 <b>", "5:3 <i>"]);
  });

  test("is not a long feature", async () => {
    expect(await reportOn(`${"word ".repeat(1000)}\n\n## Next\n\n`.repeat(30))).toBe("");
  });
});
