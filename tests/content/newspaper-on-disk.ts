import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type ContentReading, readContent } from "../../src/content/read.ts";
import { printProblems } from "../../src/problems.ts";

/** The files of a small newspaper: path below `content/` and what stands in it. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What every newspaper has unless a test writes the file itself. */
export const USUAL: Files = {
  "settings.yaml": `title: The Example Courier
tagline: News of bridges
url: https://courier.example
description: News of bridges, and of what crosses them.
language: en-GB
timeZone: Europe/London
publisher:
  name: Example Press
sections:
  - slug: news
    name: News
    description: What happened.
`,
  "tags.yaml": `- slug: huawei
  name: Huawei
  aliases: [华为]
- name: Belt and Road
  aliases: [BRI]
`,
  "authors/ann-example.md": "---\nname: Ann Example\ntype: person\n---\nAnn writes about bridges.\n",
};

/** The front matter that every story needs. */
export const REQUIRED = {
  title: "Bridge opens",
  summary: "The first cars crossed at dawn.",
  author: "ann-example",
  date: "2026-11-03T09:30",
  section: "news",
};

/** A story with the required front matter. `fields` adds to it, replaces a field, or with undefined takes it out. */
export function story(fields: Record<string, string | undefined> = {}, body = "The bridge is open.\n"): string {
  const lines = Object.entries({ ...REQUIRED, ...fields }).map(([field, value]) =>
    value === undefined ? "" : `${field}:${value.startsWith("\n") ? value : ` ${value}`}\n`,
  );
  return `---\n${lines.join("")}---\n${body}`;
}

/** Where tests put their one story. */
export const STORY = "articles/2026/11/bridge-opens.md";

/** Writes a newspaper to a folder that goes when the test is done. Resolves with its `content/`. */
export async function onDisk(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "newspaper-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const content = join(folder, "content");
  for (const [path, text] of Object.entries({ ...USUAL, ...files })) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), text);
  }
  return content;
}

/** What reading a newspaper of these files and the usual ones gives. */
export async function read(files: Files): Promise<ContentReading> {
  return readContent(await onDisk(files), "content");
}

/** The problems of a newspaper as its writers see them; "" when there is none. */
export async function report(files: Files): Promise<string> {
  return printed(await read(files));
}

/** The problems of a newspaper with one story, whose front matter or body is in question. */
export async function reportOnStory(fields: Record<string, string | undefined>, body?: string): Promise<string> {
  return report({ [STORY]: story(fields, body) });
}

export function printed({ problems, filesRead }: ContentReading): string {
  return problems.length === 0 ? "" : printProblems(problems, filesRead, "text");
}
