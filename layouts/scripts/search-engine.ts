import { spaceWords } from "../../src/model/unspaced.ts";
import { SEARCH_SCRIPT, type SitePath } from "../../src/model/urls.ts";
import type { Answer, Filters, NumberedRequest, PagefindStory, Request } from "./engine/messages.ts";

/** Where the build puts the engine's worker. */
declare const SEARCH_WORKER: SitePath;

export type Order = "relevance" | "newest";

export interface FoundInIndex {
  readonly score: number;
  data(): Promise<PagefindStory>;
}

/** Asks one index, the best match first unless the order is another. Rejects when a part of it is missing. */
export async function searchIndex(
  index: string,
  words: string,
  filters: Filters,
  order: string,
): Promise<readonly FoundInIndex[]> {
  const search = ++last;
  const asked = send({ ask: "search", index, words: spaceWords(words), filters, order, number: search });
  const scores = await (asked as Promise<readonly number[]>);
  return scores.map((score, place) => ({
    score,
    data: () => ask({ ask: "read", search, place }) as Promise<PagefindStory>,
  }));
}

/** Starts loading an index; a failed try is forgotten, so that the next one may succeed. */
export async function openIndex(index: string): Promise<void> {
  await ask({ ask: "open", index });
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let last = 0;
let engine: Worker | undefined;
const policy = globalThis.trustedTypes?.createPolicy("search-worker", { createScriptURL: () => SEARCH_WORKER });

const ask = (request: Request): Promise<unknown> => send({ ...request, number: ++last });

function send(request: NumberedRequest): Promise<unknown> {
  engine ??= startEngine();
  engine.postMessage(request);
  return new Promise((resolve, reject) => waiting.set(request.number, { resolve, reject }));
}

function startEngine(): Worker {
  const worker = new Worker(policy?.createScriptURL(SEARCH_WORKER) ?? SEARCH_WORKER);
  // The worker will ask for it as soon as it is there itself; on its way already, it saves a round trip.
  fetch(SEARCH_SCRIPT).then(
    (response) => response.arrayBuffer(),
    // Who asks the worker hears of it.
    () => undefined,
  );
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const { resolve, reject } = waiting.get(data.number) ?? {};
    waiting.delete(data.number);
    if ("failure" in data) reject?.(new Error(data.failure));
    else resolve?.(data.answer);
  };
  worker.onerror = () => {
    engine = undefined;
    for (const { reject } of waiting.values()) reject(new Error("Failed to load the search engine"));
    waiting.clear();
  };
  return worker;
}
