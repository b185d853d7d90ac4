import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import type { Image, Newsroom, Settings } from "../model/newsroom.ts";
import { slugFrom } from "../model/slugs.ts";
import { hasErrors, type Problem } from "../problems.ts";
import { type Names, writtenArticle } from "./article.ts";
import { authorOf } from "./author.ts";
import { checkFileLinks, checkSitePaths, type FileLinks } from "./check-links.ts";
import { reportCollisions } from "./file-names.ts";
import { type ImageShelf, readImage, shelve } from "./images.ts";
import type { FileKind } from "./kinds.ts";
import { createParser, createTypographer } from "./markdown/parser.ts";
import { type MarkdownReading, type Reading, readMarkdown, readText } from "./markdown-file.ts";
import type { Report } from "./report.ts";
import { articleSchema } from "./schema/article.ts";
import { authorSchema } from "./schema/author.ts";
import { pageSchema } from "./schema/page.ts";
import { missingSettings, readSettings } from "./settings.ts";
import type { Source } from "./source.ts";
import { staticPage } from "./static-page.ts";
import { noTags, readTags } from "./tags.ts";
import { type FoundFile, walk } from "./walk.ts";

/** What a content folder says, or everything that is wrong with it. */
export interface ContentReading {
  /** Undefined when there is an error among the problems. */
  readonly newsroom?: Newsroom | undefined;
  readonly links: readonly FileLinks[];
  readonly problems: readonly Problem[];
  readonly filesRead: number;
}

/**
 * Reads a content folder: the only reader there is. `shownRoot` is the folder as the person typed it, for problems.
 * Throws when the folder itself cannot be read.
 */
export async function readContent(root: string, shownRoot: string): Promise<ContentReading> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const shownAs = (path: string) => `${shownRoot}/${path}`;
  if (!(await isFolder(root))) {
    const fix = "Run the command in the folder of the site, or name the folder with --content.";
    report({ severity: "error", file: shownRoot, what: "There is no content folder here.", fix });
    return { links: [], problems, filesRead: 0 };
  }
  const found = await walk(root, shownAs, report);
  const reading: Reading = { root, shownAs, report };
  const { newsroom, links } = await readFound(found, reading);
  return { newsroom: hasErrors(problems) ? undefined : newsroom, links, problems, filesRead: found.length };
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
  return found?.isDirectory() ?? false;
}

/** Stands in while settings cannot be read, so that the rest is still checked. Nothing is published then. */
const STAND_IN = { language: "en", timeZone: "UTC" };

async function readFound(found: readonly FoundFile[], reading: Reading) {
  const { report, shownAs } = reading;
  const settings = await readOne(filesOfKind(found, "settings")[0], reading, readSettings);
  if (filesOfKind(found, "settings").length === 0) missingSettings(shownAs("settings.yaml"), report);
  const tagFile = filesOfKind(found, "tags")[0];
  const tags = tagFile ? await readOne(tagFile, reading, readTags) : noTags();
  const images = await readImages(filesOfKind(found, "image"), reading);
  const { language, timeZone } = settings?.settings ?? STAND_IN;

  const files = await readMarkdownFiles(found, { ...reading, parser: createParser(language), images }, timeZone);
  const links = checkLinks(found, files, report);
  const names: Names = {
    authors: filesOfKind(found, "author").flatMap(({ place }) => slugFrom(place.name) ?? []),
    sections: settings?.settings.sections.map(({ slug }) => slug),
    tags,
    images,
    typographic: createTypographer(language),
  };
  const articles = files.articles.flatMap((file) => writtenArticle(file, names, report) ?? []);
  const authors = files.authors.map((file) => authorOf(file, names, report));
  const pages = files.pages.flatMap((file) => staticPage(file, names, report) ?? []);
  if (!settings || !tags) return { newsroom: undefined, links };

  const bodies = new Map(everyFile(files).map(({ body }) => [body.hash, body.html]));
  const newsroom: Newsroom = {
    settings: describedSettings(settings.settings, names.typographic),
    tags: tags.tags.map((tag) => described(tag, names.typographic)),
    authors,
    articles,
    pages,
    bodies,
  };
  const named = found.filter(({ place }) => "name" in place).map(({ path }) => path);
  checkSitePaths(newsroom, links, named, settings, report);
  return { newsroom, links };
}

