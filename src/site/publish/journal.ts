import { existsSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readSealedSync, sealed } from "../sealed-file.ts";
import { changeFiles, unchangeFiles } from "./change-files.ts";
import { CouldNotError } from "./could-not.ts";
import { swapFolders, swapFoldersBack } from "./swap-folders.ts";
import { syncFile, syncFolder } from "./sync.ts";

/**
 * What is left to be done when everything of a new edition is ready beside the site. It lies with it in one folder; the
 * rename of that folder to its well-known name is what decides that the edition is published. From then on whoever comes
 * next can finish it, or undo it: see docs/decisions/0036-all-or-nothing.md.
 */
export type Journal = FolderJournal | FilesJournal;

/** The site is another folder from now on. */
export interface FolderJournal {
  readonly does: "replaces the folder";
  /** The edition that stood there before; undefined where nothing did. */
  readonly from: string | undefined;
}

/** The site changes in a few files. */
export interface FilesJournal {
  readonly does: "changes files";
  /** The editions that the site's mark names before, meanwhile and afterwards. */
  readonly from: string;
  readonly between: string;
  readonly to: string;
  readonly moves: readonly Move[];
  /** Files that are no part of the site any more. */
  readonly removals: readonly string[];
}

/** A file that goes into the site. */
export interface Move {
  readonly path: string;
  /** Whether one of its name is there already, and kept in `KEPT`. */
  readonly replaces: boolean;
}

const JOURNAL = "journal";
/** The journal is called so when what it says is taken back. */
const UNDOING = "undoing";

const FORM = "journal 1";

/** Where the folder of a publication lies from the moment on at which it is decided. */
export const publishingOf = (target: string): string => `${target}.publishing`;

/**
 * Carries out a journal: `folder` is the new folder of the site, in which everything is ready. Throws `CouldNotError`
 * when it could not, and has then undone what it did.
 */
export function publish(journal: Journal, folder: string, target: string): void {
  const own = dirname(folder);
  writeFileSync(join(own, JOURNAL), sealed(FORM, JSON.stringify(journal)));
  syncFile(join(own, JOURNAL));
  const place = publishingOf(target);
  renameSync(own, place);
  try {
    syncFolder(dirname(target));
    carryOut(journal, place, target);
  } catch (error) {
    takeBack(journal, place, target, error);
    renameSync(place, own);
    throw error;
  }
  try {
    renameSync(place, own);
  } catch (error) {
    const what = `The site was published. What is left of the old one could not be taken out of ${place}`;
    throw new CouldNotError(`${what} (${sentence(error)}); the next build removes it.`, { cause: error });
  }
}

/** What became of a publication that somebody else has left unfinished. */
export type Recovery = "finished" | "undone";

/**
 * Finishes what a run that was killed has begun to put in place, or undoes it where it cannot be finished; then its folder
 * is moved to `leftover`, to be removed. Nobody else may be at work on `target`. Undefined when there is nothing to do.
 */
export function recover(target: string, editionThere: string | undefined, leftover: string): Recovery | undefined {
  const place = publishingOf(target);
  if (!existsSync(place)) return undefined;
  const outcome = settle(place, target, editionThere);
  renameSync(place, leftover);
  return outcome;
}

function settle(place: string, target: string, editionThere: string | undefined): Recovery | undefined {
  const undoing = readJournal(join(place, UNDOING));
  if (undoing) {
    takeBack(undoing, place, target, undefined);
    return "undone";
  }
  const journal = readJournal(join(place, JOURNAL));
  if (!journal) {
    // Damaged. A mark that belongs to no edition has the next build print everything; but a site must be there.
    swapFoldersBack(place, target);
    return "undone";
  }
  if (!isAbout(journal, editionThere, existsSync(target))) return undefined;
  try {
    carryOut(journal, place, target);
    return "finished";
  } catch (error) {
    takeBack(journal, place, target, error);
    return "undone";
  }
}

/** Whether the site is still what the journal was written for: somebody may have put another one there. */
function isAbout(journal: Journal, editionThere: string | undefined, isThere: boolean): boolean {
  if (journal.does === "replaces the folder") return !isThere || editionThere === journal.from;
  return [journal.from, journal.between, journal.to].includes(editionThere ?? "");
}

function carryOut(journal: Journal, place: string, target: string): void {
  if (journal.does === "replaces the folder") swapFolders(place, target);
  else changeFiles(journal, place, target);
}

function takeBack(journal: Journal, place: string, target: string, cause: unknown): void {
  try {
    if (existsSync(join(place, JOURNAL))) renameSync(join(place, JOURNAL), join(place, UNDOING));
    if (journal.does === "replaces the folder") swapFoldersBack(place, target);
    else unchangeFiles(journal, place, target);
  } catch (error) {
    const what = `${target} is between two editions, and could be brought neither forward nor back.`;
    const remedy = `All of both is in ${place}: the next build goes on from there.`;
    throw new CouldNotError(`${what} ${remedy} (${sentence(error)})`, { cause: cause ?? error });
  }
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function readJournal(path: string): Journal | undefined {
  const bytes = readSealedSync(path, FORM);
  // The seal says that this is what `publish` wrote.
  return bytes && (JSON.parse(bytes.toString()) as Journal);
}
