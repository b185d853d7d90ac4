import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";

/** What can befall a file; each does something to the one at `path`. */
export const HARM = {
  "is deleted": (path: string) => rmSync(path),
  "is cut short": (path: string) => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
  "is emptied": (path: string) => truncateSync(path, 0),
  "has a byte changed at its start": (path: string) => flip(path, () => 0),
  "has a byte changed in the middle": (path: string) => flip(path, (length) => Math.floor(length / 2)),
  "has a byte changed at its end": (path: string) => flip(path, (length) => length - 1),
  "has something after its end": (path: string) => appendFileSync(path, "more"),
  "is a folder": (path: string) => {
    rmSync(path);
    mkdirSync(path);
    writeFileSync(join(path, "somebody's"), "something");
  },
} as const;

/** Changes one byte, and the time of the file with it, however coarse the clock of the file system is. */
function flip(path: string, at: (length: number) => number): void {
  const bytes = readFileSync(path);
  const place = at(bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  rmSync(path);
  writeFileSync(path, bytes);
  touch(path);
}

/** Sets a time of writing that no build has set. */
function touch(path: string): void {
  utimesSync(path, 1, 1);
}

/** The files below a folder, in the order of their paths; none where there is no folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
