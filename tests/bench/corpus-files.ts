import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type BenchStory, type Corpus, capital } from "./corpus.ts";

/** Where a Dateline site has a story, below its content folder. */
export const storyPath = ({ year, month, slug }: BenchStory) => join("articles", year, month, `${slug}.md`);

/** Writes the corpus as the content folder of a Dateline site. */
export async function writeForDateline({ stories, tags, authors, sections }: Corpus, folder: string): Promise<void> {
  const file = (path: string, lines: readonly string[]) => write(join(folder, path), `${lines.join("\n")}\n`);
  await file("settings.yaml", [
    "title: The Bench Times",
    "tagline: Every word by chance",
    "url: https://news.example",
    "description: A newspaper for measuring.",
    "language: en",
    "timeZone: UTC",
    "pageSize: 20",
    "publisher: { name: The Bench Times }",
    "sections:",
    ...sections.map((slug) => `  - { slug: ${slug}, name: ${capital(slug)}, description: All ${slug}. }`),
  ]);
  await file(
    "tags.yaml",
    tags.map((tag) => `- { slug: ${tag}, name: ${capital(tag)} }`),
  );
  for (const author of authors) {
    await file(`authors/${author}.md`, [
      "---",
      `name: ${capital(author.replace("-", " "))}`,
      "type: person",
      "---",
      "Writes.",
    ]);
  }
  await inBatches(stories, (story) => {
    const { title, summary, author, date, section } = story;
    const front = { title, summary, author, date, section, tags: `[${story.tags.join(", ")}]` };
    const lines = Object.entries(front).map(([key, value]) => `${key}: ${value}`);
    const body = story.body.replace(/\{\{story:(\d+)\}\}/g, (_match, index) => {
      const target = stories[Number(index)];
      return target ? `../../${target.year}/${target.month}/${target.slug}.md` : "";
    });
    return write(join(folder, storyPath(story)), `---\n${lines.join("\n")}\n---\n\n${body}`);
  });
}

/** Writes the corpus as Hugo and Eleventy read it: front matter in JSON values, links by address. */
export async function writeForPeers({ stories }: Corpus, folder: string): Promise<void> {
  await inBatches(stories, (story) => {
    const { title, summary, author, date, section, slug, tags } = story;
    const front = { title, date, author, tags, description: summary, section, slug };
    const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    const body = story.body.replace(/\{\{story:(\d+)\}\}/g, (_match, index) => {
      const target = stories[Number(index)];
      return target ? `/${target.year}/${target.month}/${target.slug}/` : "";
    });
    return write(join(folder, story.year, story.month, `${slug}.md`), `---\n${lines.join("\n")}\n---\n\n${body}`);
  });
}

async function inBatches(stories: readonly BenchStory[], write: (story: BenchStory) => Promise<void>): Promise<void> {
  for (let start = 0; start < stories.length; start += 64) {
    await Promise.all(stories.slice(start, start + 64).map(write));
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
