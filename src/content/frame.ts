import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Image } from "../model/newsroom.ts";
import type { Problem } from "../problems.ts";
import { digestOf } from "./bytes.ts";
import type { Digests } from "./fingerprint.ts";
import { type MeasuredImages, readImage, shelve } from "./images.ts";
import type { FileKind } from "./kinds.ts";
import type { Conditions } from "./markdown-file.ts";
import type { Places } from "./places.ts";
import type { Report } from "./report.ts";
import { missingSettings, type ReadSettings, readSettings } from "./settings.ts";
import { decode, type Source } from "./source.ts";
import { noTags, readTags, type TagRegistry } from "./tags.ts";
import { withLogo } from "./theme.ts";
import type { FoundFile } from "./walk.ts";

/** What is read before any Markdown: the settings, the tags and the images. */
export interface ContentFrame {
  /** Undefined when they could not be read, as are the tags. */
  readonly settings: ReadSettings | undefined;
  readonly tags: TagRegistry | undefined;
  readonly images: MeasuredImages;
  readonly problems: readonly Problem[];
  /** What was read of each file. */
  readonly digests: Digests;
}

/** Images by path, with the digests of the bytes that they were measured in. */
export type KnownImages = ReadonlyMap<string, { readonly digest: string; readonly image: Image }>;

/** Stands in while settings cannot be read, so that the rest is still checked. Nothing is published then. */
const STAND_IN = { language: "en", timeZone: "UTC" };

/** `measured` are images of which it is known that their files have not changed. */
export async function readFrame(
  found: readonly FoundFile[],
  root: string,
  places: Places,
  measured: KnownImages = new Map(),
): Promise<ContentFrame> {
  const problems: Problem[] = [];
  const reading: Reading = {
    root,
    places,
    report: (problem) => void problems.push(problem),
    digests: new Map(),
  };
  const settingsFile = filesOfKind(found, "settings")[0];
  const settings = await readOne(settingsFile, reading, readSettings);
  if (!settingsFile) missingSettings(places.shownAs("settings.yaml"), reading.report);
  const tagFile = filesOfKind(found, "tags")[0];
  const tags = tagFile ? await readOne(tagFile, reading, readTags) : noTags();
  const images = await readImages(filesOfKind(found, "image"), reading, measured);
  const complete = settings && withLogo(settings, shelve(images), reading.report);
  return { settings: complete, tags, images, problems, digests: reading.digests };
}

/** What Markdown is read with. */
export function conditionsOf({ settings, images }: ContentFrame, root: string, shownRoot: string): Conditions {
  const { language, timeZone } = settings?.settings ?? STAND_IN;
  return { root, shownRoot, language, timeZone, images };
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
  measured: KnownImages,
): Promise<MeasuredImages> {
  const images: [string, ReturnType<typeof readImage>][] = [];
  for (const { path } of files) {
    const known = measured.get(path);
    if (known) {
      digests.set(path, known.digest);
      images.push([path, known.image]);
      continue;
    }
    const bytes = await readFile(join(root, path));
    digests.set(path, digestOf(bytes));
    images.push([path, readImage(path, places.shownAs(path), bytes, report)]);
  }
  return new Map(images);
}
