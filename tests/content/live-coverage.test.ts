import { describe, expect, test } from "vitest";
import { printProblems } from "../../src/problems.ts";
import { judge } from "../../src/site/examine.ts";
import { type Files, read, reportOnStory, STORY, story } from "./newspaper-on-disk.ts";

const POSTS = `The bridge opens today.

## 2026-11-04 09:30 Buses cross too

The **27** crosses; so does the [ferry](https://ferry.example).

![A bus](bus.svg "A bus, in red")

## 14:05 **The "bridge" is open**

The first lorry crossed.[^1]

### Who was there

Ann was.

> ## What the mayor said
>
> Well done.

## 13:55 Crowds gather

[^1]: It was red.
`;

const BUS = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>`;

const LIVE = { date: "2026-11-03T13:50", live: "true" };

async function liveOf(fields: Record<string, string>, body = POSTS) {
  const { newsroom, problems, bodies } = await read({
    [STORY]: story(fields, body),
    "articles/2026/11/bus.svg": BUS,
  });
  expect(problems).toEqual([]);
  const [article] = newsroom?.articles ?? [];
  return { article, html: article && bodies.get(article.body) };
}

describe("live coverage", () => {
  test("is read as posts, each with its time in the site's zone, its headline, its words and whether it is a key event", async () => {
    const { article } = await liveOf(LIVE);
    expect(article?.live).toEqual({
      isOn: true,
      posts: [
        {
          id: "2026-11-04-09-30-buses-cross-too",
          title: "Buses cross too",
          at: { epochMs: Date.UTC(2026, 10, 4, 9, 30), iso: "2026-11-04T09:30:00+00:00", precision: "minute" },
          isKey: false,
          text: "The 27 crosses; so does the ferry.",
        },
        {
          id: "14-05-the-bridge-is-open",
          title: "The “bridge” is open",
          at: expect.objectContaining({ iso: "2026-11-03T14:05:00+00:00" }),
          isKey: true,
          text: "The first lorry crossed.\n\nWho was there\n\nAnn was.\n\nWhat the mayor said\n\nWell done.",
        },
        {
          id: "13-55-crowds-gather",
          title: "Crowds gather",
          at: expect.objectContaining({ iso: "2026-11-03T13:55:00+00:00" }),
          isKey: false,
          text: "",
        },
      ],
    });
  });

  test("has its times in its text as HTML has times, and no contents list", async () => {
    const { article, html } = await liveOf({ ...LIVE, contents: "true" });
    expect(html).toContain(
      '<h2 id="14-05-the-bridge-is-open"><time datetime="2026-11-03T14:05:00+00:00">14:05</time> The “bridge” is open</h2>',
    );
    expect(article?.contents).toEqual([]);
  });

  test("that is over keeps its posts, and says that no more are to come", async () => {
    const { article } = await liveOf({ ...LIVE, live: "false" });
    expect(article?.live).toMatchObject({ isOn: false, posts: [{}, {}, {}] });
  });

  test("without the field is a story like any other, and the permalinks of its posts still work", async () => {
    const { article, html } = await liveOf({ date: "2026-11-03T13:50" });
    expect(article?.live).toBeUndefined();
    expect(article?.contents.map(({ id }) => id)).toContain("14-05-the-bridge-is-open");
    expect(html).toContain('<h2 id="14-05-the-bridge-is-open">14:05 <strong>The “bridge” is open</strong></h2>');
  });

  test("was never there in a story of other headings that says so", async () => {
    const { article } = await liveOf({ live: "false" }, "## What comes next\n");
    expect(article?.live).toBeUndefined();
  });

  test("takes an offset where the clocks show a time twice, and posts of the same minute", async () => {
    const body = "## 01:30+00:00 Second\n\n## 01:30+01:00 First\n\n## 01:30+01:00 Zeroth\n";
    const files: Files = { "articles/2026/10/clocks.md": story({ date: "2026-10-25", live: "true" }, body) };
    const { newsroom } = await read(files);
    expect(newsroom?.articles[0]?.live?.posts.map(({ at }) => at.iso)).toEqual([
      "2026-10-25T01:30:00+00:00",
      "2026-10-25T01:30:00+01:00",
      "2026-10-25T01:30:00+01:00",
    ]);
  });
});

describe("in live coverage it is a problem", () => {
  const inPosts = (body: string, fields: Record<string, string> = {}) => reportOnStory({ ...LIVE, ...fields }, body);

  test("when a post has no time, a wrong one, or no headline, and all are named at once", async () => {
    const body = "## The bridge is open\n\n## 9:05 Early\n\n## 25:00 Late\n\n## 2026-11-31 09:00 Never\n\n## 14:05\n";
    expect(await inPosts(body)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:9:4
        This post does not begin with its time. Write "## 14:05 The bridge is open", or with its day "## 2026-11-04 09:30 The first lorry crosses".
          9 │ ## The bridge is open
            │    ^^^^^^^^^^^^^^^^^^
      content/articles/2026/11/bridge-opens.md:11:4
        This post does not begin with its time. Write "## 14:05 The bridge is open", or with its day "## 2026-11-04 09:30 The first lorry crosses".
         11 │ ## 9:05 Early
            │    ^^^^^^^^^^
      content/articles/2026/11/bridge-opens.md:13:4
        The time of this post is a date or time that does not exist ("25:00"). Mend the day, the time or the offset.
         13 │ ## 25:00 Late
            │    ^^^^^
      content/articles/2026/11/bridge-opens.md:15:4
        The time of this post is a date or time that does not exist ("2026-11-31 09:00"). Mend the day, the time or the offset.
         15 │ ## 2026-11-31 09:00 Never
            │    ^^^^^^^^^^^^^^^^
      content/articles/2026/11/bridge-opens.md:17:4
        This post has no headline. Write it behind the time.
         17 │ ## 14:05
            │    ^^^^^
      5 problems in 4 files. Nothing was published.
      "
    `);
  });

  test("when a post is newer than the one above it", async () => {
    expect(await inPosts("## 14:00 One\n\n## 14:05 Two\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:11:4
        This post (2026-11-03 14:05) is newer than the one above it (2026-11-03 14:00). Newest first: move it up, or mend its time; a later day is written out: "## 2026-11-04 09:30 The first lorry crosses".
         11 │ ## 14:05 Two
            │    ^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("when a post is from before the story", async () => {
    expect(await inPosts("## 13:00 One\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:9:4
        This post is from before the story, which appeared on 2026-11-03 13:50. Mend its time; one of a later day is written with the day: "## 2026-11-04 09:30 The first lorry crosses".
          9 │ ## 13:00 One
            │    ^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("when the clocks pass over the time of a post, or show it twice", async () => {
    const inMonth = async (month: string, date: string, body: string) => {
      const files: Files = { [`articles/2026/${month}/clocks.md`]: story({ date, live: "true" }, body) };
      return (await read(files)).problems.map(({ what, fix }) => `${what} ${fix}`);
    };
    expect(await inMonth("03", "2026-03-29", "## 01:30 Never\n")).toEqual([
      "The time of this post is a time that does not exist in Europe/London: the clocks go forward over it. Write a later time, or give the offset.",
    ]);
    expect(await inMonth("10", "2026-10-25", "## 01:30 When?\n")).toEqual([
      "The time of this post is a time that happens twice in Europe/London, when the clocks go back. Say which: 2026-10-25T01:30+01:00 or 2026-10-25T01:30+00:00.",
    ]);
  });

  test("when two posts have one time and one headline, for one permalink", async () => {
    expect(await inPosts("## 14:05 Goal!\n\n## 14:05 Goal\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:11:4
        A post above has this time and headline too, and permalinks could not tell them apart. Change one of them.
         11 │ ## 14:05 Goal
            │    ^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("when there is no post", async () => {
    expect(await inPosts("Soon.\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:7:7
        There is no post in this live story. Begin with one, "## 14:05 The bridge is open", or leave out "live" until there is something to tell.
          7 │ live: true
            │       ^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("when the switch is none", async () => {
    expect(await inPosts("## 14:05 One\n", { live: "yes" })).toContain('"live" must be true or false.');
  });

  test("in a post, beside one in the front matter", async () => {
    const report = await inPosts("## The bridge is open\n", { section: "" });
    expect(report).toContain('"section" is empty.');
    expect(report).toContain("This post does not begin with its time.");
  });
});

describe("a post of a time that is still to come", () => {
  const judged = async (fields: Record<string, string>, now: string) => {
    const reading = await read({ [STORY]: story({ ...LIVE, ...fields }, "## 14:05 Open\n\n## 13:50 Soon\n") });
    const { problems, filesRead } = { ...reading, ...judge(reading, Date.parse(now), "none", []) };
    return problems.length === 0 ? "" : printProblems(problems, filesRead, "text");
  };

  test("is a problem in a story that is out", async () => {
    expect(await judged({}, "2026-11-03T14:04Z")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:9:4
        The post "Open" is of a time that is still to come (2026-11-03 14:05). Mend its time, or publish it then.
          9 │ ## 14:05 Open
            │    ^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await judged({}, "2026-11-03T14:05Z")).toBe("");
  });

  test("is one in a scheduled story too, when it would come out before its post", async () => {
    expect(await judged({}, "2026-11-03T12:00Z")).toContain('The post "Open" is of a time that is still to come');
    expect(await judged({ date: "2026-11-03T13:50" }, "2026-11-03T12:00Z")).not.toContain("Soon");
  });

  test("is none in a draft, which nobody reads", async () => {
    expect(await judged({ draft: "true" }, "2026-11-03T12:00Z")).toBe("");
  });
});
