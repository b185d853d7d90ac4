import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { ForeignFolderError, filesOfMark, MARKER } from "../output-folder.ts";
import { placeIn } from "./place-file.ts";
import { unless } from "./system-error.ts";

/**
 * Takes the files of `target` that no build has put there along into the folder that is to replace it. Throws
 * `ForeignFolderError` where the site has something else at the place of one.
 */
export async function keepForeignFiles(target: string, folder: string): Promise<void> {
  const ours = await filesOfMark(target);
  if (!ours || !existsSync(target)) return;
  for (const entry of readdirSync(target, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = relative(target, join(entry.parentPath, entry.name));
    if (path === MARKER || ours.has(path.replaceAll("\\", "/"))) continue;
    if (!isFree(folder, path)) throw new ForeignFolderError(inTheWay(join(target, path)));
    placeIn(folder, path, target);
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
