import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { MARKER } from "../output-folder.ts";

/** How a file is not as it should be. */
export interface Difference {
  /** Below the site's folder, with `/` between folders. */
  readonly path: string;
  readonly how: "differs" | "is missing" | "should not be there";
}

/** The site in a folder: every file of it but the mark of the build that wrote it, in the order of their paths. */
export function siteFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .filter((path) => path !== MARKER)
    .sort();
}

/** How a site differs from what it should be, file by file, in the order of their paths. Compares every byte. */
export function differences(site: string, should: string): { readonly files: number; readonly found: Difference[] } {
  const [there, wanted] = [siteFilesIn(site), siteFilesIn(should)];
  return {
    files: wanted.length,
    found: differencesOf(there, wanted, (path) => isSameFile(join(site, path), join(should, path))),
  };
}

/** How the files that are there differ from those that are wanted; `isSame` looks at one that is both. */
export function differencesOf(
  there: readonly string[],
  wanted: readonly string[],
  isSame: (path: string) => boolean,
): Difference[] {
  const [found, should] = [new Set(there), new Set(wanted)];
  return [...new Set([...there, ...wanted])].sort().flatMap((path): Difference[] => {
    if (!found.has(path)) return [{ path, how: "is missing" }];
    if (!should.has(path)) return [{ path, how: "should not be there" }];
    return isSame(path) ? [] : [{ path, how: "differs" }];
  });
}

const isSameFile = (some: string, other: string): boolean =>
  statSync(some).size === statSync(other).size && readFileSync(some).equals(readFileSync(other));