/** Names stay as they are written, because people look for them; what is read as a sentence is set as one. */
function described<Entry extends { readonly description?: string | undefined }>(
  entry: Entry,
  typographic: Names["typographic"],
): Entry {
  return entry.description === undefined ? entry : { ...entry, description: typographic(entry.description) };
}

function describedSettings(settings: Settings, typographic: Names["typographic"]): Settings {
  return {
    ...described(settings, typographic),
    tagline: typographic(settings.tagline),
    sections: settings.sections.map((section) => described(section, typographic)),
  };
}

function filesOfKind<Kind extends FileKind["kind"]>(found: readonly FoundFile[], kind: Kind) {
  return found.filter(
    (file): file is FoundFile & { place: Extract<FileKind, { kind: Kind }> } => file.place.kind === kind,
  );
}

async function readMarkdownFiles(found: readonly FoundFile[], reading: MarkdownReading, timeZone: string) {
  const schema = articleSchema(timeZone);
  const { report, shownAs } = reading;
  const named = found.filter(({ place }) => "name" in place);
  reportCollisions(
    named.map(({ path }) => ({ path, shownAs: shownAs(path) })),
    report,
  );
  const read = <Front, Kind extends "article" | "author" | "page">(kind: Kind, schema: z.ZodType<Front>) =>
    inBatches(filesOfKind(found, kind), ({ path, place }) => readMarkdown(reading, path, place, schema));
  return {
    authors: (await read("author", authorSchema)).filter((file) => file !== undefined),
    pages: (await read("page", pageSchema)).filter((file) => file !== undefined),
    articles: (await read("article", schema)).filter((file) => file !== undefined),
  };
}

type MarkdownFiles = Awaited<ReturnType<typeof readMarkdownFiles>>;

const everyFile = ({ authors, pages, articles }: MarkdownFiles) => [...authors, ...pages, ...articles];

function checkLinks(found: readonly FoundFile[], files: MarkdownFiles, report: Report): FileLinks[] {
  const anchors = new Map<string, readonly string[] | undefined>(
    found.filter(({ place }) => "name" in place).map(({ path }) => [path.normalize("NFC"), undefined]),
  );
  for (const { source, body } of everyFile(files)) {
    anchors.set(
      source.path.normalize("NFC"),
      body.headings.map(({ id }) => id),
    );
  }
  const links = everyFile(files).map(({ source, body }) => ({ from: source.path, links: body.links }));
  checkFileLinks(links, anchors, report);
  return links;
}

async function readOne<Value>(
  file: { readonly path: string } | undefined,
  reading: Reading,
  read: (source: Source, report: Report) => Value | undefined,
): Promise<Value | undefined> {
  const source = file && (await readText(reading, file.path));
  return source && read(source, reading.report);
}

async function readImages(files: readonly { readonly path: string }[], reading: Reading): Promise<ImageShelf> {
  const images = await inBatches(files, async ({ path }): Promise<[string, Image | undefined]> => {
    const bytes = await readFile(join(reading.root, path));
    return [path, readImage(path, reading.shownAs(path), bytes, reading.report)];
  });
  return shelve(new Map(images));
}

/** Files open at once; more gain nothing on any disk and run into limits on some systems. */
const BATCH = 64;

async function inBatches<Item, Value>(items: readonly Item[], read: (item: Item) => Promise<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for (let start = 0; start < items.length; start += BATCH) {
    values.push(...(await Promise.all(items.slice(start, start + BATCH).map(read))));
  }
  return values;
}
