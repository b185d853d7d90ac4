import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeCorpus } from "../bench/corpus.ts";
import { writeForDateline } from "../bench/corpus-files.ts";
import { writeReplies } from "./fixture-replies.ts";

const STORIES = 498;
const OWN_STORIES = fileURLToPath(new URL("../../content/articles", import.meta.url));
const COVER = fileURLToPath(new URL("cover.jpg", import.meta.url));

/** The address of the story that the budgets are about. */
export const MEASURED_STORY = "/2026/11/seven-hundred-and-fifty-words/";
/** The same text, with replies and open for more. */
export const DISCUSSED_STORY = "/2026/10/seven-hundred-and-fifty-words-discussed/";
/** How many. */
export const REPLIES = 86;
/** How long it is. */
export const MEASURED_WORDS = 750;

/** A story that is told as it happens. */
const LIVE_STORY = "/2026/11/opening-day/";

/** A story that was taken back. */
const RETRACTED_STORY = "/2026/11/crossing-sold/";

/**
 * Writes the content of a newspaper of 500 stories, always the same. The newest is the one that the budgets are about:
 * it has exactly 750 words in its body, and a JPEG of 92 KB (1,200 by 800 pixels) for its cover. Another has the same, and
 * replies; one is live, and one more was retracted.
 */
export async function writeFixture(content: string): Promise<void> {
  const corpus = makeCorpus(STORIES);
  await writeForDateline(corpus, content);
  const fileOf = (url: string) => `${join(content, "articles", url).replace(/\/$/, "")}.md`;
  const file = fileOf(MEASURED_STORY);
  const front = [
    "title: The crossing opens a month early, and the ferry makes its last trip",
    "summary: The first lorry crossed at twelve minutes past five in the morning, and the town came to look.",
    `author: [${corpus.authors.slice(0, 2).join(", ")}]`,
    "date: 2026-11-20T09:30:00Z",
    "updated: 2026-11-21T16:00:00Z",
    `section: ${corpus.sections[0]}`,
    `tags: [${corpus.tags.slice(0, 3).join(", ")}]`,
    "place: Riverside",
    "image:",
    "  src: crossing.jpg",
    "  alt: Hills behind a field, with pylons and water in front",
    "  caption: The valley on the morning of the opening.",
    '  credit: "Photograph: Ann Example"',
    "sources:",
    "  - { name: Minutes of the council, url: https://council.example/minutes, date: 2026-11-03 }",
    "  - { name: The contract for the crossing, publisher: The council }",
  ];
  await mkdir(dirname(file), { recursive: true });
  await copyFile(COVER, join(dirname(file), "crossing.jpg"));
  await writeFile(file, `---\n${front.join("\n")}\n---\n\n${await body()}\n`);
  const discussed = front
    .map((line) => line.replace(/2026-11-2\d/, "2026-10-02").replace(/^tags:.*/, `tags: [${corpus.tags[9]}]`))
    .concat("comments: open");
  await mkdir(dirname(fileOf(DISCUSSED_STORY)), { recursive: true });
  await copyFile(COVER, join(dirname(fileOf(DISCUSSED_STORY)), "crossing.jpg"));
  await writeFile(fileOf(DISCUSSED_STORY), `---\n${discussed.join("\n")}\n---\n\n${await body()}\n`);
  await writeReplies(join(content, "comments", DISCUSSED_STORY), {
    count: REPLIES,
    // Not those of the story above them: they would weigh next to nothing.
    sentences: (await ownWords())
      .slice(MEASURED_WORDS)
      .join(" ")
      .split(/(?<=[.?!]) (?=[A-Z])/),
    from: "2026-10-02T12:00Z",
  });
  const live = [
    "title: The crossing opens, as it happens",
    "summary: From the first lorry to the last ferry.",
    `author: ${corpus.authors[0]}`,
    "date: 2026-11-19T05:00:00Z",
    `section: ${corpus.sections[0]}`,
    `tags: [${corpus.tags.slice(0, 3).join(", ")}]`,
    "live: true",
  ];
  const retracted = [
    "title: Crossing sold to the highest bidder",
    "summary: The council has agreed to sell the crossing before it opens.",
    `author: ${corpus.authors[0]}`,
    "date: 2026-11-18T05:00:00Z",
    `section: ${corpus.sections[0]}`,
    "retracted:",
    "  date: 2026-11-18T11:00:00Z",
    "  reason: The minutes on which this story was built are not the council's.",
  ];
  await writeFile(fileOf(RETRACTED_STORY), `---\n${retracted.join("\n")}\n---\n\nThe council met in private.\n`);
  await writeFile(fileOf(LIVE_STORY), `---\n${live.join("\n")}\n---\n\n${LIVE_POSTS}`);
}

const LIVE_POSTS = `We are on both banks, and on the ferry.

## 2026-11-20 06:30 **The last ferry has made fast**

Its captain switched the lamp off, and took it home.[^lamp]

## 12:00 Buses

| Line | Crosses since |
| ---- | ------------- |
| 27 | 11:40 |
| 9 | 11:55 |

![Hills behind a field](crossing.jpg "The valley at noon")

## 05:12 **The first lorry is across**

> It is shorter than I thought.

The driver had waited since ten in the evening.

### Behind it

Some forty cars, and a horse.

## 05:00 It is dark

[^lamp]: It is older than the ferry.
`;

/** What this repository's own stories say. */
async function ownWords(): Promise<string[]> {
  const files = (await readdir(OWN_STORIES, { recursive: true })).filter((name) => name.endsWith(".md")).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(OWN_STORIES, name), "utf8")));
  return texts
    .flatMap((text) => text.split("\n\n"))
    .filter((block) => /^[A-Z]/.test(block) && !/[[\]*`|^]/.test(block))
    .join(" ")
    .split(/\s+/);
}

/** Three parts with a heading each, of what this repository's own stories say: words by chance hardly compress. */
async function body(): Promise<string> {
  const words = await ownWords();
  const headings = ["What comes first", "What the council says", "What comes next"];
  const paragraphs: string[] = [];
  const lengths = [50, 80, 70, 60, 90, 45, 75, 85, 65, 70, 50];
  for (const [index, length] of lengths.entries()) {
    const heading = index % 4 === 1 ? headings[(index - 1) / 4] : undefined;
    if (heading) paragraphs.push(`## ${heading}`);
    paragraphs.push(words.splice(0, length).join(" "));
  }
  return paragraphs.join("\n\n");
}
