import { join } from "node:path";
import type { Comment } from "../model/comment.ts";
import type { Image } from "../model/image.ts";
import type { Problem } from "../problems.ts";
import { type AddressBook, readAddressBook } from "./address-book.ts";
import { bytesOf, digestOf } from "./bytes.ts";
import { createCommentReader } from "./comments.ts";
import { fewAtOnce, PICTURES_AT_ONCE } from "./few-at-once.ts";
import type { AllFigures, KnownFigures } from "./figures/figures-shelf.ts";
import { readFigures } from "./figures/read-figures.ts";
import { mostBytes, unreadProblem } from "./file-limits.ts";
import type { Digests } from "./fingerprint.ts";
import { type ReadFront, readFront } from "./front.ts";
import { type MeasuredImages, readImage, shelve } from "./images.ts";
import type { FileKind } from "./kinds.ts";
import type { LookAtPicture } from "./look-at-picture.ts";
import type { Conditions } from "./markdown-file.ts";
import type { Places } from "./places.ts";
import { type KnownComments, readComments } from "./read-comments.ts";
import type { Report } from "./report.ts";
import { readSeries, type SeriesRegistry } from "./series.ts";
import { missingSettings, type ReadSettings, readSettings } from "./settings.ts";
import { decode, type Source } from "./source.ts";
import { noTags, readTags, type TagRegistry } from "./tags.ts";
import { withLogo } from "./theme.ts";
import type { FoundFile } from "./walk.ts";

/** What is read before any Markdown: the settings, the registries, the plan of the front page and the images. */
export interface ContentFrame {
  /** Undefined when they could not be read, as are the tags and the series. */
  readonly settings: ReadSettings | undefined;
  readonly tags: TagRegistry | undefined;
  readonly series: SeriesRegistry | undefined;
  /** Undefined when there is none, or none that can be read. */
  readonly front: ReadFront | undefined;
  /** Undefined where there is none, or it is damaged. */
  readonly addressBook: AddressBook | undefined;
  /** Those that could be read, by their files and in the order of these. */
  readonly comments: ReadonlyMap<string, Comment>;
  readonly images: MeasuredImages;
  readonly figures: AllFigures;
  readonly problems: readonly Problem[];
  /** What was read of each file. */
  readonly digests: Digests;
  /** How many images were opened; the others were known. */
  readonly imagesOpened: number;
}

/** An image that could be read, and the digest of the bytes that it was read from. */
export interface KnownImage {
  readonly digest: string;
  readonly image: Image;
}

/** What an earlier run has read, so that it need not be read again. */
export interface KnownFrame {
  readonly imagesKnown: readonly KnownImage[];
  readonly commentsKnown: KnownComments;
}

/** Stands in while settings cannot be read, so that the rest is still checked. Nothing is published then. */
const STAND_IN = { language: "en", timeZone: "UTC", embeds: [] };

/**
 * `known` is what was read before; `digests`, where they are known, are of what lies there now; `look` looks at the images
 * that are not known.
 */
export async function readFrame(
  found: readonly FoundFile[],
  root: string,
  places: Places,
  known?: KnownFrame,
  digests?: Digests,
  look?: LookAtPicture,
): Promise<ContentFrame> {
  const problems: Problem[] = [];
  const reading: Reading = {
    root,
    places,
    report: (problem) => void problems.push(problem),
    digests: new Map(),
  };
  const settingsFile = filesOfKind(found, "settings")[0];
  const settings = readOne(settingsFile, reading, readSettings);
  if (!settingsFile) missingSettings(places.shownAs("settings.yaml"), reading.report);
  const tagFile = filesOfKind(found, "tags")[0];
  const tags = tagFile ? readOne(tagFile, reading, readTags) : noTags();
  const seriesFile = filesOfKind(found, "series")[0];
  const series = seriesFile ? readOne(seriesFile, reading, readSeries) : { series: [] };
  const { timeZone } = settings?.settings ?? STAND_IN;
  const front = readOne(filesOfKind(found, "front")[0], reading, (source, report) =>
    readFront(source, timeZone, report),
  );
  const addressBook = readOne(filesOfKind(found, "addresses")[0], reading, readAddressBook);
  const readComment = createCommentReader(timeZone);
  const { comments, digests: ofKnown } = readComments(
    filesOfKind(found, "comment"),
    timeZone,
    known?.commentsKnown,
    digests,
    (file) => readOne(file, reading, (source, report) => readComment(source, file.place, report)),
  );
  for (const [path, digest] of ofKnown) reading.digests.set(path, digest);
  const images = filesOfKind(found, "image");
  const { images: measured, opened } = await readImages(images, reading, known?.imagesKnown ?? [], digests, look);
  const figures = await readAllFigures(filesOfKind(found, "figures"), reading);
  const complete = settings && withLogo(settings, shelve(measured), reading.report);
  return {
    settings: complete,
    tags,
    series,
    front,
    addressBook,
    comments,
    images: measured,
    figures,
    problems,
    digests: reading.digests,
    imagesOpened: opened,
  };
}

