import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Bodies, Newsroom, Settings } from "../model/newsroom.ts";
import { slugFrom } from "../model/slugs.ts";
import { hasErrors, type Problem } from "../problems.ts";
import { type Names, writtenArticle } from "./article.ts";
import { authorOf } from "./author.ts";
import { digestOf } from "./bytes.ts";
import { checkFileLinks, checkSitePaths, type FileLinks } from "./check-links.ts";
import { reportCollisions } from "./file-names.ts";
import type { Digests } from "./fingerprint.ts";
import { type MeasuredImages, readImage, shelve } from "./images.ts";
import type { FileKind, MarkdownKind } from "./kinds.ts";
import { createTypographer } from "./markdown/parser.ts";
import type { Conditions, FoundMarkdown, MarkdownFile } from "./markdown-file.ts";
import { type Places, placesIn } from "./places.ts";
import { type EarlierReadings, type HowToRead, readMarkdown } from "./read-markdown.ts";
import type { Report } from "./report.ts";
import { missingSettings, readSettings } from "./settings.ts";
import { decode, type Source } from "./source.ts";
import { staticPage } from "./static-page.ts";
import { noTags, readTags } from "./tags.ts";
import { type FoundFile, walk } from "./walk.ts";

/** What a content folder says, or everything that is wrong with it. */
export interface ContentReading {
  /** Undefined when there is an error among the problems. */
  readonly newsroom?: Newsroom | undefined;
  readonly bodies: Bodies;
  readonly links: readonly FileLinks[];
  readonly places: Places;
  readonly problems: readonly Problem[];
  readonly filesRead: number;
  /** How many Markdown files were read anew; the others had been read before as they are. */
  readonly filesParsed: number;
  /** For the next run. Undefined when the settings could not be read. */
  readonly readings?: EarlierReadings | undefined;
  /** What was read of each file: not of those that have no place here. */
  readonly digests: Digests;
}

/**
 * Reads a content folder: the only reader there is. `shownRoot` is the folder as the person typed it, for problems.
 * Throws when the folder itself cannot be read.
 */
export async function readContent(root: string, shownRoot: string, how: HowToRead = {}): Promise<ContentReading> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const places = placesIn(root, shownRoot);
  if (!(await isFolder(root))) {
    const fix = "Run the command in the folder of the site, or name the folder with --content.";
    report({ severity: "error", file: shownRoot, what: "There is no content folder here.", fix });
    return { bodies: new Map(), links: [], places, problems, filesRead: 0, filesParsed: 0, digests: new Map() };
  }
  const found = await walk(root, places.shownAs, report);
  const digests = new Map<string, string>();
  const read = await readFound(found, { root, shownRoot, places, report, digests }, how);
  return {
    ...read,
    digests,
    newsroom: hasErrors(problems) ? undefined : read.newsroom,
    places,
    problems,
    filesRead: found.length,
  };
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
  return found?.isDirectory() ?? false;
}

/** Where the files are, and whom problems are told. */
interface Reading {
  readonly root: string;
  readonly shownRoot: string;
  readonly places: Places;
  readonly report: Report;
  /** Takes down what was read of each file. */
  readonly digests: Map<string, string>;
}

/** Stands in while settings cannot be read, so that the rest is still checked. Nothing is published then. */
const STAND_IN = { language: "en", timeZone: "UTC" };

