import { mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readContent } from "../../src/content/read.ts";
import { type Files, onDisk, printed, USUAL } from "../content/newspaper-on-disk.ts";
import { filesIn } from "../site/site-folder.ts";
import { atATerminal, KEYS } from "./at-a-terminal.ts";

const DATELINE = fileURLToPath(new URL("../../src/cli/dateline.js", import.meta.url));

const CHOICE: Files = {
  "settings.yaml": `${USUAL["settings.yaml"]}  - slug: views\n    name: Views\n    description: What people think.\n`,
  "authors/night-desk.md": "---\nname: The Night Desk\ntype: organisation\n---\n",
};

test("at a terminal a writer is asked for what was not said, finds names by a part of them, and can leave the rest", async () => {
  const content = await onDisk(CHOICE);
  await mkdir(join(dirname(content), ".vscode"));
  const { shows, type, ended } = atATerminal(DATELINE, ["new"], dirname(content));
  await shows("Headline");
  type(KEYS.enter);
  await shows("It needs one.");
  type(`First cars${KEYS.enter}`);
  await shows("Author");
  await shows("Ann Example");
  type(`night${KEYS.enter}`);
  await shows("Section");
  type(KEYS.enter);
  await shows("Topics");
  // An alias is enough to find it.
  type("华");
  await shows("1 match");
  type(KEYS.tab);
  await shows("◼ Huawei");
  type(KEYS.enter);
  await shows("Summary");
  type(KEYS.enter);
  await shows("/first-cars/");
  expect(await ended).toBe(0);
  const [story = ""] = (await filesIn(content)).filter((file) => file.startsWith("articles/"));
  const text = await readFile(join(content, story), "utf8");
  expect(text.replace(/^date: .*\n/m, "")).toBe(`---
title: First cars
summary: TK
author: night-desk
section: news
tags: [Huawei]
# Delete this line and the next to publish the story.
draft: true
---
`);
  expect(printed(await readContent(content, "content"))).toBe("");
  // Editors know the words of the site from then on.
  const schema = await readFile(join(dirname(content), ".dateline/schemas/article.json"), "utf8");
  expect(schema).toContain('"night-desk"');
  expect(await readdir(join(dirname(content), ".vscode"))).toEqual(["dateline.code-snippets"]);
});

test("whoever presses Ctrl-C has made nothing, and whoever calls the command hears of it", async () => {
  const content = await onDisk(CHOICE);
  const { shows, type, ended } = atATerminal(DATELINE, ["new", "First cars"], dirname(content));
  await shows("Author");
  type(KEYS.ctrlC);
  await shows("Cancelled; nothing was made.");
  expect(await ended).toBe(130);
  expect((await filesIn(dirname(content))).filter((file) => !/^content\/(?:authors|[^/]+$)/.test(file))).toEqual([]);
});
