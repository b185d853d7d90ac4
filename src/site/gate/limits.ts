import { posix } from "node:path";

/** What hosts refuse. docs/decisions/0035-publication-gate.md has the table, with where each says so. */
export interface Limits {
  /** Bytes of one file. */
  readonly fileSize: { readonly most: number; readonly host: string };
  /** Files in one folder, not those in folders of it. */
  readonly filesInFolder: { readonly most: number; readonly host: string };
}

export const LIMITS: Limits = {
  fileSize: { most: 25 * 1024 * 1024, host: "Cloudflare Pages" },
  filesInFolder: { most: 54_000, host: "Netlify" },
};

/** A file or folder that a host refuses, and why. */
export interface Refused {
  /** Below the output folder; "" for that itself. */
  readonly path: string;
  readonly what: string;
  readonly fix: string;
}

/** Folders with too many files. `files` are all of a site. */
export function fullFolders(files: Iterable<string>, { filesInFolder: { most, host } }: Limits): Refused[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const folder = posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].flatMap(([folder, count]) => {
    if (count <= most) return [];
    const what = `This folder has ${inEnglish(count)} files; ${host} takes no more than ${inEnglish(most)} in one.`;
    const fix = "Take something out of it, or build the site without what fills it (--no-search, a larger pageSize).";
    return [{ path: folder === "." ? "" : folder, what, fix }];
  });
}

/** Files that are too large. `sizeOf` gives bytes. */
export function largeFiles(
  files: Iterable<string>,
  sizeOf: (file: string) => number,
  { fileSize: { most, host } }: Limits,
): Refused[] {
  return [...files].flatMap((path) => {
    const size = sizeOf(path);
    if (size <= most) return [];
    const what = `This file has ${inMiB(size)} MiB; ${host} takes none over ${inMiB(most)} MiB.`;
    return [{ path, what, fix: "Make what it is made from smaller: a picture in fewer pixels, a story in parts." }];
  });
}

const inEnglish = (count: number) => count.toLocaleString("en");
const inMiB = (bytes: number) => (bytes / 1024 / 1024).toLocaleString("en", { maximumFractionDigits: 1 });
