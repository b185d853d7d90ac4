import { SEARCH_INDEX, SEARCH_SCRIPT } from "../../../src/model/urls.ts";
import type { Filters, PagefindStory } from "./messages.ts";
import { takeFailures, watchRequests } from "./requests.ts";

export interface PagefindResult {
  readonly score: number;
  data(): Promise<PagefindStory>;
}

/** What we use of an index of pagefind.js 1.5 (pagefind.app/docs/api). */
interface Index {
  preload(words: string): Promise<void>;
  search(
    words: string,
    options: { filters: Filters; sort?: Record<string, "asc" | "desc"> },
  ): Promise<{ results: readonly PagefindResult[] }>;
}

interface Pagefind {
  createInstance(options: { basePath: string; noWorker: boolean }): Index;
}

interface Question {
  readonly index: string;
  readonly words: string;
  readonly filters: Filters;
  readonly order: string;
}

const folderOf = (name: string): string => `${SEARCH_INDEX}${name}/`;

/** Asks one index, the best match first unless the order is another. Rejects when a part of it is missing. */
export async function searchIndex({
  index: name,
  words,
  filters,
  order,
}: Question): Promise<readonly PagefindResult[]> {
  const index = await openIndex(name);
  const { results } = await index.search(words, { filters, ...(order === "newest" ? { sort: { date: "desc" } } : {}) });
  const missing = takeFailures(folderOf(name));
  if (missing.length > 0) {
    indexes.delete(name);
    throw new Error(`Parts of the search index are missing: ${missing.join(", ")}`);
  }
  return results;
}

const indexes = new Map<string, Promise<Index>>();

/** Starts loading an index; a failed try is forgotten, so that the next one may succeed. */
export function openIndex(name: string): Promise<Index> {
  const known = indexes.get(name);
  if (known) return known;
  const opening = inTurn(() => startIndex(name)).catch((error: unknown) => {
    indexes.delete(name);
    takeFailures(folderOf(name));
    throw error;
  });
  indexes.set(name, opening);
  return opening;
}

let isRunning = false;
let last: Promise<unknown> = Promise.resolve();

/**
 * All indexes run in one WebAssembly engine, which the first one starts: two at once would start two, and the first
 * would be left with the memory of the second. So until one is open, each waits for the one before.
 */
function inTurn(start: () => Promise<Index>): Promise<Index> {
  if (isRunning) return start();
  const opening = last.then(start);
  // The failure is told to whoever asked for this index; the next one only waits for its end.
  last = opening.catch(() => undefined);
  return opening;
}

async function startIndex(name: string): Promise<Index> {
  const { createInstance } = await loadPagefind();
  const index = createInstance({ basePath: folderOf(name), noWorker: true });
  // It opens by itself; searching for nothing is how to hear that it is open, or why not.
  await index.preload("");
  isRunning = true;
  return index;
}

let pagefind: Promise<Pagefind> | undefined;
let tries = 0;

function loadPagefind(): Promise<Pagefind> {
  if (pagefind) return pagefind;
  if (tries === 0) watchRequests();
  // A browser keeps a module that could not be loaded as failed; another query lets it try again.
  const url = `${SEARCH_SCRIPT}${tries++ === 0 ? "" : `?${tries}`}`;
  // Pagefind ships no types for its bundle.
  pagefind = (import(url) as Promise<Pagefind>).catch((error: unknown) => {
    pagefind = undefined;
    throw error;
  });
  return pagefind;
}
