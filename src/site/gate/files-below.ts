import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as breath } from "node:timers/promises";
import { ifThere } from "../publish/system-error.ts";

/** How many folders are looked into before others in this thread have a turn. */
const FOLDERS_A_BREATH = 200;

/** The files below a folder, apart from those that are `known`, in the order of their paths. Follows no link. */
export async function filesBelow(folder: string, known: ReadonlySet<string> = new Set()): Promise<string[]> {
  const knownFolders = foldersOf(known);
  const found: string[] = [];
  const waiting = [""];
  for (let below = waiting.pop(), looked = 0; below !== undefined; below = waiting.pop(), looked++) {
    if (looked % FOLDERS_A_BREATH === 0) await breath();
    for (const name of namesIn(join(folder, below))) {
      const path = below + name;
      if (known.has(path)) continue;
      // Of most it is known what they are, and asking takes longer than all else here.
      if (knownFolders.has(`${path}/`) || lstatSync(join(folder, path)).isDirectory()) waiting.push(`${path}/`);
      else found.push(path);
    }
  }
  return found.sort();
}

function foldersOf(files: ReadonlySet<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of files) {
    for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) {
      const folder = file.slice(0, end + 1);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** None in a folder whose place something else has taken: what should be in it is missing, and is made again. */
const namesIn = (folder: string): string[] => ifThere(() => readdirSync(folder)) ?? [];
