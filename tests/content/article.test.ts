import { describe, expect, test } from "vitest";
import { datesToCome } from "../../src/content/dates-to-come.ts";
import { read, report, reportOnStory, STORY, story } from "./newspaper-on-disk.ts";
import { png } from "./pictures.ts";

const FULL = `---
title: 'The "new" bridge opens'
summary: The first cars crossed at dawn.
author: [ann-example, markets-desk]
date: 2026-11-03T09:30
updated: 2026-11-04
expires: 2027-11-03
corrections:
  - date: 2026-11-05
    text: The "first" lorry was the second.
section: news
tags: [Huawei, bri, 5g]
place: Shenzhen
image:
  src: bridge.png
  alt: The bridge at dawn
  caption: The 'first' lorry.
  credit: "Photograph: Ann Example"
sources:
  - name: Minutes of the council
    url: https://council.example/minutes
    publisher: The council
    date: 2026-10-01
  - name: What Ann saw
draft: true
contents: false
---
## One

## Two
`;

const WORLD = {
  "authors/markets-desk.md": "---\nname: Markets Desk\ntype: organisation\n---\n",
  "tags.yaml": "- name: Huawei\n- name: Belt and Road\n  aliases: [BRI]\n- name: 5G\n",
  "articles/2026/11/bridge.png": png(4, 3),
};

test("a story with every field is read whole", async () => {
  const { newsroom, problems } = await read({ ...WORLD, [STORY]: FULL });
  expect(problems).toEqual([]);
  expect(newsroom?.articles).toMatchObject([
    {
      file: STORY,
      slug: "bridge-opens",
      title: "The “new” bridge opens",
      summary: "The first cars crossed at dawn.",
      authors: ["ann-example", "markets-desk"],
      date: { iso: "2026-11-03T09:30:00+00:00", precision: "minute" },
      updated: { iso: "2026-11-04T00:00:00+00:00", precision: "day" },
      expires: { iso: "2027-11-03T00:00:00+00:00", precision: "day" },
      corrections: [{ date: { iso: "2026-11-05T00:00:00+00:00" }, text: "The “first” lorry was the second." }],
      section: "news",
      tags: ["huawei", "belt-and-road", "5g"],
      place: "Shenzhen",
      cover: {
        image: { width: 4, height: 3, format: "png" },
        alt: "The bridge at dawn",
        caption: "The ‘first’ lorry.",
        credit: "Photograph: Ann Example",
      },
      sources: [
        {
          name: "Minutes of the council",
          url: "https://council.example/minutes",
          publisher: "The council",
          date: { precision: "day" },
        },
        { name: "What Ann saw" },
      ],
      draft: true,
      contents: [],
    },
  ]);
});

test("a story has a contents list from two headings up, unless the writer says no", async () => {
  const contentsOf = async (fields: Record<string, string>, body: string) => {
    const { newsroom } = await read({ [STORY]: story(fields, body) });
    return newsroom?.articles[0]?.contents.map(({ text }) => text);
  };
  expect(await contentsOf({}, "## One\n\n### Under it\n\n#### Deep\n")).toEqual(["One", "Under it"]);
  expect(await contentsOf({}, "## One\n")).toEqual([]);
  expect(await contentsOf({ contents: "false" }, "## One\n\n## Two\n")).toEqual([]);
});

