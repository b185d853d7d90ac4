import { hash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { HtmlChanges } from "./measure.ts";

/** The HTML files of a site at one moment, by path. */
export type HtmlFiles = ReadonlyMap<string, HtmlFile>;

interface HtmlFile {
  readonly bytes: number;
  /** Another one after each time that the file is written. */
  readonly stamp: string;
  readonly hash: string;
}

/** Looks at a folder, which need not exist. Files that stand as they stood in `known` are not read again. */
export function htmlFiles(folder: string, known: HtmlFiles = new Map()): HtmlFiles {
  const files = new Map<string, HtmlFile>();
  for (const path of htmlPaths(folder)) {
    const { size, mtimeNs, ino } = lstatSync(path, { bigint: true });
    const stamp = `${ino} ${mtimeNs}`;
    const before = known.get(path);
    const same = before?.stamp === stamp;
    files.set(path, { bytes: Number(size), stamp, hash: same ? before.hash : hash("sha1", readFileSync(path)) });
  }
  return files;
}

function htmlPaths(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".html"))
      .map((path) => join(folder, path));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

export function compareHtml(before: HtmlFiles, after: HtmlFiles): HtmlChanges {
  const count = (part: "hash" | "stamp") =>
    [...after].filter(([path, file]) => before.get(path)?.[part] !== file[part]).length;
  return { changed: count("hash"), written: count("stamp") };
}

/** How many files there are, and how large one is on average. */
export function htmlVolume(files: HtmlFiles): { readonly count: number; readonly meanBytes: number } {
  const bytes = [...files.values()].reduce((sum, file) => sum + file.bytes, 0);
  return { count: files.size, meanBytes: Math.round(bytes / files.size) };
}
