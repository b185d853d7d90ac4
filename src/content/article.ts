import type { Cover } from "../model/image.ts";
import type { Correction, Heading, WrittenArticle } from "../model/newsroom.ts";
import { minutesToRead } from "../model/reading-time.ts";
import { type Slug, slugFrom } from "../model/slugs.ts";
import { type Moment, monthOf, yearOf } from "../model/time.ts";
import { month2, year4 } from "../model/urls.ts";
import type { Body } from "./body.ts";
import { nearest, suggestion } from "./did-you-mean.ts";
import { linksOf } from "./hidden-links.ts";
import { type ImageShelf, whyNoImage } from "./images.ts";
import { liveCoverageOf } from "./live-coverage.ts";
import type { MarkdownFile } from "./markdown-file.ts";
import type { Places } from "./places.ts";
import type { Report } from "./report.ts";
import type { ArticleFrontMatter } from "./schema/article.ts";
import type { TagRegistry } from "./tags.ts";
import { TO_COME } from "./to-come.ts";
import type { YamlPath } from "./yaml.ts";

/** What an article may name: the rest of the newspaper. */
export interface Names {
  /** The slugs of the files in `authors/`, whether they could be read or not. */
  readonly authors: readonly Slug[];
  /** Undefined when the settings could not be read: then nothing is known to be wrong. */
  readonly sections: readonly Slug[] | undefined;
  /** Undefined when the registry could not be read. */
  readonly tags: TagRegistry | undefined;
  readonly series: readonly Slug[] | undefined;
  readonly images: ImageShelf;
}

type ArticleFile = MarkdownFile<"article">;

/** An article whose names are looked up and whose place is right; every reason why not is reported. */
export function writtenArticle(
  { path: file, place, slug, frontMatter: matter, body }: ArticleFile,
  names: Names,
  places: Places,
  report: Report,
): WrittenArticle | undefined {
  let sound = true;
  const refuse = (path: YamlPath, what: string, fix: string) => {
    sound = false;
    report({ severity: "error", file: places.shownAs(file), at: places.ofField(file, path), what, fix });
  };
  checkDates(matter, place, slug, refuse);
  checkFate(matter, refuse);
  const authors = lookUpAuthors(matter.author, names, refuse);
  const section = lookUpSection(matter.section, names, refuse);
  const series = lookUpSeries(matter.series, names, refuse);
  const tags = lookUpTags(matter.tags ?? [], names.tags, refuse);
  const cover = lookUpCover(matter.image, file, names, refuse);
  const live = liveCoverageOf(matter, body, refuse);
  if (!sound || !section) return undefined;
  return {
    file,
    slug,
    title: matter.title,
    summary: matter.summary,
    authors,
    date: matter.date,
    updated: matter.updated,
    expires: matter.expires,
    corrections: matter.corrections ?? NO_CORRECTIONS,
    ...(matter.comments ? { comments: matter.comments } : {}),
    changes: matter.changes ?? true,
    retracted: matter.retracted,
    section,
    tags,
    series,
    sponsored: matter.sponsored,
    disclosure: matter.disclosure,
    place: matter.place,
    cover,
    sources: matter.sources ?? [],
    language: matter.language,
    minutesToRead: minutesToRead(body.length),
    draft: matter.draft ?? false,
    live,
    contents: contentsOf(body, !live && (matter.contents ?? true)),
    body: body.hash,
    linksTo: linksOf(body),
    figures: body.images,
    forms: body.forms,
    frames: body.frames,
    inGalleries: body.inGalleries,
    formerly: matter.formerly ?? [],
  };
}

/** One object for nearly all stories, which are looked at one by one. */
const NO_CORRECTIONS: readonly Correction[] = [];

/** Says what is wrong with a field. */
export type Refuse = (path: YamlPath, what: string, fix: string) => void;

function checkDates(matter: ArticleFrontMatter, place: ArticleFile["place"], slug: Slug, refuse: Refuse): void {
  const [year, month] = [yearOf(matter.date), monthOf(matter.date)];
  if (year !== place.year || month !== place.month) {
    const folder = `articles/${year4(year)}/${month2(month)}`;
    const what = `The date is in ${year4(year)}/${month2(month)}, but the file is in ${year4(place.year)}/${month2(place.month)}.`;
    refuse(["date"], what, `Move it to ${folder}/${slug}.md, or mend the date.`);
  }
  if (matter.updated && isBefore(matter.updated, matter.date)) {
    refuse(["updated"], "The story was updated before it was published.", "Mend one of the two dates.");
  }
}

