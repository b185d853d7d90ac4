import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { build, NO_WORK } from "../../src/site/build.ts";
import { FIRST } from "./edits.ts";
import { bytesBelow } from "./history.ts";
import { filesOf, type Newspaper, type Story } from "./newspaper.ts";

const STORIES = 120;
const PAGES = 225;

/** Story `number` of a newspaper with twelve stories a month, in ten months up to May 2026. */
function numbered(number: number): Story {
  const month = new Date(Date.UTC(2025, 7 + Math.floor(number / 12), 1 + 2 * (number % 12), 9)).toISOString();
  return {
    slug: `story-${number}`,
    date: month.slice(0, 16),
    title: `Story ${number}`,
    summary: `What story ${number} says.`,
    authors: [number % 3 === 0 ? "bo" : "ann"],
    section: number % 4 === 0 ? "views" : "news",
    tags: [...(number % 2 === 0 ? ["ferries"] : []), ...(number % 5 === 0 ? ["huawei"] : [])],
    draft: false,
    body: [{ kind: "words", text: `The text of story ${number}.` }],
  };
}

let site: string;
const paper: Newspaper = {
  ...structuredClone(FIRST),
  settings: { ...FIRST.settings, pageSize: 10, socialCards: 100, comments: "{}" },
  stories: Array.from({ length: STORIES }, (_, number) => numbered(number)),
};

/** Saves and builds the newspaper; says what had to be done, and which HTML pages are not what they were. */
async function printed() {
  for (const [path, text] of filesOf(paper)) {
    mkdirSync(dirname(join(site, "content", path)), { recursive: true });
    writeFileSync(join(site, "content", path), text);
  }
  const output = join(site, "_site");
  const before = bytesBelow(output);
  const { problems, done } = await build({
    content: join(site, "content"),
    output,
    work: join(site, ".dateline"),
    now: Date.UTC(2026, 5, 1, 12),
    unpublished: "none",
    indexed: true,
    threads: 0,
  });
  expect(problems).toEqual([]);
  const changed = [...bytesBelow(output)].filter(([file, bytes]) => !before.get(file)?.equals(bytes));
  return { done, html: changed.map(([file]) => file).filter((file) => file.endsWith(".html")) };
}

function edit(number: number, changes: Partial<Story>): void {
  paper.stories = paper.stories.map((story, index) => (index === number ? { ...story, ...changes } : story));
}

beforeAll(async () => {
  site = realpathSync(mkdtempSync(join(tmpdir(), "dateline-budget-")));
  const { done } = await printed();
  // Stories, two authors, and the page about us.
  expect(done).toEqual({ filesParsed: STORIES + 3, pagesPrinted: PAGES, recordsIndexed: STORIES });
  return () => rmSync(site, { recursive: true, force: true });
});

// The numbers are what it is now: whoever makes a build do more or less sees how much.
describe("of a newspaper with 120 stories, what a build does", () => {
  test("is nothing when nothing has changed", async () => {
    expect((await printed()).done).toEqual(NO_WORK);
  });

  test("is one file and its page when the text of a story changes that no feed carries any more", async () => {
    edit(60, { body: [{ kind: "words", text: "It was another." }] });
    const { done, html } = await printed();
    expect(done).toEqual({ filesParsed: 1, pagesPrinted: 1, recordsIndexed: STORIES });
    expect(html).toEqual(["2026/01/story-60/index.html"]);
  });

  test("is the feeds too, in three formats, when they carry the story whose text changes", async () => {
    edit(119, { body: [{ kind: "words", text: "It was the last." }] });
    const { done, html } = await printed();
    expect(done).toEqual({ filesParsed: 1, pagesPrinted: 1 + 3 * 3, recordsIndexed: STORIES });
    expect(html.length).toBe(1);
  });

  test("is the story's own pages when readers reply, however many have replied", async () => {
    const reply = (number: number) => ({ id: `r${number}`, name: "Ann", text: `Reply ${number}.` });
    const replies = (count: number) => Array.from({ length: count }, (_, number) => reply(number));
    edit(30, { comments: "closed", replies: replies(70) });
    const many = await printed();
    // The story, two further pages, the feed, and where each reply stands.
    expect(many.done).toEqual({ filesParsed: 1, pagesPrinted: 5, recordsIndexed: 0 });
    edit(30, { comments: "closed", replies: replies(71) });
    const { done, html } = await printed();
    expect(done).toEqual({ filesParsed: 0, pagesPrinted: 3, recordsIndexed: 0 });
    expect(html).toEqual(["2025/10/story-30/index.html"]);
    edit(30, { replies: replies(71).map((one) => (one.id === "r7" ? { ...one, text: "Reply […]" } : one)) });
    const shorter = await printed();
    expect(shorter.done).toEqual({ filesParsed: 0, pagesPrinted: 1, recordsIndexed: 0 });
    expect(shorter.html).toEqual(["2025/10/story-30/comments/page/1/index.html"]);
    edit(30, { comments: undefined, replies: undefined });
    await printed();
  });

  test("is little when a story of the newest month is new", async () => {
    paper.stories.push({ ...numbered(119), slug: "newest", date: "2026-05-30T09:00", tags: ["ferries", "huawei"] });
    const { done, html } = await printed();
    expect(html.length).toBeLessThanOrEqual(40);
    // The twenty old stories of a block lose their cards with it, as with one new story in twenty.
    expect({ ...done, html: html.length }).toEqual({ filesParsed: 1, pagesPrinted: 55, recordsIndexed: 121, html: 37 });
  });

  test("is the pages that show a headline when one changes", async () => {
    edit(60, { title: "Another headline" });
    const { done, html } = await printed();
    expect({ ...done, html: html.length }).toEqual({ filesParsed: 1, pagesPrinted: 19, recordsIndexed: 121, html: 17 });
  });

  test("is the pages that name an author when the author's name changes", async () => {
    const [ann, ...others] = paper.authors;
    if (!ann) throw new Error("There is no author");
    paper.authors = [{ ...ann, name: "Ann Example-Jones" }, ...others];
    const { done, html } = await printed();
    expect({ ...done, html: html.length }).toEqual({
      filesParsed: 1,
      pagesPrinted: 112,
      recordsIndexed: 121,
      html: 92,
    });
  });
});
