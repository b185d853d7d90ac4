import { join } from "node:path";
import { printRecord, searchRecords } from "../../pages/search-records.ts";
import { examine } from "../examine.ts";
import { keptReadings } from "../readings-cache.ts";
import { searchParts, writeSearchParts } from "../search.ts";
import { sweep } from "../search-cache.ts";

export interface SearchJob {
  readonly content: string;
  readonly work: string;
  readonly now: number;
  /** A new folder, for the index. */
  readonly folder: string;
  /** The builds' indexes: what else is kept beside them was made here, and goes when it is not used any more. */
  readonly keep: readonly string[];
}

/** Where indexes are kept, the builds' too: years without a draft have the same for both. */
export const searchCache = (work: string): string => join(work, "search");

/** Indexes the publication as writers see it. Does nothing while there is an error in the content. */
export async function indexSearch({ content, work, now, folder, keep }: SearchJob): Promise<void> {
  const how = { earlier: await keptReadings(work) };
  const { reading, shown } = await examine({ content, now, unpublished: "all" }, how, work);
  if (!shown) return;
  const parts = searchParts(searchRecords(shown.publication));
  const cache = searchCache(work);
  await writeSearchParts(parts, folder, { cache, print: (record) => printRecord(record, reading.bodies) });
  await sweep(cache, new Set([...keep, ...parts.map(({ key }) => key)]));
}
