import { describe, expect, test } from "vitest";
import { readContent } from "../../src/content/read.ts";
import type { Discussion } from "../../src/model/discussion.ts";
import { publish } from "../../src/model/publish.ts";
import { nextChangeAfter } from "../../src/model/time-span.ts";
import { type Files, onDisk, STORY, story, USUAL } from "../content/newspaper-on-disk.ts";

const URL = "/2026/11/bridge-opens/";
const DAY = 24 * 60 * 60 * 1000;
const OUT = Date.parse("2026-11-03T09:30Z");

const reply = (name: string, date: string, replyTo?: string) =>
  `name: ${name}\ndate: ${date}\ntext: Words.\n${replyTo ? `replyTo: ${replyTo}\n` : ""}`;

const REPLIES: Files = {
  "comments/2026/11/bridge-opens/a.yaml": reply("Ann", "2026-11-04T10:00"),
  "comments/2026/11/bridge-opens/b.yaml": reply("Ben", "2026-11-05T10:00"),
  "comments/2026/11/bridge-opens/c.yaml": reply("Cy", "2026-11-06T12:00", "a"),
  "comments/2026/11/bridge-opens/d.yaml": reply("Di", "2026-11-06T11:00", "a"),
};

async function newsroomOf(settings: string, fields: Record<string, string> = {}, files: Files = {}) {
  const content = await onDisk({
    ...files,
    "settings.yaml": `${USUAL["settings.yaml"]}${settings}`,
    [STORY]: story(fields),
  });
  const { newsroom, problems } = await readContent(content, "content");
  if (!newsroom) throw new Error(JSON.stringify(problems));
  return newsroom;
}

/** The discussion under the story of the newspaper, days after it came out. */
const discussionOf = async (...[settings, fields, files, days = 1]: [...Parameters<typeof newsroomOf>, number?]) =>
  publish(await newsroomOf(settings, fields, files), OUT + days * DAY, "none").discussions.get(URL as never);

const shown = (discussion: Discussion | undefined) =>
  discussion && {
    isOpen: discussion.isOpen,
    threads: discussion.threads.map(({ comment, answers }) => [comment.name, ...answers.map(({ name }) => name)]),
  };

describe("a story's replies", () => {
  test("are shown in threads, the newest thread first and answers as they came", async () => {
    expect(shown(await discussionOf("comments: { stories: open }\n", {}, REPLIES))).toEqual({
      isOpen: true,
      threads: [["Ben"], ["Ann", "Di", "Cy"]],
    });
  });

  test.each([
    ["the settings say nothing", "", {}, undefined],
    ["all are open", "comments: { stories: open }\n", {}, true],
    ["all are closed", "comments: { stories: closed }\n", {}, false],
    ["all are off", "comments: { stories: off }\n", {}, undefined],
    ["it is open where the others are not", "", { comments: "open" }, true],
    ["it is closed where the others are open", "comments: { stories: open }\n", { comments: "closed" }, false],
    ["it has none where the others are open", "comments: { stories: open }\n", { comments: "off" }, undefined],
  ])("stand under it as the newsroom has it: %s", async (_, settings, fields, isOpen) => {
    expect((await discussionOf(settings, fields as Record<string, string>, REPLIES))?.isOpen).toBe(isOpen);
  });

  test("are not spoken of where there are none and none can come", async () => {
    expect(await discussionOf("comments: { stories: closed }\n")).toBeUndefined();
    expect(shown(await discussionOf("comments: { stories: open }\n"))).toEqual({ isOpen: true, threads: [] });
  });

  test("close by themselves after so many days, to the minute", async () => {
    const settings = "comments: { stories: open, closeAfter: 14 }\n";
    expect((await discussionOf(settings, {}, REPLIES, 14 - 1 / 1440))?.isOpen).toBe(true);
    expect((await discussionOf(settings, {}, REPLIES, 14))?.isOpen).toBe(false);
    expect(nextChangeAfter(await newsroomOf(settings), OUT + 3 * DAY)).toBe(OUT + 14 * DAY);
  });

  test("stay open for as long as the story itself says so", async () => {
    const settings = "comments: { stories: open, closeAfter: 14 }\n";
    expect((await discussionOf(settings, { comments: "open" }, REPLIES, 400))?.isOpen).toBe(true);
    expect(nextChangeAfter(await newsroomOf(settings, { comments: "open" }), OUT + 3 * DAY)).toBeUndefined();
  });

  test("cannot come before the story is out", async () => {
    const newsroom = await newsroomOf("comments: { stories: open }\n");
    const preview = publish(newsroom, OUT - DAY, "all");
    expect([preview.articles.length, preview.discussions.size]).toEqual([1, 0]);
  });
});

test("settings and stories say open, closed or off", async () => {
  const problems = async (files: Files) =>
    (await readContent(await onDisk(files), "content")).problems.map(
      ({ file, what, fix }) => `${file}: ${what} ${fix}`,
    );
  expect(await problems({ [STORY]: story({ comments: "yes" }) })).toEqual([
    'content/articles/2026/11/bridge-opens.md: "comments" is "yes". Write open, closed or off.',
  ]);
  const settings = `${USUAL["settings.yaml"]}comments: { stories: true, closeAfter: 0, rules: replies }\n`;
  expect(await problems({ "settings.yaml": settings })).toEqual([
    'content/settings.yaml: "comments.stories" is "true". Write open, closed or off.',
    'content/settings.yaml: "comments.closeAfter" is "0". Write a number of days from 1 to 9999.',
  ]);
  expect(await problems({ "settings.yaml": `${USUAL["settings.yaml"]}comments: { rules: replies }\n` })).toEqual([
    'content/settings.yaml: There is no static page "replies". Add pages/replies.md, or leave the line out.',
  ]);
});