/** What Markdown is read with. */
export function conditionsOf({ settings, images, figures }: ContentFrame, root: string, shownRoot: string): Conditions {
  const { language, timeZone, embeds } = settings?.settings ?? STAND_IN;
  return { root, shownRoot, language, timeZone, embeds, images, figures };
}

/** Where the files are, and whom problems are told. */
interface Reading {
  readonly root: string;
  readonly places: Places;
  readonly report: Report;
  /** Takes down what was read of each file. */
  readonly digests: Map<string, string>;
}

export function filesOfKind<Kind extends FileKind["kind"]>(found: readonly FoundFile[], kind: Kind) {
  return found.filter((file): file is FoundFile<Extract<FileKind, { kind: Kind }>> => file.place.kind === kind);
}

function readOne<Value>(
  file: FoundFile | undefined,
  { root, places, report, digests }: Reading,
  read: (source: Source, report: Report) => Value | undefined,
): Value | undefined {
  if (!file) return undefined;
  const bytes = bytesOf(join(root, file.path), mostBytes(file.place, file.path));
  if (typeof bytes === "string") {
    report(unreadProblem(bytes, file.place, file.path, places.shownAs(file.path)));
    return undefined;
  }
  digests.set(file.path, digestOf(bytes));
  const source = decode(file.path, places.shownAs(file.path), bytes, report);
  return source && read(source, report);
}

async function readAllFigures(files: readonly FoundFile[], reading: Reading): Promise<AllFigures> {
  const all = new Map<string, KnownFigures | undefined>();
  for (const file of files) {
    const source = readOne(file, reading, (decoded) => decoded);
    const figures = source && (await readFigures(source, reading.report));
    const digest = reading.digests.get(file.path) ?? "";
    all.set(file.path.normalize("NFC"), figures && { file: file.path.normalize("NFC"), digest, figures });
  }
  return all;
}

/** Opening an image takes long, so one of known bytes is not opened again. */
async function readImages(
  files: readonly FoundFile[],
  { root, places, report, digests }: Reading,
  known: readonly KnownImage[],
  digestsNow: Digests | undefined,
  look: LookAtPicture | undefined,
): Promise<{ images: MeasuredImages; opened: number }> {
  const knownAt = new Map(known.map((one) => [one.image.file, one]));
  const images = new Map<string, Image | undefined>();
  const problems = new Map<string, Problem[]>();
  let opened = 0;
  await fewAtOnce(files, PICTURES_AT_ONCE, async ({ path, place }) => {
    const before = knownAt.get(path);
    const bytes =
      before && digestsNow?.get(path) === before.digest ? undefined : bytesOf(join(root, path), mostBytes(place, path));
    if (typeof bytes === "string") {
      problems.set(path, [unreadProblem(bytes, place, path, places.shownAs(path))]);
      return;
    }
    const digest = bytes ? digestOf(bytes) : (before?.digest ?? "");
    digests.set(path, digest);
    if (!bytes || before?.digest === digest) {
      images.set(path, before?.image);
      return;
    }
    opened++;
    const own: Problem[] = [];
    problems.set(path, own);
    images.set(path, await readImage(path, places.shownAs(path), bytes, (problem) => own.push(problem), look));
  });
  // In the order of the files, whichever was read first.
  for (const { path } of files) problems.get(path)?.forEach(report);
  return { images: new Map(files.map(({ path }) => [path, images.get(path)])), opened };
}

/** What could be read, for the next time. */
export const knownFrame = (frame: ContentFrame): KnownFrame => ({
  imagesKnown: knownImages(frame),
  commentsKnown: {
    zone: (frame.settings?.settings ?? STAND_IN).timeZone,
    comments: [...frame.comments].flatMap(([path, comment]) => {
      const digest = frame.digests.get(path);
      return digest === undefined ? [] : [{ path, digest, comment }];
    }),
  },
});

function knownImages({ images, digests }: Pick<ContentFrame, "images" | "digests">): KnownImage[] {
  return [...images].flatMap(([path, image]) => {
    const digest = digests.get(path);
    return image && digest !== undefined ? [{ digest, image }] : [];
  });
}
