import { dirname, relative } from "node:path/posix";
import { png, svg } from "../content/pictures.ts";

/** A small newspaper as its editors think of it; `filesOf` writes it down. */
export interface Newspaper {
  settings: {
    title: string;
    tagline: string;
    language: string;
    timeZone: string;
    pageSize: number;
    socialCards: number;
    previewDrafts: boolean;
    offlineReading: boolean;
    /** As it is written. */
    embeds: string;
    /** As they are written: which stories readers may reply to. */
    comments: string;
    /** Where its form is sent. */
    newsletter?: string | undefined;
    navigation: string[];
    sections: { slug: string; name: string; description: string }[];
  };
  tags: { slug: string; name: string; aliases: string[]; timeline?: boolean }[];
  series: { slug: string; name: string }[];
  /** The front page as its editor wants it. Stories are named by their files. */
  front: { lead?: string | undefined; order: string[]; banner?: string | undefined; until: string };
  authors: { slug: string; name: string; biography: string; picture?: string | undefined }[];
  stories: Story[];
  pages: { slug: string; title: string; body: string }[];
  /** Pictures by their path, each with a number that says what it shows. */
  pictures: Record<string, number>;
}

export interface Story {
  slug: string;
  /** As it is written; the folder is of its month. */
  date: string;
  title: string;
  summary: string;
  authors: string[];
  section: string;
  tags: string[];
  updated?: string | undefined;
  expires?: string | undefined;
  /** Each of the day on which the story came out. */
  corrections?: string[] | undefined;
  /** Why. */
  retracted?: string | undefined;
  series?: string | undefined;
  sponsored?: string | undefined;
  draft: boolean;
  /** Of live coverage: how many there are, all of the minute in which the story came out. */
  posts?: { readonly count: number; readonly isOn: boolean } | undefined;
  contents?: boolean | undefined;
  comments?: "open" | "closed" | "off" | undefined;
  /** The oldest first, a minute apart. */
  replies?: Reply[] | undefined;
  cover?: string | undefined;
  body: Block[];
  mistake?: Mistake | undefined;
}

export interface Reply {
  readonly id: string;
  name: string;
  text: string;
  readonly replyTo?: string | undefined;
}

export type Block =
  | { readonly kind: "words" | "heading" | "picture"; readonly text: string }
  /** To another file, below `content/`. */
  | { readonly kind: "link"; readonly to: string };

export const MISTAKES = {
  "a field that nobody knows": "sumary: It was too early.",
  "a tag that nobody knows": "tags: [nobody-knows-it]",
  "a date that is none": "updated: 2026-02-30",
  "front matter that is not YAML": "place: [",
} as const;
export type Mistake = keyof typeof MISTAKES;

export const storyFile = ({ date, slug }: Story): string =>
  `articles/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}.md`;
export const replyFile = (story: Story, { id }: Reply): string =>
  `${storyFile(story).replace("articles", "comments").replace(/\.md$/, "")}/${id}.yaml`;
export const authorFile = ({ slug }: { readonly slug: string }): string => `authors/${slug}.md`;
export const pageFile = ({ slug }: { readonly slug: string }): string => `pages/${slug}.md`;

/** The files of a newspaper, by their paths below `content/`. */
export function filesOf(paper: Newspaper): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  files.set("settings.yaml", settingsText(paper.settings));
  files.set("tags.yaml", paper.tags.map(tagText).join("") || "[]\n");
  files.set("series.yaml", paper.series.map(({ slug, name }) => `- slug: ${slug}\n  name: ${quoted(name)}\n`).join(""));
  files.set("front.yaml", frontText(paper.front));
  for (const author of paper.authors) files.set(authorFile(author), authorText(author));
  for (const page of paper.pages) files.set(pageFile(page), `---\ntitle: ${quoted(page.title)}\n---\n${page.body}\n`);
  for (const story of paper.stories) {
    files.set(storyFile(story), storyText(story));
    for (const [index, reply] of (story.replies ?? []).entries())
      files.set(replyFile(story, reply), replyText(reply, index));
  }
  for (const [path, shows] of Object.entries(paper.pictures)) {
    files.set(path, path.endsWith(".svg") ? svg(`<path d="M0 0h${shows}"/>`) : png(20 + shows, 30));
  }
  return files;
}

/** A text that is the same in YAML, whatever stands in it. */
const quoted = (text: string): string => JSON.stringify(text);

const listOf = (items: readonly string[]): string => `[${items.map(quoted).join(", ")}]`;

