import type { Author, FrontPlan, Newsroom, WrittenArticle } from "../model/newsroom.ts";
import type { Settings } from "../model/settings.ts";
import { slugFrom } from "../model/slugs.ts";
import type { Problem } from "../problems.ts";
import { type Addressed, addressedIn } from "./addressed.ts";
import { type Names, writtenArticle } from "./article.ts";
import { authorOf } from "./author.ts";
import { checkFileLinks, checkSitePaths, type FileLinks, leadsToFiles } from "./check-links.ts";
import { checkPolicies } from "./check-policies.ts";
import { checkRedirects } from "./check-redirects.ts";
import { checkComments } from "./comments.ts";
import { reportCollisions } from "./file-names.ts";
import { type ContentFrame, filesOfKind } from "./frame.ts";
import { checkFront, EMPTY_PLAN } from "./front.ts";
import { shelve } from "./images.ts";
import type { MarkdownKind } from "./kinds.ts";
import { type Addresses, compareAddresses } from "./lost-addresses.ts";
import { typographerIn } from "./markdown/parser.ts";
import type { FileReading, FoundMarkdown, MarkdownFile } from "./markdown-file.ts";
import { Memory } from "./memory.ts";
import type { Places } from "./places.ts";
import type { Report } from "./report.ts";
import { staticPage } from "./static-page.ts";
import type { FoundFile } from "./walk.ts";

/** All that was read of a content folder, file by file. */
export interface ReadFiles {
  readonly found: readonly FoundFile[];
  /** Those of `found` that are Markdown. */
  readonly markdown: readonly FoundMarkdown[];
  /** One for each of `markdown`, in its order. */
  readonly readings: readonly FileReading[];
  readonly frame: ContentFrame;
  readonly places: Places;
}

/** What the files say together, and all that is wrong with them. */
export interface Assembled {
  /** Undefined when the settings or a registry could not be read. */
  readonly newsroom: Newsroom | undefined;
  readonly links: readonly FileLinks[];
  /** Undefined while a file cannot be read. */
  readonly addresses?: Addresses | undefined;
  readonly problems: readonly Problem[];
}

export const isMarkdown = (file: FoundFile): file is FoundMarkdown => "name" in file.place;

/** Looks up, among all files, what each of them names. `memory` is that of the last time: then it is sooner done. */
export function assemble(
  { found, markdown, readings, frame, places }: ReadFiles,
  memory: Memory = new Memory(),
): Assembled {
  const problems: Problem[] = [...frame.problems];
  const report = (problem: Problem) => void problems.push(problem);
  const { settings, tags } = frame;
  memory.once("collisions", [found], () => collisionsOf(found, places)).forEach(report);
  for (const reading of readings) reading.problems.forEach(report);

  const files = readings.flatMap(({ file }) => file ?? []);
  const placesByPath = memory.once("paths", [markdown], () => byPath(markdown));
  const sure = memory.once("links", [markdown], () => new WeakSet<MarkdownFile>());
  const toCheck = files.filter((file) => !sure.has(file));
  for (const file of toCheck) if (leadsToFiles(file, placesByPath)) sure.add(file);
  checkFileLinks(toCheck, { placesByPath, fileAt: (index) => readings[index]?.file }, places, report);

  const names = memory.once("names", [found, frame], (): Names => namesOf(found, frame));
  const known = memory.once("articles", [names], () => new WeakMap<MarkdownFile, WrittenArticle>());
  const articles = ofKind(files, "article").flatMap((file) => {
    const written = known.get(file) ?? writtenArticle(file, names, places, report);
    if (written) known.set(file, written);
    return written ?? [];
  });
  const knownAuthors = memory.once("authors", [names], () => new WeakMap<MarkdownFile, Author>());
  const authors = ofKind(files, "author").map((file) => {
    const last = knownAuthors.get(file);
    if (last) return last;
    let isGood = true;
    const author = authorOf(file, names.images, places, (problem) => {
      isGood = false;
      report(problem);
    });
    if (isGood) knownAuthors.set(file, author);
    return author;
  });
  const pages = ofKind(files, "page").flatMap((file) => staticPage(file, places, report) ?? []);
  const comments = memory.once("comments", [frame], () => [...frame.comments.values()]);
  const stories = memory.once("stories", [markdown], () => new Set(markdown.map(({ path }) => path.normalize("NFC"))));
  checkComments(comments, stories, places, report);
  if (frame.front) checkFront(frame.front, articles, markdown, report);
  const addresses = whereEverythingIs(
    files.length === readings.length ? files : undefined,
    frame,
    places,
    memory,
    report,
  );
  if (!settings || !tags || !frame.series) return { newsroom: undefined, links: files, problems };

  const typographic = typographerIn(settings.settings.language);
  const newsroom: Newsroom = {
    settings: memory.once("settings", [frame], () => describedSettings(settings.settings, typographic)),
    tags: memory.once("tags", [frame], () => tags.tags.map((tag) => described(tag, typographic))),
    series: memory.once("series", [frame], () =>
      (frame.series?.series ?? []).map((one) => described(one, typographic)),
    ),
    front: frontPlan(frame, typographic),
    authors,
    articles,
    pages,
    comments,
  };
  checkSitePaths(newsroom, toCheck, markdown, settings, places, report);
  checkPolicies(newsroom, settings, report);
  return { newsroom, links: files, addresses, problems };
}

