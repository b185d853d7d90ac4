import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readContent } from "../../src/content/read.ts";
import { build } from "../../src/site/build.ts";
import { type RunningServer, serveFolder } from "../../src/site/serve.ts";
import { type Files, USUAL } from "../content/newspaper-on-disk.ts";
import { DESKTOP } from "./reader.ts";

const OLD = "articles/2026/03/ferry-sold.md";

/** A story with fields that editors seldom touch, written as a person writes them. */
const OLD_STORY = `---
# Held by the desk until the hearing.
title: "1.10" # the ferry's name
summary: >-
  The last ferry was sold
  to a museum.
author: ann-example
date: 2026-03-04
updated: 2026-03-05T09:30+01:00
corrections:
- date: 2026-03-06T10:00
  text: 'An earlier version gave "400" metres.'
section: news
tags: [huawei,  BRI]   # by slug, and by alias
changes: false
contents: false
place: 007
sources:
  - {name: Minutes, url: https://example.org/minutes}
formerly: /2020/04/old-ferry/
---
The ferry is sold.[^1]

* One
- Two

[^1]: To a museum.
`;

const REPLY = "comments/2026/03/ferry-sold/a1.yaml";

const NEWSPAPER: Files = {
  ...USUAL,
  "settings.yaml": `${USUAL["settings.yaml"]}cms:\n  repository: courier/newspaper\n`,
  "authors/news-desk.md": "---\nname: News Desk\ntype: organisation\n---\n",
  "tags.yaml": `# Ask the desk before you add one.\n${USUAL["tags.yaml"]}`,
  [OLD]: OLD_STORY,
  [REPLY]: "name: Ben Reader\ndate: 2026-03-05T08:15\ntext: |\n  I saw it *too*.\n\n  > From the ferry.\n",
};

/** The folder in which Sveltia's backend for tests keeps a repository, in the browser's own file system. */
const REPOSITORY = "sveltia-cms-test";

