import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { unless } from "./system-error.ts";

/**
 * Puts a file at a second place, which must be free. A link takes a tenth of the time of a copy; between file systems, and
 * on those that have none, it is a copy. No build ever writes into a file that is there, so that the two stay the same.
 * True for a link.
 */
export function placeFile(from: string, to: string): boolean {
  if (unless(NO_LINKS, () => linkSync(from, to))) return true;
  const { atime, mtime, ...found } = lstatSync(from);
  if (found.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    utimesSync(to, atime, mtime);
  }
  return false;
}

/** Puts a file of one folder at the same path below another, which is made with the folders between. True for a link. */
export function placeIn(folder: string, path: string, from: string): boolean {
  const to = join(folder, path);
  let isLink = false;
  const place = () => {
    isLink = placeFile(join(from, path), to);
  };
  if (unless(["ENOENT"], place)) return isLink;
  mkdirSync(dirname(to), { recursive: true });
  place();
  return isLink;
}

/** What a file system says that has no links, or not between these two places. */
export const NO_LINKS: readonly string[] = ["EXDEV", "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"];