/** Redirects that cannot be, and addresses that would be lost. Nothing is known of them while a file cannot be read. */
function whereEverythingIs(
  files: readonly MarkdownFile[] | undefined,
  frame: ContentFrame,
  places: Places,
  memory: Memory,
  report: Report,
): Addresses | undefined {
  const known = memory.once("addressed", [], () => new WeakMap<MarkdownFile, Addressed>());
  const all = files && addressedIn(files, frame, known);
  if (!all) return undefined;
  checkRedirects(all, places, report);
  const addresses = compareAddresses(frame.addressBook, all);
  for (const problem of addresses.lost.values()) report(problem);
  return addresses;
}

function frontPlan({ front }: ContentFrame, typographic: (text: string) => string): FrontPlan {
  const plan = front?.plan ?? EMPTY_PLAN;
  const { banner } = plan;
  return banner ? { ...plan, banner: { ...banner, text: typographic(banner.text) } } : plan;
}

function collisionsOf(found: readonly FoundFile[], places: Places): Problem[] {
  const problems: Problem[] = [];
  reportCollisions(
    found.map((file) => ({ path: file.path, shownAs: places.shownAs(file.path), hasAddress: isMarkdown(file) })),
    (problem) => problems.push(problem),
  );
  return problems;
}

/** Where each file stands in the list, by its path in NFC. */
const byPath = (markdown: readonly FoundMarkdown[]): ReadonlyMap<string, number> =>
  new Map(markdown.map(({ path }, index) => [path.normalize("NFC"), index]));

const namesOf = (found: readonly FoundFile[], { settings, tags, series, images }: ContentFrame): Names => ({
  authors: filesOfKind(found, "author").flatMap(({ place }) => slugFrom(place.name) ?? []),
  sections: settings?.settings.sections.map(({ slug }) => slug),
  tags,
  series: series?.series.map(({ slug }) => slug),
  images: shelve(images),
});

/** Names stay as they are written, because people look for them; what is read as a sentence is set as one. */
function described<Entry extends { readonly description?: string | undefined }>(
  entry: Entry,
  typographic: (text: string) => string,
): Entry {
  return entry.description === undefined ? entry : { ...entry, description: typographic(entry.description) };
}

function describedSettings(settings: Settings, typographic: (text: string) => string): Settings {
  return {
    ...described(settings, typographic),
    tagline: typographic(settings.tagline),
    sections: settings.sections.map((section) => described(section, typographic)),
  };
}

function ofKind<Kind extends MarkdownKind>(files: readonly MarkdownFile[], kind: Kind): MarkdownFile<Kind>[] {
  // TypeScript follows a union's tag, but not into an object inside it.
  return files.filter(({ place }) => place.kind === kind) as readonly MarkdownFile[] as MarkdownFile<Kind>[];
}
