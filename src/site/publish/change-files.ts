import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { MARKER } from "../output-folder.ts";
import type { FilesJournal } from "./journal.ts";
import { BETWEEN, KEPT, SITE } from "./names.ts";
import { MISSING, unless } from "./system-error.ts";

/**
 * Moves what is new into the site, takes away what is gone, and marks it at the end as the new edition. Each file is
 * replaced in one step. Can be done again from the beginning after it was interrupted anywhere.
 */
export function changeFiles({ moves, removals }: FilesJournal, place: string, target: string): void {
  moveIfThere(join(place, BETWEEN), join(target, MARKER));
  for (const { path } of moves) moveIfThere(join(place, SITE, path), join(target, path));
  for (const path of removals) removeFile(path, target);
  moveIfThere(join(place, SITE, MARKER), join(target, MARKER));
}

/**
 * Puts back what `changeFiles` has changed, to the last byte and time. Can be done again after it was interrupted, but
 * `changeFiles` cannot be done any more.
 */
export function unchangeFiles({ moves, removals }: FilesJournal, place: string, target: string): void {
  for (const path of removals) moveIfThere(join(place, KEPT, path), join(target, path));
  for (const { path, replaces } of moves) {
    if (replaces) moveIfThere(join(place, KEPT, path), join(target, path));
    else if (!existsSync(join(place, SITE, path))) removeFile(path, target);
  }
  moveIfThere(join(place, KEPT, MARKER), join(target, MARKER));
}

/** Moves a file, and makes the folder for it where there is none. What is not there was moved before. */
function moveIfThere(from: string, to: string): void {
  if (unless(MISSING, () => renameSync(from, to)) || !existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

/** Removes a file, and the folders that are empty without it. */
function removeFile(path: string, target: string): void {
  unless(MISSING, () => rmSync(join(target, path)));
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    if (!unless(STAYS, () => rmdirSync(join(target, folder)))) return;
  }
}

/** Why a folder is not removed: it holds something else, or is gone already. */
const STAYS = ["ENOTEMPTY", "EEXIST", "ENOENT"];