function settingsText({
  title,
  tagline,
  language,
  timeZone,
  pageSize,
  socialCards,
  ...rest
}: Newspaper["settings"]): string {
  const sections = rest.sections.map(
    ({ slug, name, description }) =>
      `  - slug: ${slug}\n    name: ${quoted(name)}\n    description: ${quoted(description)}\n`,
  );
  const navigation = rest.navigation.map((to) => `  - name: ${quoted(`To ${to}`)}\n    to: ${quoted(to)}\n`);
  const newsletter = rest.newsletter ? `newsletter: { action: ${quoted(rest.newsletter)}, field: email }\n` : "";
  return `title: ${quoted(title)}
tagline: ${quoted(tagline)}
url: https://courier.example
description: News of "bridges", and of what crosses them.
language: ${language}
timeZone: ${timeZone}
pageSize: ${pageSize}
socialCards: ${socialCards}
previewDrafts: ${rest.previewDrafts}
offlineReading: ${rest.offlineReading}
embeds: ${rest.embeds}
comments: ${rest.comments}
publisher:
  name: Example Press
sections:
${sections.join("")}${navigation.length > 0 ? `navigation:\n${navigation.join("")}` : ""}${newsletter}`;
}

const tagText = ({ slug, name, aliases, timeline }: Newspaper["tags"][number]): string =>
  `- slug: ${slug}\n  name: ${quoted(name)}\n  aliases: ${listOf(aliases)}\n${timeline ? "  timeline: true\n" : ""}`;

const frontText = ({ lead, order, banner, until }: Newspaper["front"]): string =>
  [
    lead ? `lead: { story: ${quoted(lead)}, until: ${until} }\n` : "",
    `order: ${listOf(order)}\n`,
    banner ? `banner: { text: ${quoted(banner)}, until: ${until} }\n` : "",
  ].join("");

function authorText({ name, biography, picture }: Newspaper["authors"][number]): string {
  const shown = picture ? `picture:\n  src: ${picture}\n  alt: A portrait\n` : "";
  return `---\nname: ${quoted(name)}\ntype: person\n${shown}---\n${biography}\n`;
}

function storyText(story: Story): string {
  const { updated, draft, contents, cover, mistake, expires, corrections = [], retracted, series, sponsored } = story;
  const day = story.date.slice(0, 10);
  // Plain where it can be, so that both readers of front matter have some.
  const plain = /^[A-Za-z][\w ]*$/.test(story.title) ? story.title : quoted(story.title);
  const lines = [
    `title: ${plain}`,
    `summary: ${quoted(story.summary)}`,
    story.authors.length === 1 ? `author: ${story.authors[0]}` : `author: ${listOf(story.authors)}`,
    `date: ${story.date}`,
    `section: ${story.section}`,
    ...(story.tags.length > 0 && mistake !== "a tag that nobody knows" ? [`tags: ${listOf(story.tags)}`] : []),
    ...(updated && mistake !== "a date that is none" ? [`updated: ${updated}`] : []),
    ...(expires ? [`expires: ${expires}`] : []),
    ...(corrections.length > 0 ? ["corrections:"] : []),
    ...corrections.map((text) => `  - { date: ${day}, text: ${quoted(text)} }`),
    ...(retracted ? [`retracted: { date: ${day}, reason: ${quoted(retracted)} }`] : []),
    ...(series ? [`series: ${series}`] : []),
    ...(sponsored ? [`sponsored: { by: ${quoted(sponsored)} }`] : []),
    ...(draft ? ["draft: true"] : []),
    ...(story.posts ? [`live: ${story.posts.isOn}`] : []),
    ...(contents === undefined ? [] : [`contents: ${contents}`]),
    ...(story.comments ? [`comments: ${story.comments}`] : []),
    ...(cover ? [`image:\n  src: ${cover}\n  alt: A bridge`] : []),
    ...(mistake ? [MISTAKES[mistake]] : []),
  ];
  const from = dirname(storyFile(story));
  const blocks = story.body.map((block) => blockText(block, from));
  return `---\n${lines.join("\n")}\n---\n${[...blocks, ...postTexts(story)].join("\n\n")}\n`;
}

function replyText({ name, text, replyTo }: Reply, minute: number): string {
  const date = new Date(Date.UTC(2026, 4, 20, 12, minute)).toISOString().slice(0, 16);
  const answers = replyTo ? `replyTo: ${replyTo}\n` : "";
  return `name: ${quoted(name)}\ndate: ${date}Z\n${answers}text: ${quoted(text)}\n`;
}

function postTexts({ date, posts }: Story): string[] {
  const time = date.length > 10 ? date.replace("T", " ") : `${date} 12:00`;
  const numbers = Array.from({ length: posts?.count ?? 0 }, (_, index) => (posts?.count ?? 0) - index);
  return numbers.map(
    (number) => `## ${time} ${number % 2 === 0 ? `**Post ${number}**` : `Post ${number}`}\n\nIt is so.`,
  );
}

function blockText(block: Block, from: string): string {
  switch (block.kind) {
    case "words":
      return block.text;
    case "heading":
      return `## ${block.text}`;
    case "picture":
      return `![A bridge](${block.text})`;
    case "link":
      return `See [that story](${relative(from, block.to)}).`;
  }
}
