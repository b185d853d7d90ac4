import { join } from "node:path";
import type { Bodies, BodyHash } from "../model/newsroom.ts";
import { digestOf, readBytes } from "./bytes.ts";
import { shelveFigures } from "./figures/figures-shelf.ts";
import { MOST_OF_ANY } from "./file-limits.ts";
import type { Digests } from "./fingerprint.ts";
import type { KnownFrame } from "./frame.ts";
import { type ImageShelf, shelve } from "./images.ts";
import type { LookAtPicture } from "./look-at-picture.ts";
import { type Conditions, createFileReader, type FileReading, type FoundMarkdown } from "./markdown-file.ts";
import { Texts } from "./texts.ts";

/** What a run has read, for the next one. */
export interface EarlierReadings extends Pick<Conditions, "language" | "timeZone" | "embeds">, KnownFrame {
  readonly readings: readonly FileReading[];
}

/** Reads files, in their order. Their texts are in `bodies`, and those of `unread` files too. */
export type ReadFiles = (
  job: ReadingJob,
) => Promise<{ readonly readings: readonly FileReading[]; readonly bodies: Bodies }>;

export interface ReadingJob {
  readonly conditions: Conditions;
  readonly files: readonly FoundMarkdown[];
  /** Files that were read before as they are, by the hash of their bodies. */
  readonly unread: ReadonlyMap<BodyHash, FoundMarkdown>;
}

/** How a content folder is read; every part may be left out. */
export interface HowToRead {
  /** What an earlier run has read, so that what is unchanged need not be read again. */
  readonly earlier?: EarlierReadings | undefined;
  /** What `digestsIn` has found just now. */
  readonly digests?: Digests | undefined;
  /** Reads Markdown files; here and now unless told otherwise. */
  readonly readFiles?: ReadFiles;
  /** Looks at images; opens them here and now unless told otherwise. */
  readonly look?: LookAtPicture;
}

/** Reads the Markdown files of a content folder, all but those that an earlier run has read as they are. */
export async function readMarkdown(
  found: readonly FoundMarkdown[],
  conditions: Conditions,
  { earlier, digests, readFiles = readHere }: HowToRead,
) {
  const kept = stillTrue(found, conditions, earlier, digests);
  const unread = new Map<BodyHash, FoundMarkdown>();
  for (const file of found) {
    const body = kept.get(file.path)?.file?.body;
    if (body) unread.set(body.hash, file);
  }
  const files = found.filter(({ path }) => !kept.has(path));
  const { readings, bodies } = await readFiles({ conditions, files, unread });
  const fresh = new Map(readings.map((reading) => [reading.path, reading]));
  return {
    readings: found.flatMap(({ path }) => kept.get(path) ?? fresh.get(path) ?? []),
    parsed: files.length,
    bodies,
  };
}

/** The readings of an earlier run that would come out the same. What had a problem is always read again. */
function stillTrue(
  found: readonly FoundMarkdown[],
  { root, language, timeZone, embeds, images, figures }: Conditions,
  earlier: EarlierReadings | undefined,
  digests: Digests | undefined,
): ReadonlyMap<string, FileReading> {
  const kept = new Map<string, FileReading>();
  if (earlier?.language !== language || earlier.timeZone !== timeZone) return kept;
  if (String(earlier.embeds) !== String(embeds)) return kept;
  const byPath = new Map(earlier.readings.map((reading) => [reading.path, reading]));
  const shelf: ImageShelf = shelve(images);
  const figuresShelf = shelveFigures(figures);
  for (const { path } of found) {
    const reading = byPath.get(path);
    const body = reading?.file?.body;
    if (!body?.images.every(shelf.has) || !(body.inGalleries ?? []).every(shelf.has)) continue;
    if (body.figures && !body.figures.every(figuresShelf.has)) continue;
    const digest = digests ? digests.get(path) : digestOfFile(join(root, path));
    if (reading && digest === reading.digest) kept.set(path, reading);
  }
  return kept;
}

function digestOfFile(path: string): string | undefined {
  const bytes = readBytes(path, MOST_OF_ANY);
  return bytes && digestOf(bytes);
}

/** Reads files in this thread, and holds their texts in memory. */
export const readHere: ReadFiles = async ({ conditions, files, unread }) => {
  const reader = createFileReader(conditions);
  const bodies = new Map<BodyHash, string>();
  const readings = files.map((found) => {
    const { reading, html } = reader.read(found);
    if (reading.file && html !== undefined) bodies.set(reading.file.body.hash, html);
    return reading;
  });
  return { readings, bodies: orRenderedAgain(bodies, unread, conditions) };
};

/** Bodies of which some are at hand; the others are rendered from their files when they are asked for. */
export function orRenderedAgain(
  atHand: Bodies,
  unread: ReadonlyMap<BodyHash, FoundMarkdown>,
  conditions: Conditions,
): Bodies {
  let texts: Texts | undefined;
  return {
    get(hash) {
      const html = atHand.get(hash);
      if (html !== undefined || !unread.has(hash)) return html;
      texts ??= new Texts(conditions, (wanted) => unread.get(wanted));
      return texts.get(hash);
    },
  };
}
