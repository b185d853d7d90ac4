import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { searchPartitions } from "../model/search-partitions.ts";
import { SEARCH_INDEX } from "../model/urls.ts";
import type { SearchRecord } from "../pages/search-records.ts";
import { keyOf, readEntry, sweep, writeEntry } from "./search-cache.ts";
import { indexRecords, isShared, PAGEFIND } from "./search-pagefind.ts";
import type { IndexFile } from "./search-steady.ts";

/** Two processes of Pagefind stay below 1 GB with partitions of the usual size. */
const AT_ONCE = 2;

export interface SearchIndexing {
  /** Where indexes are kept from build to build. */
  readonly cache: string;
  readonly index: (records: readonly SearchRecord[]) => Promise<IndexFile[]>;
}

/**
 * Indexes the records, oldest first, into a folder of the site: an index for each partition, taken from the cache
 * when its records have not changed. What the cache keeps of earlier builds only is removed from it.
 */
export async function writeSearchIndex(
  records: readonly SearchRecord[],
  folder: string,
  { cache = ".dateline/search", index = indexRecords }: Partial<SearchIndexing> = {},
): Promise<void> {
  const partitions = searchPartitions(records);
  const used = new Set<string>();
  await takingTurns(partitions, async (partition) => {
    const key = keyOf(partition.stories, PAGEFIND);
    used.add(key);
    let files = await readEntry(cache, key);
    if (!files) {
      files = await index(partition.stories);
      await writeEntry(cache, key, files);
    }
    place(files, partition.name, partition === partitions[0], folder);
  });
  await sweep(cache, used);
}

/** Writes the files of one index; those that all indexes share stand once, beside the folders of the partitions. */
function place(files: readonly IndexFile[], name: string, withShared: boolean, folder: string): void {
  const placed = files
    .filter(({ path }) => withShared || !isShared(path))
    .map(({ path, content }) => ({ file: join(folder, SEARCH_INDEX, isShared(path) ? "" : name, path), content }));
  for (const made of new Set(placed.map(({ file }) => dirname(file)))) mkdirSync(made, { recursive: true });
  // Of thousands of small files, the synchronous calls write three in the time of one by promises.
  for (const { file, content } of placed) writeFileSync(file, content);
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