describe("the editor in the browser", () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dateline-admin-"));
    await writeAll(join(folder, "content"), NEWSPAPER);
    const options = { unpublished: "none", indexed: true, search: false, threads: 0 } as const;
    const places = { content: join(folder, "content"), output: join(folder, "_site"), work: join(folder, "work") };
    const { problems } = await build({ ...options, ...places, now: Date.parse("2026-11-03T12:00Z") });
    expect(problems).toEqual([]);
    server = await serveFolder(join(folder, "_site"), 0);
    browser = await chromium.connect(inject("browser"));
    // An editor far from the newsroom.
    const context = await browser.newContext({ ...DESKTOP, timezoneId: "America/New_York" });
    page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    context.on("request", (request) => {
      const { protocol, hostname, href } = new URL(request.url());
      if (protocol.startsWith("http") && hostname !== "127.0.0.1") complaints.push(`asked ${href}`);
    });
    // All as it is for editors, but for where it writes.
    await page.route("**/admin/config.json", async (route) => {
      const response = await route.fetch();
      const config = (await response.json()) as object;
      await route.fulfill({ response, json: { ...config, backend: { name: "test-repo" }, publish_mode: "simple" } });
    });
    await page.goto(`${server.url}robots.txt`);
    await page.evaluate(fill, { repository: REPOSITORY, files: Object.entries(NEWSPAPER) as [string, string][] });
    await page.goto(`${server.url}admin/`);
    await page
      .getByRole("button", { name: /Test/ })
      .click({ timeout: 15_000 })
      .catch((error: unknown) => {
        throw new Error(`The editor did not start: ${complaints.join("\n")}`, { cause: error });
      });
    await page.getByRole("button", { name: "Create Entry or Assets" }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    await rm(folder, { recursive: true });
  });

  const open = async (place: string) => {
    await page.goto(`${server.url}admin/#/collections/${place}`);
    await page.getByRole("button", { name: "Save", exact: true }).waitFor();
  };
  const save = async () => {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    // It goes back to the list.
    await page.getByRole("button", { name: "Save", exact: true }).waitFor({ state: "hidden" });
  };
  const files = () => page.evaluate(readAll, REPOSITORY);
  /** It writes after it has gone back. */
  const written = (path: string) => expect.poll(async () => (await files())[path]);

  test("makes a story that passes the check and is a draft", async () => {
    await open("stories/new");
    await page.getByRole("textbox", { name: "Headline" }).fill("The mayor’s bridge: “open”, #1 & 华为。");
    await page.getByRole("textbox", { name: "Summary" }).fill("The crossing: it opened # a month early.");
    await page.getByRole("checkbox", { name: "Ann Example" }).click();
    await page.getByRole("textbox", { name: "Date" }).first().fill("2026-11-03T23:45");
    await page.getByRole("radio", { name: "News" }).click();
    await page.getByRole("checkbox", { name: "Belt and Road" }).click();
    const body = page.getByRole("textbox", { name: "Story" });
    await body.fill("The first lorry crossed.\n\n## What comes next\n\nMore.[^1]\n\n[^1]: A note.\n");
    await save();
    await written("articles/2026/11/the-mayor-s-bridge-open-1-华为.md").toBe(
      `---
title: "The mayor’s bridge: “open”, #1 & 华为。"
summary: "The crossing: it opened # a month early."
author:
  - ann-example
date: 2026-11-03T23:45
section: news
tags:
  - Belt and Road
draft: true
---

The first lorry crossed.

## What comes next

More.[^1]

[^1]: A note.
`,
    );
    expect(await problemsOf(await files())).toEqual([]);
  });

  test("changes the word that an editor changes, and no byte beside it", async () => {
    await open("stories/entries/2026/03/ferry-sold");
    await page.getByRole("textbox", { name: "Headline" }).fill("1.20");
    await save();
    await written(OLD).toBe(OLD_STORY.replace('"1.10"', '"1.20"'));
  });

  test("describes a topic in the registry, whose comments stay", async () => {
    await open("registries/entries/tags");
    await page.getByRole("textbox", { name: "Description" }).first().fill("Telephones.");
    await save();
    const described = NEWSPAPER["tags.yaml"]?.toString().replace("  aliases", "  description: Telephones.\n  aliases");
    await written("tags.yaml").toBe(described);
    expect(await problemsOf(await files())).toEqual([]);
  });

  test("shows the replies of readers, and takes one away", async () => {
    await page.goto(`${server.url}admin/#/collections/comments/entries/2026/03/ferry-sold/a1`);
    await expect.poll(() => page.getByRole("textbox", { name: "Text" }).inputValue()).toContain("> From the ferry.");
    await page.getByRole("button", { name: "Show Editor Options" }).click();
    await page.getByRole("menuitem", { name: /Delete/ }).click();
    await page
      .getByRole("button", { name: /Delete/ })
      .last()
      .click();
    await written(REPLY).toBeUndefined();
    expect(await problemsOf(await files())).toEqual([]);
  });

  test("moves a story whose slug and month change, and its old address leads to it", async () => {
    await open("stories/entries/2026/03/ferry-sold");
    await page.getByRole("textbox", { name: "Date" }).first().fill("2026-02-28T10:00");
    await page.getByRole("radio", { name: "Slug" }).click();
    await page.getByRole("button", { name: "Edit Slug" }).click();
    await page.getByRole("textbox", { name: "Slug" }).fill("ferry-gone");
    await page.keyboard.press("Enter");
    await save();
    await written("articles/2026/02/ferry-gone.md").toContain(
      "formerly:\n- /2020/04/old-ferry/\n- /2026/03/ferry-sold/\n",
    );
    await written(OLD).toBeUndefined();
    expect(await problemsOf(await files())).toEqual([]);
  });

  test("is refused nothing by its policy, and asks no other site for anything", () => {
    expect(complaints).toEqual([]);
  });
});

async function writeAll(folder: string, all: Files): Promise<void> {
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** What `check` says of a newspaper. */
async function problemsOf(all: Files): Promise<readonly unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-admin-"));
  try {
    await writeAll(folder, all);
    return (await readContent(folder, "content")).problems;
  } finally {
    await rm(folder, { recursive: true });
  }
}

// In the browser.

async function fill({ repository, files }: { repository: string; files: [string, string][] }): Promise<void> {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of files) {
    const parts = [repository, "content", ...path.split("/")];
    const name = parts.pop() ?? "";
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
}

async function readAll(repository: string): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  const read = async (folder: FileSystemDirectoryHandle, at: string): Promise<void> => {
    for await (const [name, handle] of folder.entries()) {
      if (handle instanceof FileSystemDirectoryHandle) await read(handle, `${at}${name}/`);
      else if (handle instanceof FileSystemFileHandle) {
        // One that is just being replaced is not there for a moment.
        const file = await handle.getFile().catch(() => undefined);
        if (file) texts[at + name] = await file.text();
      }
    }
  };
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(repository);
  await read(await root.getDirectoryHandle("content"), "");
  return texts;
}
