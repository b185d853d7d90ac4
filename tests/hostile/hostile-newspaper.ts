import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { svg } from "../content/pictures.ts";

/** The words of the n-th place in a newspaper where a writer's words can stand. */
export type Words = (place: number) => string;

/** YAML takes what JSON writes, here without a character beyond ASCII, so that no editor's eye is needed. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The text as Markdown that means it: every mark of ASCII has a backslash before it (CommonMark 0.31, 2.4). */
export const asMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, "\\$&");

const STORIES = 9;

/**
 * A newspaper that has the words of somebody in every field that takes words, and how many places there were. Asks for
 * the words of each place once, in the same order whatever they are.
 */
export function newspaperOf(words: Words): { files: Readonly<Record<string, string | Uint8Array>>; places: number } {
  let places = 0;
  const plain = () => words(places++);
  const field = () => quoted(plain());
  // Two tags cannot have one name, and two sections or authors of one are one to the search.
  const name = () => {
    const place = places;
    return quoted(`${plain()} ${place}`);
  };
  const text = () => asMarkdown(plain());
  const files: Record<string, string | Uint8Array> = {
    "settings.yaml": `title: ${field()}
tagline: ${field()}
url: https://courier.example
description: ${field()}
language: en-GB
timeZone: Europe/London
pageSize: 3
changes: false
publisher: { name: ${field()} }
sections:
  - { slug: news, name: ${name()}, description: ${field()} }
  - { slug: letters, name: ${name()}, description: ${field()} }
navigation:
  - { name: ${field()}, to: /sections/news/ }
newsletter: { action: https://newsletter.example/x, field: ${field()}, name: ${field()} }
analytics: { script: https://analytics.example/x.js, data: { domain: ${field()}, x-y: ${field()} } }
distribution: { llmsTxt: true }
theme: { logo: logo.svg }
comments: { stories: open }
`,
    "logo.svg": svg("<path d='M0 0h40v30z'/>"),
    "tags.yaml": [0, 1, 2]
      .map((n) => `- { slug: t${n}, name: ${name()}, description: ${field()}, timeline: true, aliases: [${name()}] }\n`)
      .join(""),
    "series.yaml": `- { slug: s, name: ${name()}, description: ${field()} }\n`,
    "front.yaml": `lead: { story: articles/2026/05/story-1.md }
banner: { text: ${field()}, story: articles/2026/05/story-2.md, until: 2027-01-01 }
`,
    "pages/about.md": `---\ntitle: ${field()}\nsummary: ${field()}\n---\n${bodyOf(text, plain)}`,
  };
  for (const slug of ["ann", "desk"]) {
    files[`authors/${slug}.svg`] = svg("<path d='M0 0h40v30z'/>");
    files[`authors/${slug}.md`] = `---
name: ${name()}
type: ${slug === "ann" ? "person" : "organisation"}
alsoKnownAs: [${name()}]
role: ${field()}
beats: [${name()}]
links: [{ name: ${field()}, url: "https://ann.example/" }]
picture: { src: ${slug}.svg, alt: ${field()} }
---
${text()} [${text()}](https://ann.example/).

${text()}
`;
  }
  for (let n = 0; n < STORIES; n++) {
    files[`articles/2026/05/story-${n}.svg`] = svg(`<path d='M0 ${n}h40v30z'/>`);
    files[`articles/2026/05/story-${n}.md`] = `---
title: ${field()}
summary: ${field()}
author: [ann, desk]
date: 2026-05-2${n}T09:00
section: ${n % 2 === 0 ? "news" : "letters"}
tags: [t${n % 3}, t${(n + 1) % 3}]
series: s
place: ${field()}
image: { src: story-${n}.svg, alt: ${field()}, caption: ${field()}, credit: ${field()} }
sources:
  - { name: ${field()}, publisher: ${field()}, url: "https://source.example/" }
disclosure: ${field()}
${n % 4 === 1 ? `sponsored: { by: ${field()}, label: ${field()} }\n` : ""}corrections:
  - { date: 2026-05-29, text: ${field()} }
${n === 8 ? `retracted: { date: 2026-05-30, reason: ${field()} }\n` : ""}${n === 7 ? "live: true\n" : ""}---
${n === 7 ? liveBody(text) : bodyOf(text, plain, `story-${n}.svg`)}`;
  }
  for (const n of [0, 7]) {
    for (const [id, answers] of [
      ["a", ""],
      ["b", "replyTo: a\n"],
    ] as const) {
      files[`comments/2026/05/story-${n}/${id}.yaml`] =
        `name: ${field()}\ndate: 2026-05-30T09:00\ntext: ${quoted(`${text()}\n\n> ${text()}\n\n*${text()}* [${text()}](https://link.example/)`)}\n${answers}`;
    }
  }
  return { files, places };
}

/** Every kind of place in a text. A code block holds the words as they are, on lines of their own. */
const bodyOf = (text: () => string, plain: () => string, image?: string): string => `${text()}

## One ${text()}

> ${text()}

- ${text()}
- *${text()}* and **${text()}**

### Two ${text()}

| a | b |
|---|---|
| ${text()} | ${text()} |

A [link ${text()}](https://link.example/ "${text()}") and a note.[^1] Another^[${text()}].

~~~~~~~~
${plain().replace(/\s+/g, " ")}
~~~~~~~~

[^1]: ${text()}
${image ? `\n![alt ${text()}](${image} "${text()}")\n` : ""}`;

const liveBody = (text: () => string): string => `${text()}

## 2026-05-28 11:30 One ${text()}

${text()}

## 10:15 **Two ${text()}**

${text()}
`;

/** Writes the files of a newspaper below a folder. */
export async function writeNewspaper(folder: string, files: Readonly<Record<string, string | Uint8Array>>) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
