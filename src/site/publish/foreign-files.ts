import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ForeignFolderError, filesOfMark, MARKER } from "../output-folder.ts";
import { placeIn } from "./place-file.ts";
import { unless } from "./system-error.ts";

/**
 * Takes the files of `target` that no build has put there along into the folder that is to replace it. Throws
 * `ForeignFolderError` where the site has something else at the place of one.
 */
export async function keepForeignFiles(target: string, folder: string): Promise<void> {
  const ours = await filesOfMark(target);
  if (!ours) return;
  for (const path of pathsBelow(target, "")) {
    if (path === MARKER || ours.has(path)) continue;
    if (!isFree(folder, path)) throw new ForeignFolderError(inTheWay(join(target, path)));
    placeIn(folder, path, target);
  }
}

/** All that is no folder. Links are not followed, as Node's own way of listing everything does. */
function* pathsBelow(top: string, folder: string): Generator<string, void> {
  for (const entry of readdirSync(join(top, folder), { withFileTypes: true })) {
    if (entry.isDirectory()) yield* pathsBelow(top, `${folder}${entry.name}/`);
    else yield `${folder}${entry.name}`;
  }
}

/** What is said of a file that is not ours where one of the site is to be. */
export const inTheWay = (file: string): string =>
  `${file} was not written by Dateline, and stands where the site has a file of its own; move it away. Nothing was published.`;

/** False too where a file stands in place of one of its folders. */
function isFree(folder: string, path: string): boolean {
  let isThere: unknown;
  const hasFolders = unless(["ENOTDIR"], () => {
    isThere = lstatSync(join(folder, path), { throwIfNoEntry: false });
  });
  return hasFolders && !isThere;
}
