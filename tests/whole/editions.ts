import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow } from "../incremental/harm.ts";

/** A site as files and what stands in them. */
export type Files = Readonly<Record<string, string>>;

/** What a folder holds: its files and their bytes, as text. */
export function filesAt(folder: string): Files {
  return Object.fromEntries(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), "latin1")]));
}

export function writeFiles(files: Files, folder: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** How the files that were found stand to two editions. */
export interface Found {
  /** Neither of one edition nor of the other, or half of a file. */
  readonly partial: readonly string[];
  readonly state: "old" | "new" | "mixed" | "none";
}

/** Leaves the marks aside, which no reader sees. */
export function compared(found: Files, old: Files, fresh: Files): Found {
  const pages = Object.entries(found).filter(([path]) => path !== ".dateline");
  const partial = pages.filter(([path, text]) => text !== old[path] && text !== fresh[path]).map(([path]) => path);
  const isAll = (edition: Files) => {
    const wanted = Object.keys(edition).filter((path) => path !== ".dateline");
    return pages.length === wanted.length && wanted.every((path) => found[path] === edition[path]);
  };
  if (pages.length === 0) return { partial, state: "none" };
  return { partial, state: isAll(old) ? "old" : isAll(fresh) ? "new" : "mixed" };
}
