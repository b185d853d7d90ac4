import { urlOfFile } from "../content/addresses.ts";
import type { Registries } from "../content/registries.ts";
import { faultOf } from "../content/schema/fields.ts";
import { TO_COME } from "../content/to-come.ts";
import type { Slug } from "../model/slugs.ts";
import { isMoment, type Moment, monthOf, readMoment, writtenAt, yearOf } from "../model/time.ts";
import { month2, type SitePath, year4 } from "../model/urls.ts";
import { refuseTaken, slugFor } from "./address.ts";
import { markdownOf, oneLine } from "./front-matter-text.ts";
import { authorsOf, slugOf, tagsOf } from "./look-up.ts";
import { readBack } from "./read-back.ts";

/** What a writer says of a new story; whatever is left out is asked for, or has its usual value. */
export interface StoryWanted {
  readonly headline?: string | undefined;
  /** Slugs or names. */
  readonly authors: readonly string[];
  /** Names, slugs or aliases. */
  readonly tags: readonly string[];
  readonly section?: string | undefined;
  readonly series?: string | undefined;
  readonly summary?: string | undefined;
  /** As front matter has it; the site's time now when left out. */
  readonly date?: string | undefined;
  readonly slug?: string | undefined;
}

/** A file that can be made. */
export interface NewFile {
  /** Below the content folder. */
  readonly path: string;
  readonly url: SitePath;
  readonly text: string;
}

/** What comes of a wish: a file, or what is still to be said, or why it cannot be. */
export interface Outcome<Field extends string> {
  readonly file?: NewFile;
  readonly missing: readonly Field[];
  /** In sentences. */
  readonly refused: readonly string[];
}

export type StoryField = "headline" | "author" | "section" | "slug";

/** A new story, a draft; `root` is the content folder, and `now` in milliseconds since 1970 UTC. */
export async function newStory(
  wanted: StoryWanted,
  root: string,
  registries: Registries,
  now: number,
): Promise<Outcome<StoryField>> {
  const { sections, timeZone } = registries.settings;
  const refused: string[] = [];
  const refuse = (why: string) => void refused.push(why);
  const headline = oneLine(wanted.headline ?? "");
  const authors = authorsOf(wanted.authors, registries, refuse);
  const section = wanted.section && slugOf(wanted.section, "section", sections, "Add it to settings.yaml.", refuse);
  const series = wanted.series && slugOf(wanted.series, "series", registries.series, "Add it to series.yaml.", refuse);
  const tags = tagsOf(wanted.tags, registries, refuse);
  const date = wanted.date ?? writtenAt(now, timeZone);
  const moment = readMoment(date, timeZone);
  if (!isMoment(moment)) refuse(`--date ${faultOf(date, moment).join(". ")}`);
  const slug = slugFor(headline, wanted.slug, refuse);

  if (registries.authors.length === 0) refuse('There is no author yet; make one: npm run new -- author "Name".');
  const path = slug && isMoment(moment) ? storyPath(slug, moment) : undefined;
  if (path) await refuseTaken(root, path, registries, refuse);

  const by = authors.length === 0 ? only(registries.authors) : authors;
  const where = section ? [section] : only(sections);
  const missing: StoryField[] = [
    ...(headline === "" ? (["headline"] as const) : []),
    ...(headline !== "" && !slug && wanted.slug === undefined ? (["slug"] as const) : []),
    ...(by.length === 0 && wanted.authors.length === 0 ? (["author"] as const) : []),
    ...(where.length === 0 && !wanted.section ? (["section"] as const) : []),
  ];
  if (!path || missing.length > 0 || refused.length > 0) return { missing, refused };
  const text = markdownOf(
    {
      title: headline,
      summary: oneLine(wanted.summary ?? "") || TO_COME,
      author: by.length === 1 ? by[0] : by,
      date,
      section: where[0],
      tags: tags.length > 0 ? tags : undefined,
      series: series || undefined,
      draft: true,
    },
    { draft: "Delete this line and the next to publish the story." },
  );
  readBack("article", path, text, timeZone, refuse);
  const url = urlOfFile(path);
  return url && refused.length === 0 ? { missing, refused, file: { path, url, text } } : { missing, refused };
}

const storyPath = (slug: Slug, date: Moment): string =>
  `articles/${year4(yearOf(date))}/${month2(monthOf(date))}/${slug}.md`;

/** What needs no asking, because there is nothing else to choose. */
const only = (all: readonly { readonly slug: Slug }[]): Slug[] => (all.length === 1 ? all.map(({ slug }) => slug) : []);
