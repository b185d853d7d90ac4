import { randomUUID } from "node:crypto";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { nothingWhenMissing } from "../sealed-file.ts";
import { type SearchJob, searchCache } from "./index-search.ts";
import type { DeskPlace } from "./orders.ts";

/** How the search of the dev server is told what it cannot know. */
interface Around {
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly onFailure: (failure: Error) => void;
}

/**
 * The search of the dev server: indexed by a thread of its own from when somebody first searches, because that keeps the
 * machine busy, and found as it was last until it is done again.
 */
export class DevSearch {
  readonly #place: DeskPlace;
  readonly #around: Around;
  /** Settles when it was indexed for the first time; undefined while nobody has searched. */
  #first: Promise<void> | undefined;
  readonly #folder: string;
  #keep: readonly string[] | undefined;
  #current: string | undefined;
  #worker: Worker | undefined;
  #isAtWork = false;
  #hasEnded = false;
  /** The time for which it is to be indexed once more. */
  #again: number | undefined;

  constructor(place: DeskPlace, around: Around) {
    this.#place = place;
    this.#around = around;
    this.#folder = join(place.work, "dev-search");
  }

  /** Something was edited: what somebody has searched is indexed anew. */
  renew(): void {
    if (this.#first) void this.#indexNow();
  }

  async #indexNow(): Promise<void> {
    try {
      await this.#index(this.#around.clock());
    } catch (failure) {
      this.#around.onFailure(failure instanceof Error ? failure : new Error(String(failure)));
    }
  }

  /** Indexes the publication as it is at `now`; when it is being indexed already, once more after that. */
  async #index(now: number): Promise<void> {
    if (this.#hasEnded) return;
    if (this.#isAtWork) {
      this.#again = now;
      return;
    }
    this.#isAtWork = true;
    try {
      await this.#indexOnce(now);
    } finally {
      this.#isAtWork = false;
    }
    const again = this.#again;
    this.#again = undefined;
    if (again !== undefined) await this.#index(again);
  }

  async #indexOnce(now: number): Promise<void> {
    const folder = join(this.#folder, randomUUID());
    const { content, work } = this.#place;
    this.#keep ??= (await readdir(searchCache(work)).catch(nothingWhenMissing)) ?? [];
    await this.#run({ content, work, now, folder, keep: this.#keep });
    if (await stat(folder).catch(nothingWhenMissing)) {
      this.#current = folder;
      await this.#removeOthers(folder);
    }
  }

  /** A file of the index by its path on the site; the first that is asked for waits for the index. */
  async at(path: string): Promise<Uint8Array | undefined> {
    this.#first ??= this.#indexNow();
    await this.#first;
    if (!this.#current || path.split(/[/\\]/).includes("..") || path.includes("\0")) return undefined;
    return readFile(join(this.#current, path)).catch(nothingWhenMissing);
  }

  async end(): Promise<void> {
    this.#hasEnded = true;
    await this.#worker?.terminate();
  }

  /** Resolves too when the thread is ended before it is done. */
  async #run(job: SearchJob): Promise<void> {
    if (this.#hasEnded) return;
    const worker = new Worker(new URL("./search-thread.js", import.meta.url), { workerData: job });
    this.#worker = worker;
    try {
      await new Promise<void>((resolve, reject) => {
        worker.once("message", resolve).once("error", reject).once("exit", resolve);
      });
    } finally {
      await worker.terminate();
      this.#worker = undefined;
    }
  }

  async #removeOthers(folder: string): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const other = join(this.#folder, name);
      if (other !== folder) await rm(other, { recursive: true, force: true });
    }
  }
}