describe("a required field", () => {
  test.each(["title", "summary", "author", "date", "section"])("that is missing is a problem: %s", async (field) => {
    expect(await reportOnStory({ [field]: undefined })).toContain(
      `Missing field "${field}". Add it, such as "${field}: `,
    );
  });

  test.each(["title", "summary", "author", "date", "section"])("that is empty is a problem: %s", async (field) => {
    expect(await reportOnStory({ [field]: "" })).toContain(`"${field}" is empty.`);
    expect(await reportOnStory({ [field]: '" "' })).toContain(`"${field}" is empty.`);
  });

  test("is asked for with an example", async () => {
    expect(await reportOnStory({ date: undefined })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:2:1
        Missing field "date". Add it, such as "date: 2026-11-03T09:30".
          2 │ title: Bridge opens
            │ ^^^^^^^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ title: "" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:2:8
        "title" is empty. Fill it in; if it is not required, it may be left out.
          2 │ title: 
            │        ^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });
});

describe("a field that is wrong", () => {
  test.each(["title", "summary", "date", "section", "updated", "place"])(
    "%s is a text and no list or group",
    async (field) => {
      expect(await reportOnStory({ [field]: "[a, b]" })).toContain(`"${field}" must be a text.`);
      expect(await reportOnStory({ [field]: "{ a: b }" })).toContain(`"${field}" must be a text.`);
    },
  );

  test.each(["updated", "place", "tags", "image", "sources", "draft", "live", "contents"])(
    "%s may be left out but not empty",
    async (field) => {
      expect(await reportOnStory({ [field]: "" })).toContain(`"${field}" `);
    },
  );

  test("has a name that nobody knows", async () => {
    expect(await reportOnStory({ sumary: "x" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:1
        Unknown field "sumary". Did you mean "summary"?
          7 │ sumary: x
            │ ^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ Place: "x" })).toContain('Unknown field "Place". Did you mean "place"?');
    expect(await reportOnStory({ photographer: "x" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:1
        Unknown field "photographer". Known are: title, summary, author, date, updated, expires, corrections, changes, comments, retracted, section, tags, series, sponsored, disclosure, place, image, sources, language, draft, note, live, contents, formerly.
          7 │ photographer: x
            │ ^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test.each(["True", "TRUE", '"true"', "'false'", "yes", "on", "1", "[true]", "{}", "null"])(
    "draft and contents are true or false, unquoted, and not %s",
    async (value) => {
      expect(await reportOnStory({ draft: value })).toContain('"draft" must be true or false.');
      expect(await reportOnStory({ contents: value })).toContain('"contents" must be true or false.');
    },
  );

  test("draft says so", async () => {
    expect(await reportOnStory({ draft: "yes" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:8
        "draft" must be true or false. Write one of them in lower case, without quotes.
          7 │ draft: yes
            │        ^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("author names nobody", async () => {
    expect(await reportOnStory({ author: "ann-exampel" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:4:9
        There is no author "ann-exampel". Did you mean "ann-example"?
          4 │ author: ann-exampel
            │         ^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ author: "Ann Example" })).toContain('Did you mean "ann-example"?');
    expect(await reportOnStory({ author: "[ann-example, nobody]" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:4:23
        There is no author "nobody". Known are: ann-example.
          4 │ author: [ann-example, nobody]
            │                       ^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("author names somebody twice, or is no list of texts", async () => {
    expect(await reportOnStory({ author: "[ann-example, ann-example]" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:4:23
        The author "ann-example" is named twice. Keep one of them.
          4 │ author: [ann-example, ann-example]
            │                       ^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ author: "[]" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:4:9
        "author" is empty. Write at least one entry.
          4 │ author: []
            │         ^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ author: "{ name: Ann }" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:4:9
        "author" must be a text. Write it like "technology-desk".
          4 │ author: { name: Ann }
            │         ^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ author: "[[ann-example]]" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:4:10
        An entry of "author" must be a text. Write it like "technology-desk".
          4 │ author: [[ann-example]]
            │          ^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("author names a file whose own name is wrong: that alone is the problem", async () => {
    const files = { "authors/Bob.md": "---\nname: Bob\ntype: person\n---\n", [STORY]: story({ author: "bob" }) };
    expect(await report(files)).toMatchInlineSnapshot(`
      "content/authors/Bob.md
        The name "Bob.md" cannot stand in a URL as it is. Rename the file to bob.md.
      1 problem in 5 files. Nothing was published.
      "
    `);
  });

  test("author where there are many names none of which is near", async () => {
    const authors = Array.from({ length: 13 }, (_, index) => [
      `authors/writer-${index}.md`,
      "---\nname: W\ntype: person\n---\n",
    ]);
    expect(
      await report({ ...Object.fromEntries(authors), [STORY]: story({ author: "Zoë Quick" }) }),
    ).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:4:9
        There is no author "Zoë Quick". Add authors/zoë-quick.md.
          4 │ author: Zoë Quick
            │         ^^^^^^^^^
      1 problem in 17 files. Nothing was published.
      "
    `);
  });

  test("section is not in the settings", async () => {
    expect(await reportOnStory({ section: "newz" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:6:10
        There is no section "newz". Did you mean "news"?
          6 │ section: newz
            │          ^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ section: "opinion" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:6:10
        There is no section "opinion". Known are: news.
          6 │ section: opinion
            │          ^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("tags are not in the registry, or are there twice", async () => {
    expect(await reportOnStory({ tags: "[Huwaei, Blockchain]" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:8
        Unknown tag "Huwaei". Did you mean "Huawei"?
          7 │ tags: [Huwaei, Blockchain]
            │        ^^^^^^
      content/articles/2026/11/bridge-opens.md:7:16
        Unknown tag "Blockchain". Add it to tags.yaml, or choose one that is there.
          7 │ tags: [Huwaei, Blockchain]
            │                ^^^^^^^^^^
      2 problems in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ tags: "[huawei, 华为]" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:16
        The tag "Huawei" is named twice. Keep one of them.
          7 │ tags: [huawei, 华为]
            │                ^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ tags: "Huawei" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:7
        "tags" must be a list. Write it like [Huawei].
          7 │ tags: Huawei
            │       ^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ tags: "[[Huawei]]" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:8
        An entry of "tags" must be a text. Write it like "Huawei".
          7 │ tags: [[Huawei]]
            │        ^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("image names no picture beside the story, or lacks its words", async () => {
    const pictures = { "articles/2026/11/bridge.png": png(4, 3) };
    const image = (fields: string) => report({ ...pictures, [STORY]: story({ image: fields }) });
    expect(await image("{ src: brigde.png, alt: A bridge }")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:15
        There is no image "brigde.png" beside this file. Did you mean "bridge.png"?
          7 │ image: { src: brigde.png, alt: A bridge }
            │               ^^^^^^^^^^
      1 problem in 5 files. Nothing was published.
      "
    `);
    expect(await image("{ src: ../11/bridge.png, alt: A bridge }")).toContain("There is no image");
    expect(await image("{ src: bridge.png }")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:8
        Missing field "image.alt". Add it, such as "alt: The bridge at dawn, with one lorry on it".
          7 │ image: { src: bridge.png }
            │        ^^^^^^^^^^^^^^^^^^^
      1 problem in 5 files. Nothing was published.
      "
    `);
    expect(await image("{ alt: A bridge }")).toContain('Missing field "image.src".');
    expect(await image("bridge.png")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:8
        "image" must be a group of fields. Its fields are: src, alt, focus, caption, credit.
          7 │ image: bridge.png
            │        ^^^^^^^^^^
      1 problem in 5 files. Nothing was published.
      "
    `);
    expect(await image("{ src: bridge.png, alt: A bridge, size: big }")).toContain('Unknown field "size".');
    expect(await image('{ src: bridge.png, alt: "" }')).toContain('"image.alt" is empty.');
    expect(await image("{ src: bridge.png, alt: A bridge, caption: [x], credit: {} }")).toContain(
      '"image.credit" must be a text.',
    );
  });

  test("sources lack a name, or their address or date cannot be read", async () => {
    expect(await reportOnStory({ sources: "\n  - url: council.example\n    date: 2026-02-30" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:5
        Missing field "sources.name". Add it, such as "name: Minutes of the council, 3 November 2026".
          8 │   - url: council.example
            │     ^^^^^^^^^^^^^^^^^^^^
      content/articles/2026/11/bridge-opens.md:8:10
        "sources.url" is not a web address ("council.example"). Write it whole, from https:// on.
          8 │   - url: council.example
            │          ^^^^^^^^^^^^^^^
      content/articles/2026/11/bridge-opens.md:9:11
        "sources.date" is a date or time that does not exist ("2026-02-30"). Mend the day, the time or the offset.
          9 │     date: 2026-02-30
            │           ^^^^^^^^^^
      3 problems in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ sources: "[The council]" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:11
        An entry of "sources" must be a group of fields. Its fields are: name, url, publisher, date.
          7 │ sources: [The council]
            │           ^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ sources: "The council" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:10
        "sources" must be a list. Write each entry on a line of its own, after a hyphen.
          7 │ sources: The council
            │          ^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    for (const url of [
      "https:council.example",
      "javascript:alert(1)",
      "//council.example",
      "ftp://council.example",
      "https://",
    ]) {
      expect(await reportOnStory({ sources: `[{ name: a, url: "${url}" }]` })).toContain(
        '"sources.url" is not a web address',
      );
    }
  });
});

describe("a date", () => {
  test("that cannot be read shows how dates are written", async () => {
    expect(await reportOnStory({ date: "3 November 2026" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:5:7
        "date" is not a date that can be read ("3 November 2026"). Write 2026-11-03T09:30 (the site's time), 2026-11-03T09:30+01:00 (with an offset) or 2026-11-03 (a day).
          5 │ date: 3 November 2026
            │       ^^^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("that is impossible is a problem and never rolled over", async () => {
    expect(await reportOnStory({ date: "2026-02-30" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:5:7
        "date" is a date or time that does not exist ("2026-02-30"). Mend the day, the time or the offset.
          5 │ date: 2026-02-30
            │       ^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("that the clocks skip or show twice says so", async () => {
    expect(await reportOnStory({ date: "2026-03-29T01:30" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:5:7
        "date" is a time that does not exist in Europe/London: the clocks go forward over it. Write a later time, or give the offset.
          5 │ date: 2026-03-29T01:30
            │       ^^^^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ date: "2026-10-25T01:30" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:5:7
        "date" is a time that happens twice in Europe/London, when the clocks go back. Say which: 2026-10-25T01:30+01:00 or 2026-10-25T01:30+00:00.
          5 │ date: 2026-10-25T01:30
            │       ^^^^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("in another month says where the file belongs, by the site's clock", async () => {
    expect(await reportOnStory({ date: "2026-10-31" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:5:7
        The date is in 2026/10, but the file is in 2026/11. Move it to articles/2026/10/bridge-opens.md, or mend the date.
          5 │ date: 2026-10-31
            │       ^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ date: "2026-12-01T07:00+08:00" })).toBe("");
    expect(await reportOnStory({ date: "2025-11-03" })).toContain("Move it to articles/2025/11/bridge-opens.md");
  });

  test("of an update is not before that of the story, but may be the same day", async () => {
    expect(await reportOnStory({ updated: "2026-11-02" })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:10
        The story was updated before it was published. Mend one of the two dates.
          7 │ updated: 2026-11-02
            │          ^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ updated: "2026-11-03T09:29" })).toContain("updated before it was published");
    expect(await reportOnStory({ updated: "2026-11-03" })).toBe("");
  });
});

describe("what happens to a story after it came out", () => {
  const correction = (date: string) => `\n  - date: ${date}\n    text: It was the other bridge.`;
  const retraction = (date: string) => `\n  date: ${date}\n  reason: It was another bridge.`;

  test("a correction before publication is a problem at its date", async () => {
    expect(await reportOnStory({ corrections: correction("2026-11-03T09:29") })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:11
        The story was corrected before it was published. Mend the date.
          8 │   - date: 2026-11-03T09:29
            │           ^^^^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ corrections: correction("2026-11-03") })).toBe("");
  });

  test("so is a retraction before publication, and that of a draft", async () => {
    expect(await reportOnStory({ retracted: retraction("2026-11-02") })).toContain(
      "The story was retracted before it was published. Mend the date.",
    );
    expect(await reportOnStory({ draft: "true", retracted: retraction("2026-11-04") })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:9:3
        A draft was never published, so it cannot be retracted. Take out draft, so that the story's address says that it was retracted.
          9 │   date: 2026-11-04
            │   ^^^^^^^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("so is an end before the beginning", async () => {
    expect(await reportOnStory({ expires: "2026-11-03T09:30" })).toContain(
      "The story would be gone before it was out. Mend one of the two dates.",
    );
  });

  test.each([
    ["corrections", "The first lorry was the second.", '"corrections" must be a list'],
    ["corrections", "\n  - date: 2026-11-05", 'Missing field "corrections.text"'],
    ["corrections", "\n  - date: 2026-11-05\n    text: It was.\n    note: x", 'Unknown field "note"'],
    ["corrections", correction("2026-02-30"), "is a date or time that does not exist"],
    ["retracted", "true", '"retracted" must be a group'],
    ["retracted", "\n  date: 2026-11-05", 'Missing field "retracted.reason"'],
    ["retracted", "\n  date: soon\n  reason: It was.", "is not a date that can be read"],
    ["expires", "never", "is not a date that can be read"],
  ])("a wrong %s is a problem: %s", async (field, value, what) => {
    expect(await reportOnStory({ [field]: value })).toContain(what);
  });

  test("a date of what has happened that is still to come is a problem, until it has come", async () => {
    const fields = {
      updated: "2026-11-05",
      corrections: correction("2026-11-06"),
      retracted: retraction("2026-11-07"),
    };
    const { newsroom, places } = await read({ [STORY]: story(fields) });
    if (!newsroom) throw new Error("This newspaper has problems");
    const reportAt = (day: string) =>
      datesToCome(newsroom, Date.parse(day), places).map(({ what, at }) => `${at?.line}:${at?.column} ${what}`);
    expect(reportAt("2026-11-04")).toEqual([
      "7:10 The update is in the future (2026-11-05T00:00:00+00:00).",
      "9:11 The correction is in the future (2026-11-06T00:00:00+00:00).",
      "12:9 The retraction is in the future (2026-11-07T00:00:00+00:00).",
    ]);
    expect(reportAt("2026-11-06")).toEqual(["12:9 The retraction is in the future (2026-11-07T00:00:00+00:00)."]);
    expect(reportAt("2026-11-07")).toEqual([]);
    expect(reportAt("2026-11-01"), "a story that is not out yet says so by its own date").toEqual([]);
  });
});