/** What happens to a story after it came out: in this order, and not to a draft. */
function checkFate(
  { date, summary, expires, corrections = [], retracted, draft }: ArticleFrontMatter,
  refuse: Refuse,
): void {
  if (summary === TO_COME && !draft) {
    const fix = 'Write one or two sentences, or keep the story back with "draft: true".';
    refuse(["summary"], `The summary is still to come (${TO_COME}).`, fix);
  }
  if (expires && expires.epochMs <= date.epochMs) {
    refuse(["expires"], "The story would be gone before it was out.", "Mend one of the two dates.");
  }
  for (const [index, correction] of corrections.entries()) {
    if (isBefore(correction.date, date)) {
      refuse(["corrections", index, "date"], "The story was corrected before it was published.", "Mend the date.");
    }
  }
  if (!retracted) return;
  if (isBefore(retracted.date, date)) {
    refuse(["retracted", "date"], "The story was retracted before it was published.", "Mend the date.");
  }
  if (draft) {
    const fix = "Take out draft, so that the story's address says that it was retracted.";
    refuse(["retracted"], "A draft was never published, so it cannot be retracted.", fix);
  }
}

/** A day without a time is before a moment only when it is an earlier day. */
function isBefore(a: Moment, b: Moment): boolean {
  const precise = a.precision === "minute" && b.precision === "minute";
  return precise ? a.epochMs < b.epochMs : a.iso.slice(0, 10) < b.iso.slice(0, 10);
}

function lookUpAuthors(written: readonly string[], names: Names, refuse: Refuse): Slug[] {
  return written.flatMap((word, index) => {
    const path = ["author", index];
    const author = names.authors.find((slug) => slug === word);
    if (!author) {
      const slug = slugFrom(word);
      const fix = suggestion(word, names.authors, slug ? `Add authors/${slug}.md.` : "Name a file of authors/.");
      refuse(path, `There is no author "${word}".`, fix);
    } else if (written.indexOf(word) < index) {
      refuse(path, `The author "${word}" is named twice.`, "Keep one of them.");
    } else return [author];
    return [];
  });
}

function lookUpSection(written: string, names: Names, refuse: Refuse): Slug | undefined {
  const slug = names.sections?.find((section) => section === written);
  if (!slug && names.sections) {
    const fix = suggestion(written, names.sections, "Add it to settings.yaml.");
    refuse(["section"], `There is no section "${written}".`, fix);
  }
  return slug;
}

function lookUpSeries(written: string | undefined, { series }: Names, refuse: Refuse): Slug | undefined {
  if (written === undefined || !series) return undefined;
  const slug = series.find((one) => one === written);
  if (!slug)
    refuse(["series"], `There is no series "${written}".`, suggestion(written, series, "Add it to series.yaml."));
  return slug;
}

function lookUpTags(written: readonly string[], registry: TagRegistry | undefined, refuse: Refuse): Slug[] {
  if (!registry) return [];
  const tags: Slug[] = [];
  for (const [index, word] of written.entries()) {
    const tag = registry.find(word);
    if (!tag) {
      const near = nearest(word, registry.words);
      const fix = near ? `Did you mean "${near}"?` : "Add it to tags.yaml, or choose one that is there.";
      refuse(["tags", index], `Unknown tag "${word}".`, fix);
    } else if (tags.includes(tag.slug)) {
      refuse(["tags", index], `The tag "${tag.name}" is named twice.`, "Keep one of them.");
    } else tags.push(tag.slug);
  }
  return tags;
}

function lookUpCover(
  written: ArticleFrontMatter["image"],
  file: string,
  names: Names,
  refuse: Refuse,
): Cover | undefined {
  if (!written) return undefined;
  const { src, ...words } = written;
  const image = names.images.beside(file, src);
  if (image) return { image, ...words };
  const { what, fix } = whyNoImage(file, src, names.images);
  refuse(["image", "src"], what, fix);
  return undefined;
}

const HEADINGS_FOR_A_LIST = 2;

function contentsOf(body: Body, wanted: boolean): Heading[] {
  const headings = body.headings.filter(({ level }) => level <= 3);
  return wanted && headings.length >= HEADINGS_FOR_A_LIST ? headings : [];
}
