import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BenchSite } from "./bench-site.ts";
import { storyPath } from "./corpus-files.ts";

/** What somebody does to a site between two builds: another edit in each round, so that no cache has the answer. */
export interface Edit {
  readonly key: string;
  readonly name: string;
  /** Makes the edit, and gives what takes it back. */
  make(site: BenchSite, round: number): Promise<() => Promise<void>>;
}

export const EDITS: readonly Edit[] = [
  {
    key: "body",
    name: "a story's text edited",
    make: (site, round) => rewrite(newestFile(site), (text) => `${text}\nAdded in round ${round}.\n`),
  },
  { key: "new", name: "a new story", make: publishStory },
  {
    key: "headline",
    name: "a headline changed",
    make: (site, round) => rewrite(newestFile(site), (text) => text.replace(/^title: .*/m, `$& in round ${round}`)),
  },
  {
    key: "author",
    name: "an author's name changed",
    make: (site, round) =>
      rewrite(join(site.content, "authors", `${site.newest.author}.md`), (text) =>
        text.replace(/^name: .*/m, `$& the ${round}th`),
      ),
  },
  {
    key: "layout",
    name: "a layout changed",
    make: (site, round) =>
      rewrite(join(site.project, "layouts/parts/Time.tsx"), (text) =>
        text.replace("<time ", `<time data-round="${round}" `),
      ),
  },
];

/** The story that the newest month ends with. */
export const newestFile = (site: BenchSite) => join(site.content, storyPath(site.newest));

async function publishStory(site: BenchSite, round: number): Promise<() => Promise<void>> {
  const story = { ...site.newest, slug: `published-in-round-${round}` };
  const file = join(site.content, storyPath(story));
  const text = await readFile(newestFile(site), "utf8");
  const titled = text.replace(/^title: .*/m, `title: Published in round ${round}`);
  await writeFile(file, titled.replace(/^date: .*/m, `date: ${aSecondLater(site.newest.date)}`));
  return () => rm(file);
}

const aSecondLater = (date: string) => `${new Date(Date.parse(date) + 1000).toISOString().slice(0, 19)}Z`;

async function rewrite(file: string, change: (text: string) => string): Promise<() => Promise<void>> {
  const before = await readFile(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`The benchmark no longer knows what to edit in ${file}`);
  await writeFile(file, after);
  return () => writeFile(file, before);
}
