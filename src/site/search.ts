import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { searchPartitions } from "../model/search-partitions.ts";
import { outputFile, SEARCH_INDEX } from "../model/urls.ts";
import type { SearchRecord } from "../pages/search-records.ts";
import { codeOf } from "./code.ts";
import { keyOf, readEntry, sweep, writeEntry } from "./search-cache.ts";
import { indexRecords, isShared } from "./search-pagefind.ts";
import type { IndexFile } from "./search-steady.ts";

/** Two processes of Pagefind stay below 1 GB with partitions of the usual size. */
const AT_ONCE = 2;

/** The index of one partition, which is to stand in a folder of the site. */
export interface SearchPart<Story = SearchRecord> {
  /** Its folder, below the output folder, with a slash at its end. */
  readonly name: string;
  /** Changes when a byte of its files may. */
  readonly key: string;
  /** Oldest first. */
  readonly records: readonly Story[];
  /** Whether the files that all indexes share come with it. */
  readonly withShared: boolean;
}

const FOLDER = outputFile(SEARCH_INDEX).replace(/index\.html$/, "");

/** The indexes that records, oldest first, are cut into. */
export function searchParts(records: readonly SearchRecord[]): SearchPart[] {
  const code = codeOf(new URL(import.meta.url));
  return searchPartitions(records).map(({ name, stories }, index) => ({
    name: `${FOLDER}${name}/`,
    key: keyOf(code, stories),
    records: stories,
    withShared: index === 0,
  }));
}

/** What indexes are made with. */
export interface SearchIndexing<Story> {
  /** Where indexes are kept from build to build. */
  readonly cache: string;
  readonly print: (record: Story) => string;
  readonly index?: (pages: readonly { readonly url: string; readonly html: string }[]) => Promise<IndexFile[]>;
}

/**
 * Writes indexes into a folder, each taken from the cache when its records have not changed. Resolves with the files of
 * each, below the folder, and how many stories were indexed anew.
 */
export async function writeSearchParts<Story extends { readonly url: string }>(
  parts: readonly SearchPart<Story>[],
  folder: string,
  { cache, print, index = indexRecords }: SearchIndexing<Story>,
): Promise<{ readonly files: ReadonlyMap<SearchPart<Story>, readonly string[]>; readonly recordsIndexed: number }> {
  const files = new Map<SearchPart<Story>, readonly string[]>();
  let recordsIndexed = 0;
  await takingTurns(parts, async (part) => {
    let entry = await readEntry(cache, part.key);
    if (!entry) {
      recordsIndexed += part.records.length;
      entry = await index(part.records.map((record) => ({ url: record.url, html: print(record) })));
      await writeEntry(cache, part.key, entry);
    }
    files.set(part, place(entry, part, folder));
  });
  return { files, recordsIndexed };
}

/** Removes from the cache the indexes that are not among `parts`. */
export const forgetOtherParts = (cache: string, parts: readonly SearchPart[]): Promise<void> =>
  sweep(cache, new Set(parts.map(({ key }) => key)));

/** Writes the files of one index; those that all indexes share stand once, beside the folders of the partitions. */
function place(
  files: readonly IndexFile[],
  { name, withShared }: Pick<SearchPart, "name" | "withShared">,
  folder: string,
): string[] {
  const placed = files
    .filter(({ path }) => withShared || !isShared(path))
    .map(({ path, content }) => ({ file: join(isShared(path) ? FOLDER : name, path), content }));
  for (const made of new Set(placed.map(({ file }) => dirname(file))))
    mkdirSync(join(folder, made), { recursive: true });
  // Of thousands of small files, the synchronous calls write three in the time of one by promises.
  for (const { file, content } of placed) writeFileSync(join(folder, file), content);
  return placed.map(({ file }) => file);
}

/** Does the jobs, a few at a time, in order. Throws the first failure, when all that had begun has come to its end. */
async function takingTurns<Job>(jobs: readonly Job[], work: (job: Job) => Promise<void>): Promise<void> {
  const waiting = jobs.values();
  const failures: unknown[] = [];
  const worker = async () => {
    for (const job of waiting) {
      if (failures.length > 0) return;
      await work(job).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failures.length > 0) throw failures[0];
}
