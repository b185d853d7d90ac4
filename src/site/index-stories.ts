import type { Inserts } from "../model/inserts.ts";
import type { Edition } from "../pages/frame.ts";
import { printRecord, type SearchRecord, searchRecords } from "../pages/search-records.ts";
import type { SettledOptions } from "./build.ts";
import type { ReadyPart } from "./press.ts";
import { forgetOtherParts, searchParts, writeSearchParts } from "./search.ts";
import { indexesIn } from "./shards.ts";

/** The search of a site: its indexes, and what went into those that were made or taken from the cache. */
export interface IndexedStories {
  readonly parts: readonly ReadyPart[];
  readonly records: readonly SearchRecord[];
  readonly recordsIndexed: number;
}

/** Puts into a folder those of the search indexes that are stale. Resolves with all of them, as parts of the site. */
export async function indexStories(
  { edition, inserts }: { readonly edition: Edition; readonly inserts: Inserts },
  options: Pick<SettledOptions, "search" | "work" | "shard">,
  folder: string,
  isStale: (part: Pick<ReadyPart, "name" | "key">) => boolean,
): Promise<IndexedStories> {
  if (!options.search) return { parts: [], records: [], recordsIndexed: 0 };
  const cache = `${options.work}/search`;
  const all = searchParts(searchRecords(edition.publication));
  const named = indexesIn(options.shard, all).map((part) => ({
    part,
    name: part.name,
    key: `${part.key}${part.withShared ? " and shared" : ""}`,
  }));
  const stale = named.filter(isStale).map(({ part }) => part);
  const { files, recordsIndexed } = await writeSearchParts(stale, folder, {
    cache,
    print: (record) => printRecord(record, inserts.bodies),
  });
  await forgetOtherParts(cache, all);
  const parts = named.map(({ part, name, key }): ReadyPart => ({ name, key, files: files.get(part) }));
  return { parts, records: stale.flatMap(({ records }) => records), recordsIndexed };
}
