import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { editionIn, markEdition, moveMark, replaceFolder } from "./output-folder.ts";
import { editionOf, fileAt, isIntact, type PrintedFile, type PrintedPart } from "./printed.ts";
import type { Share } from "./shards.ts";

/** A part of the site that is to be: its files lie in the new folder, or, unchanged, in the site already. */
export interface ReadyPart {
  readonly name: string;
  readonly key: string;
  readonly origin?: string | undefined;
  /** Below the new folder; undefined for a part that lies in the site as it should. */
  readonly files?: readonly string[] | undefined;
}

/**
 * What of the last build a new one may leave where it lies, by name. Empty when `target` does not hold what that build
 * left: then everything is printed anew, beside it.
 */
export async function partsInPlace(
  target: string,
  last: readonly PrintedPart[] | undefined,
): Promise<ReadonlyMap<string, PrintedPart>> {
  if (!last || (await editionIn(target)) !== editionOf(last)) return new Map();
  return new Map(last.filter((part) => isIntact(part, target)).map((part) => [part.name, part]));
}

/** Puts a new folder in the place of the site. */
export async function publishFolder(
  parts: readonly ReadyPart[],
  folder: string,
  target: string,
  share: Share | undefined,
): Promise<PrintedPart[]> {
  // Looked at before they are moved: afterwards another build may have put its own there.
  const printed = parts.map(({ files = [], ...part }) => ({
    ...part,
    files: files.map((file) => printedFile(folder, file)),
  }));
  await markEdition(folder, editionOf(parts), share);
  await replaceFolder(folder, target);
  return printed;
}

/**
 * Puts what is new in place file by file, and takes away what no part has any more. Nothing can go wrong in a story
 * here: all is printed. Resolves with undefined when the site turns out to be changed by somebody else meanwhile: then
 * only a whole folder makes it right. While the site is changed its mark is no edition's, so that whatever ends this
 * process, the next build takes nothing there for granted.
 */
export async function publishChanges(
  parts: readonly ReadyPart[],
  folder: string,
  target: string,
  share: Share | undefined,
  last: readonly PrintedPart[],
): Promise<PrintedPart[] | undefined> {
  const inPlace = new Map(last.map((part) => [part.name, part]));
  const wanted = new Set(parts.flatMap(({ name, files }) => files ?? filesOf(inPlace.get(name))));
  const gone = last.flatMap(filesOf).filter((path) => !wanted.has(path));
  const ours = `changing ${randomUUID()}`;
  try {
    if ((await editionIn(target)) !== editionOf(last)) return undefined;
    await moveMark(folder, target, ours, share);
    const printed = parts.map(({ files, ...part }) => ({
      ...part,
      files: files?.map((file) => moveIfChanged(file, folder, target)) ?? inPlace.get(part.name)?.files ?? [],
    }));
    for (const path of gone) removeFile(path, target);
    if ((await editionIn(target)) !== ours) return undefined;
    await moveMark(folder, target, editionOf(parts), share);
    return printed;
  } catch (error) {
    if (error instanceof Error && "code" in error && IN_THE_WAY.has(error.code)) return undefined;
    throw error;
  }
}

/** A folder stands where a file was, a file where a folder was, or one has gone just now. */
const IN_THE_WAY: ReadonlySet<unknown> = new Set([
  "EEXIST",
  "EISDIR",
  "ENOENT",
  "ENOTDIR",
  "ENOTEMPTY",
  "ERR_FS_EISDIR",
]);

const filesOf = (part: PrintedPart | undefined): string[] => part?.files.map(([path]) => path) ?? [];

function printedFile(folder: string, path: string): PrintedFile {
  const file = fileAt(folder, path);
  if (!file) throw new Error(`${path} was printed, and is not in ${folder}`);
  return file;
}

/** A file that is the same keeps its time, by which hosts and browsers tell that it did not change. */
function moveIfChanged(path: string, folder: string, target: string): PrintedFile {
  const [from, to] = [join(folder, path), join(target, path)];
  const [fresh, old] = [printedFile(folder, path), fileAt(target, path)];
  if (old && old[1] === fresh[1] && readFileSync(from).equals(readFileSync(to))) return old;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
  return fresh;
}

/** Removes a file, and the folders that are empty without it. */
function removeFile(path: string, target: string): void {
  rmSync(join(target, path), { force: true });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      rmdirSync(join(target, folder));
    } catch (error) {
      if (error instanceof Error && "code" in error && STAYS.has(error.code)) return;
      throw error;
    }
  }
}

/** Why a folder is not removed: it holds something else, or is gone already. */
const STAYS: ReadonlySet<unknown> = new Set(["ENOTEMPTY", "EEXIST", "ENOENT"]);