async function readFound(found: readonly FoundFile[], reading: Reading, how: HowToRead) {
  const { root, shownRoot, report, places } = reading;
  const settings = await readOne(filesOfKind(found, "settings")[0], reading, readSettings);
  if (filesOfKind(found, "settings").length === 0) missingSettings(places.shownAs("settings.yaml"), report);
  const tagFile = filesOfKind(found, "tags")[0];
  const tags = tagFile ? await readOne(tagFile, reading, readTags) : noTags();
  const images = await readImages(filesOfKind(found, "image"), reading);
  const { language, timeZone } = settings?.settings ?? STAND_IN;
  const conditions: Conditions = { root, shownRoot, language, timeZone, images };

  const markdown = found.filter(isMarkdown);
  reportCollisions(
    markdown.map(({ path }) => ({ path, shownAs: places.shownAs(path) })),
    report,
  );
  const { readings, parsed, bodies } = await readMarkdown(markdown, conditions, how);
  for (const { path, digest, problems } of readings) {
    reading.digests.set(path, digest);
    problems.forEach(report);
  }
  const files = readings.flatMap(({ file }) => file ?? []);
  const links = files.map(({ path, body }) => ({ from: path, links: body.links }));
  checkFileLinks(links, anchorsOf(markdown, files), places, report);

  const shelf = shelve(images);
  const names: Names = {
    authors: filesOfKind(found, "author").flatMap(({ place }) => slugFrom(place.name) ?? []),
    sections: settings?.settings.sections.map(({ slug }) => slug),
    tags,
    images: shelf,
  };
  const articles = ofKind(files, "article").flatMap((file) => writtenArticle(file, names, places, report) ?? []);
  const authors = ofKind(files, "author").map((file) => authorOf(file, shelf, places, report));
  const pages = ofKind(files, "page").flatMap((file) => staticPage(file, places, report) ?? []);
  const read = { bodies, links, filesParsed: parsed };
  if (!settings || !tags) return { ...read, newsroom: undefined };

  const typographic = createTypographer(language);
  const newsroom: Newsroom = {
    settings: describedSettings(settings.settings, typographic),
    tags: tags.tags.map((tag) => described(tag, typographic)),
    authors,
    articles,
    pages,
  };
  const paths = markdown.map(({ path }) => path);
  checkSitePaths(newsroom, links, paths, settings, places, report);
  return { ...read, newsroom, readings: { language, timeZone, readings } };
}

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

function filesOfKind<Kind extends FileKind["kind"]>(found: readonly FoundFile[], kind: Kind) {
  return found.filter((file): file is FoundFile<Extract<FileKind, { kind: Kind }>> => file.place.kind === kind);
}

const isMarkdown = (file: FoundFile): file is FoundMarkdown => "name" in file.place;

function ofKind<Kind extends MarkdownKind>(files: readonly MarkdownFile[], kind: Kind): MarkdownFile<Kind>[] {
  // TypeScript follows a union's tag, but not into an object inside it.
  return files.filter(({ place }) => place.kind === kind) as readonly MarkdownFile[] as MarkdownFile<Kind>[];
}

/** Every Markdown file's heading ids; undefined for one that could not be read. */
function anchorsOf(found: readonly FoundMarkdown[], files: readonly MarkdownFile[]) {
  const anchors = new Map<string, readonly string[] | undefined>();
  for (const { path } of found) anchors.set(path.normalize("NFC"), undefined);
  for (const { path, body } of files) {
    anchors.set(
      path.normalize("NFC"),
      body.headings.map(({ id }) => id),
    );
  }
  return anchors;
}

async function readOne<Value>(
  file: FoundFile | undefined,
  { root, places, report, digests }: Reading,
  read: (source: Source, report: Report) => Value | undefined,
): Promise<Value | undefined> {
  if (!file) return undefined;
  const bytes = await readFile(join(root, file.path));
  digests.set(file.path, digestOf(bytes));
  const source = decode(file.path, places.shownAs(file.path), bytes, report);
  return source && read(source, report);
}

async function readImages(
  files: readonly FoundFile[],
  { root, places, report, digests }: Reading,
): Promise<MeasuredImages> {
  const images: [string, ReturnType<typeof readImage>][] = [];
  for (const { path } of files) {
    const bytes = await readFile(join(root, path));
    digests.set(path, digestOf(bytes));
    images.push([path, readImage(path, places.shownAs(path), bytes, report)]);
  }
  return new Map(images);
}
