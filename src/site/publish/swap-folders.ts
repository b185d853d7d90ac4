import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { OLD, SITE } from "./names.ts";

/**
 * Puts the new folder of a publication in the place of the site. Two renames: between them there is no site, because no
 * system that Node knows of changes two folders at once. Can be done again after it was interrupted.
 */
export function swapFolders(place: string, target: string): void {
  if (!existsSync(join(place, SITE))) return;
  if (existsSync(target)) renameSync(target, join(place, OLD));
  renameSync(join(place, SITE), target);
}

/** Puts the old folder back, where there is no other. */
export function swapFoldersBack(place: string, target: string): void {
  if (!existsSync(target) && existsSync(join(place, OLD))) renameSync(join(place, OLD), target);
}
