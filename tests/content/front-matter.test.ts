import { describe, expect, test } from "vitest";
import { REQUIRED, read, report, reportOnStory, STORY, story } from "./newspaper-on-disk.ts";

const reportOn = (text: string | Uint8Array) => report({ [STORY]: text });
const FIELDS = story().split("---\n")[1] ?? "";

describe("the frame of front matter", () => {
  test.each([
    ["three hyphens, fields, three hyphens", `---\n${FIELDS}---\nBody\n`],
    ["Windows line ends", `---\n${FIELDS}---\nBody\n`.replaceAll("\n", "\r\n")],
    ["a byte order mark before it", `\ufeff---\n${FIELDS}---\nBody\n`],
    ["spaces after the hyphens", `---  \n${FIELDS}---\t\nBody\n`],
    ["hyphens inside a block of text", `---\n${FIELDS}place: |\n  a\n  ---\n  b\n---\nBody\n`],
    ["no body", `---\n${FIELDS}---`],
    ["a rule in the body", `---\n${FIELDS}---\na\n\n---\n\nb\n`],
  ])("may have %s", async (_what, text) => {
    expect(await reportOn(text)).toBe("");
  });

  test("must be there", async () => {
    expect(await reportOn("The bridge is open.\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:1:1
        There is no front matter on line 1. The first line is three hyphens (---), then the fields, then three hyphens again.
          1 │ The bridge is open.
            │ ^^^^^^^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn(`\n---\n${FIELDS}---\n`)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:1:1
        There is no front matter on line 1. The first line is three hyphens (---), then the fields, then three hyphens again.
          1 │ 
            │ ^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn("")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:1:1
        There is no front matter on line 1. The first line is three hyphens (---), then the fields, then three hyphens again.
          1 │ 
            │ ^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test.each(["js", "javascript", "coffee", "json", "toml", " yaml", "-"])(
    "cannot ask for the engine %j",
    async (word) => {
      const text = `---${word}\n{ title: process.exit(1) }\n---\nBody\n`;
      expect(await reportOn(text)).toContain("Front matter is YAML and nothing else. Leave only --- on line 1.");
    },
  );

  test("points at the name of an engine", async () => {
    expect(await reportOn("---js\n({})\n---\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:1:4
        Front matter is YAML and nothing else. Leave only --- on line 1.
          1 │ ---js
            │    ^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("must be closed, by a line of just three hyphens", async () => {
    expect(await reportOn(`---\n${FIELDS}Body\n`)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:1:1
        The front matter is never closed. The first line is three hyphens (---), then the fields, then three hyphens again.
          1 │ ---
            │ ^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn(`---\n${FIELDS}----\nBody\n`)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:1
        Front matter is closed by a line of just three hyphens. The first line is three hyphens (---), then the fields, then three hyphens again.
          7 │ ----
            │ ^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("may not hold a gap of a thousand lines, over which the cutting of files would take minutes", async () => {
    expect(await reportOn(`---\n${FIELDS}${"\n".repeat(1000)}---\n`)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:6:14
        Here is a very long gap in the front matter. Delete it.
          6 │ section: news
            │              ^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("without fields misses them all, and the body is checked no less", async () => {
    const printed = await reportOn("---\n---\n<b>\n");
    for (const field of Object.keys(REQUIRED)) expect(printed).toContain(`Missing field "${field}".`);
    expect(printed).toContain("Raw HTML");
  });
});

describe("YAML in front matter", () => {
  test.each([
    ["1.10", "1.10"],
    ["no", "no"],
    ["null", "null"],
    ["~", "~"],
    ["true", "true"],
    ["0x1F", "0x1F"],
    ["2026-11-03", "2026-11-03"],
    ["'it''s'", "it’s"],
    ['"a\\u00e9"', "aé"],
    ["C# and F#", "C# and F#"],
    ["\n  folded\n  lines", "folded lines"],
    ["|\n  kept\n  lines", "kept lines"],
    ["<<", "<<"],
  ])("reads %j as it is written", async (written, title) => {
    const { newsroom } = await read({ [STORY]: story({ title: written }) });
    expect(newsroom?.articles[0]?.title).toBe(title);
  });

  test("an unquoted # that would cut a title is a problem", async () => {
    expect(await reportOnStory({ title: "The F # minor bridge" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:2:14
        A # after a space starts a comment, which nobody sees. Put the whole text in quotes.
          2 │ title: The F # minor bridge
            │              ^^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ title: "#1 in the world" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:2:8
        A # after a space starts a comment, which nobody sees. Put the whole text in quotes.
          2 │ title: #1 in the world
            │        ^^^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("a # in quotes, inside a word, or after a word that is looked up is none", async () => {
    expect(await reportOnStory({ title: '"The F # minor bridge"', place: "C#", author: "ann-example # our Ann" })).toBe(
      "",
    );
  });

  test("a comment on a line of its own is none", async () => {
    expect(await reportOnStory({ place: "Shenzhen\n# as she told us" })).toBe("");
  });

  test("a colon that starts a field inside a title is a problem", async () => {
    expect(await reportOnStory({ title: "Bridge: open" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:2:8
        A colon followed by a space starts a new field here. Put the whole value in quotes: title: "Bridge opens: first cars cross".
          2 │ title: Bridge: open
            │        ^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("a field that is here twice is a problem", async () => {
    expect(await reportOnStory({ place: "Shenzhen\nplace: London" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:1
        The field "place" is here twice. Keep one of them.
          8 │ place: London
            │ ^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ place: 'Shenzhen\n"place": London' })).toContain('The field "place" is here twice.');
  });

  test("an alias, an anchor and a tag are problems", async () => {
    expect(await reportOnStory({ place: "*here" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:8
        This is a YAML alias. Write the value out, or quote the *.
          7 │ place: *here
            │        ^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ place: "&here Shenzhen" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:14
        This is a YAML anchor. Write the value without it, or quote the &.
          7 │ place: &here Shenzhen
            │              ^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ place: "!secret Shenzhen" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:8
        This is a YAML tag. Write the value without it, or quote the !.
          7 │ place: !secret Shenzhen
            │        ^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ draft: "!!bool true" })).toContain("This is a YAML tag.");
    expect(await reportOnStory({ place: "!!js/function 'x'" })).toContain("This is a YAML tag.");
    expect(await reportOnStory({ "&key place": "Shenzhen" })).toContain("A field's name must be a word.");
  });

  test("a merge key and other names that mean something to a program are unknown fields", async () => {
    for (const key of ["<<", "__proto__", "constructor", "toString", "permalink", "templateEngineOverride"]) {
      expect(await reportOnStory({ [key]: "{ place: x }" })).toContain(`Unknown field "${key}".`);
      expect(await reportOnStory({ [key]: "x" })).toContain(`Unknown field "${key}".`);
    }
  });

  test("a list or a group as a field's name is a problem", async () => {
    expect(await reportOnStory({ "? [a, b]\n": "c" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:3
        A field's name must be a word. Put the value in quotes.
          7 │ ? [a, b]
            │   ^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("a second document and a directive are problems", async () => {
    expect(await reportOnStory({ place: "Shenzhen\n...\nmore: x" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:1
        A line of --- or ... ends the YAML here. Take the line out.
          8 │ ...
            │ ^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn(`---\n%YAML 1.1\n${FIELDS}---\n`)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:2:1
        A YAML directive cannot stand here. Delete the line.
          2 │ %YAML 1.1
            │ ^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("an open quote or bracket, a tab as indent and a sign at the start are problems, one a line", async () => {
    expect(
      await reportOnStory({
        title: '"Bridge opens',
        summary: undefined,
        author: undefined,
        date: undefined,
        section: undefined,
      }),
    ).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:2:21
        Something is missing here: a colon, a closing quote or a closing bracket. Add it, or put the value in quotes.
          2 │ title: "Bridge opens
            │                     ^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ tags: "[Huawei" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:14
        This line is not indented as YAML wants it, or a bracket above is not closed. Indent it like the lines of its list, or close the bracket.
          7 │ tags: [Huawei
            │              ^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ image: "\n\tsrc: a.png" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:1
        A tab cannot indent YAML. Use spaces.
          8 │  src: a.png
            │ ^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ place: "@home" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:8
        A value cannot start with this character. Put the value in quotes.
          7 │ place: @home
            │        ^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ title: '"Bridge" opens' })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:2:17
        This cannot stand here. Delete it, or put the whole value in quotes.
          2 │ title: "Bridge" opens
            │                 ^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ title: "- a" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:2:8
        This cannot stand here. Delete it, or put the whole value in quotes.
          2 │ title: - a
            │        ^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ tags: "[Huawei,, BRI]" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:15
        This cannot stand here. Delete it, or put the whole value in quotes.
          7 │ tags: [Huawei,, BRI]
            │               ^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("what is nested too deep is a problem, and is found without going down", async () => {
    expect(await reportOnStory({ place: "[[[[[[[[[[x]]]]]]]]]]" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:16
        This is nested too deep. Flatten it.
          7 │ place: [[[[[[[[[[x]]]]]]]]]]
            │                ^
      1 problem in 4 files. Nothing was published.
      "
    `);
    const deep = [
      "[".repeat(10_000),
      "\n [".repeat(10_000),
      "\n {a:".repeat(5000),
      `\n  ${"- ".repeat(10_000)}`,
      `\n  ${"? - ".repeat(5000)}`,
      Array.from({ length: 300 }, (_, depth) => `\n${" ".repeat(depth + 1)}a:`).join(""),
    ];
    for (const place of deep) expect(await reportOnStory({ place })).toContain("This is nested too deep. Flatten it.");
  });

  test("a lone half of a surrogate pair, and a control written as an escape, cannot be printed", async () => {
    expect(await reportOnStory({ title: '"\\ud800"' })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:2:8
        "title" holds a character that cannot be printed. Delete it.
          2 │ title: "\\ud800"
            │        ^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ title: '"a\\u0007b"' })).toContain("holds a character that cannot be printed");
  });

  test("is one group of fields", async () => {
    expect(await reportOn("---\n- a\n---\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:2:1
        This must be a group of fields. Its fields are: title, summary, author, date, updated, expires, corrections, changes, comments, retracted, section, tags, series, sponsored, disclosure, place, image, sources, language, draft, note, live, contents, formerly.
          2 │ - a
            │ ^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn("---\nhello\n---\n")).toContain("This must be a group of fields.");
  });
});
