import { randomUUID } from "node:crypto";
import { lstatSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { editionIn, ForeignFolderError, MARKER, markEdition, markText } from "./output-folder.ts";
import { editionOf, fileAt, isIntact, type PrintedFile, type PrintedPart } from "./printed.ts";
import { inTheWay, keepForeignFiles } from "./publish/foreign-files.ts";
import { type Move, publish } from "./publish/journal.ts";
import { BETWEEN, KEPT } from "./publish/names.ts";
import { placeIn } from "./publish/place-file.ts";
import { syncFiles } from "./publish/sync.ts";
import { unless } from "./publish/system-error.ts";
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

/** Puts a new folder in the place of the site. Files there that no build has put there come with it. */
export async function publishFolder(
  parts: readonly ReadyPart[],
  folder: string,
  target: string,
  share: Share | undefined,
): Promise<PrintedPart[]> {
  // Looked at before they are moved: afterwards somebody may have changed them.
  const printed = parts.map(({ files = [], ...part }) => ({
    ...part,
    files: files.map((file) => printedFile(folder, file)),
  }));
  await markEdition(folder, editionOf(parts), printed.flatMap(filesOf), share);
  await replaceFolder(folder, target);
  return printed;
}

/** Puts a folder that has its mark in the place of `target`, and takes the files along that no build has put there. */
export async function replaceFolder(folder: string, target: string): Promise<void> {
  await keepForeignFiles(target, folder);
  publish({ does: "replaces the folder", from: await editionIn(target) }, folder, target);
}

/**
 * Puts what is new in place, file by file, and takes away what no part has any more: all of it or nothing. Resolves with
 * undefined, having changed nothing, when the site is not what the last build left: then only a whole folder makes it
 * right. While the site is changed its mark is no edition's, so that even without its journal the next build takes nothing
 * there for granted.
 */
export async function publishChanges(
  parts: readonly ReadyPart[],
  folder: string,
  target: string,
  share: Share | undefined,
  last: readonly PrintedPart[],
): Promise<PrintedPart[] | undefined> {
  const [from, to, between] = [editionOf(last), editionOf(parts), `changing ${randomUUID()}`];
  const before = new Set(last.flatMap(filesOf));
  const difference = differenceOf(parts, folder, target, last, before);
  if (!difference || (await editionIn(target)) !== from) return undefined;
  const { printed, moves, removals } = difference;
  const own = dirname(folder);
  for (const { path } of [...moves.filter(({ replaces }) => replaces), ...removals, { path: MARKER }]) {
    placeIn(join(own, KEPT), path, target);
  }
  const after = printed.flatMap(filesOf);
  await markEdition(folder, to, after, share);
  writeFileSync(join(own, BETWEEN), markText(between, [...before, ...after], share));
  const few = moves.length <= SYNCED_AT_MOST ? moves.map(({ path }) => join(folder, path)) : [];
  await syncFiles([...few, join(folder, MARKER), join(own, BETWEEN)]);
  const gone = removals.map(({ path }) => path);
  publish({ does: "changes files", from, between, to, moves, removals: gone }, folder, target);
  return printed;
}

/** So many files are surely on the disk before they are put in place: each takes it half a millisecond or more. */
const SYNCED_AT_MOST = 256;

/** Undefined when something stands where a file of the site is to be: a folder, a link, a file in place of a folder. */
function differenceOf(
  parts: readonly ReadyPart[],
  folder: string,
  target: string,
  last: readonly PrintedPart[],
  before: ReadonlySet<string>,
) {
  const inPlace = new Map(last.map((part) => [part.name, part]));
  const moves: Move[] = [];
  const printed: PrintedPart[] = [];
  for (const { files, ...part } of parts) {
    const placed: PrintedFile[] = [];
    for (const path of files ?? []) {
      const old = foundAt(target, path);
      if (old === "in the way") return undefined;
      if (old && !before.has(path)) throw new ForeignFolderError(inTheWay(join(target, path)));
      const fresh = printedFile(folder, path);
      // A file that is the same keeps its time, by which hosts and browsers tell that it did not change.
      const isSame = old?.[1] === fresh[1] && readFileSync(join(folder, path)).equals(readFileSync(join(target, path)));
      if (!isSame) moves.push({ path, replaces: old !== undefined });
      placed.push(old && isSame ? old : fresh);
    }
    printed.push({ ...part, files: files ? placed : (inPlace.get(part.name)?.files ?? []) });
  }
  const after = new Set(printed.flatMap(filesOf));
  const gone = [...before].filter((path) => !after.has(path)).map((path) => ({ path, found: foundAt(target, path) }));
  if (gone.some(({ found }) => found === "in the way")) return undefined;
  return { printed, moves: pagesLast(moves), removals: gone.filter(({ found }) => found) };
}

/** So that a page never shows what is not there yet. */
const pagesLast = (moves: readonly Move[]): Move[] => [
  ...moves.filter(({ path }) => !path.endsWith(".html")),
  ...moves.filter(({ path }) => path.endsWith(".html")),
];

const filesOf = (part: PrintedPart | undefined): string[] => part?.files.map(([path]) => path) ?? [];

function printedFile(folder: string, path: string): PrintedFile {
  const file = fileAt(folder, path);
  if (!file) throw new Error(`${path} was printed, and is not in ${folder}`);
  return file;
}

function foundAt(folder: string, path: string): PrintedFile | "in the way" | undefined {
  let found: PrintedFile | "in the way" | undefined = "in the way";
  unless(["ENOTDIR"], () => {
    const there = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (!there || there.isFile()) found = there && [path, there.size, there.mtimeMs];
  });
  return found;
}
