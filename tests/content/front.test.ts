import { describe, expect, test } from "vitest";
import { read, report, reportOnStory, STORY, story } from "./newspaper-on-disk.ts";

const OTHERS = {
  "articles/2026/11/bridge-closes.md": story({ date: "2026-11-04T09:30" }),
  "articles/2026/11/a-draft.md": story({ date: "2026-11-05T09:30", draft: "true" }),
  "articles/2026/11/taken-back.md": story({
    date: "2026-11-05T09:30",
    retracted: "\n  date: 2026-11-06\n  reason: It was wrong.",
  }),
  [STORY]: story(),
};
const reportOn = (front: string) => report({ ...OTHERS, "front.yaml": front });

describe("the plan of the front page", () => {
  test("is read whole", async () => {
    const { newsroom, problems } = await read({
      ...OTHERS,
      "front.yaml": `lead:
  story: ${STORY}
  until: 2026-11-06
order:
  - articles/2026/11/bridge-closes.md
banner:
  text: The "bridge" is closed.
  story: ${STORY}
  until: 2026-11-05T18:00
`,
    });
    expect(problems).toEqual([]);
    expect(newsroom?.front).toMatchObject({
      lead: { story: STORY, until: { iso: "2026-11-06T00:00:00+00:00" } },
      order: ["articles/2026/11/bridge-closes.md"],
      banner: { text: "The “bridge” is closed.", story: STORY, until: { iso: "2026-11-05T18:00:00+00:00" } },
    });
  });

  test("may be empty, or not there", async () => {
    expect(await reportOn("")).toBe("");
    expect((await read(OTHERS)).newsroom?.front).toEqual({ order: [] });
  });

  test("names a story that is not there, with the one that was meant", async () => {
    expect(await reportOn("lead:\n  story: articles/2026/11/bridge-open.md\n")).toMatchInlineSnapshot(`
      "content/front.yaml:2:10
        There is no story articles/2026/11/bridge-open.md. Did you mean "articles/2026/11/bridge-opens.md"?
          2 │   story: articles/2026/11/bridge-open.md
            │          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      1 problem in 8 files. Nothing was published.
      "
    `);
  });

  test.each([
    ["a draft", "order: [articles/2026/11/a-draft.md]", "1:9", "articles/2026/11/a-draft.md is a draft."],
    ["a retracted story", "order: [articles/2026/11/taken-back.md]", "1:9", "was retracted. Take it out here."],
    ["a story twice", `order: [${STORY}, ${STORY}]`, "1:43", "is named twice. Keep one of them."],
    ["the lead again", `lead: { story: ${STORY} }\norder: [${STORY}]`, "2:9", "is named twice."],
    ["a banner without an end", "banner: { text: Now. }", "1:9", 'Missing field "banner.until".'],
    ["a banner without words", "banner: { until: 2026-11-05 }", "1:9", 'Missing field "banner.text".'],
    ["an end that is no time", `lead: { story: ${STORY}, until: soon }`, "1:57", "is not a date that can be read"],
    ["a field that nobody knows", "leed: x", "1:1", 'Unknown field "leed". Did you mean "lead"?'],
    [
      "a banner to nowhere",
      "banner: { text: Now., until: 2026-11-05, story: x.md }",
      "1:49",
      "There is no story x.md.",
    ],
  ])("says what is wrong with %s, where it stands", async (_what, front, place, words) => {
    const said = await reportOn(`${front}\n`);
    expect(said).toContain(`content/front.yaml:${place}`);
    expect(said).toContain(words);
  });

  test("says nothing of a story that cannot be read: that is its own problem", async () => {
    const said = await report({ [STORY]: story({ title: undefined }), "front.yaml": `lead: { story: ${STORY} }\n` });
    expect(said).not.toContain("front.yaml");
  });
});

describe("the registry of series", () => {
  const SERIES = { "series.yaml": "- name: The last ferry\n  description: Its 'last' trip.\n" };

  test("says what series there are, and a story belongs to one by its slug", async () => {
    const { newsroom } = await read({ ...SERIES, [STORY]: story({ series: "the-last-ferry" }) });
    expect(newsroom?.series).toEqual([
      { slug: "the-last-ferry", name: "The last ferry", description: "Its ‘last’ trip.", formerly: [] },
    ]);
    expect(newsroom?.articles[0]?.series).toBe("the-last-ferry");
  });

  test("does not know a series that is not there", async () => {
    expect(await report({ ...SERIES, [STORY]: story({ series: "the-lost-ferry" }) })).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:9
        There is no series "the-lost-ferry". Did you mean "the-last-ferry"?
          7 │ series: the-lost-ferry
            │         ^^^^^^^^^^^^^^
      1 problem in 5 files. Nothing was published.
      "
    `);
    expect(await reportOnStory({ series: "x" })).toContain('There is no series "x". Add it to series.yaml.');
  });

  test("has each slug once, and only such as can stand in an address", async () => {
    expect(await report({ "series.yaml": "- name: A ferry\n- slug: a-ferry\n  name: Another\n" })).toContain(
      'content/series.yaml:2:9\n  The slug "a-ferry" is taken.',
    );
    expect(await report({ "series.yaml": "- slug: A ferry\n  name: x\n" })).toContain('Write "a-ferry".');
  });
});

describe("what a story says of whom it serves", () => {
  test("is read", async () => {
    const fields = { sponsored: "{ by: Bridges Ltd, label: Advertisement }", disclosure: 'Ann holds "shares".' };
    const { newsroom } = await read({ [STORY]: story(fields) });
    expect(newsroom?.articles[0]).toMatchObject({
      sponsored: { by: "Bridges Ltd", label: "Advertisement" },
      disclosure: "Ann holds “shares”.",
    });
  });

  test.each([
    ["sponsored", "true", '"sponsored" must be a group of fields.'],
    ["sponsored", "{ label: Ad }", 'Missing field "sponsored.by".'],
    ["sponsored", '{ by: "" }', '"sponsored.by" is empty.'],
    ["disclosure", '""', '"disclosure" is empty.'],
    ["disclosure", "[a]", '"disclosure" must be a text.'],
    ["series", "[a]", '"series" must be a text.'],
  ])("a wrong %s is a problem: %s", async (field, value, what) => {
    expect(await reportOnStory({ [field]: value })).toContain(what);
  });
});
