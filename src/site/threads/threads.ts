import { readdirSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { WorkerEndedError } from "../publish/could-not.ts";
import type { JobName, Jobs } from "./jobs.ts";

/** Threads that share work. Each does one job at a time. They start when there is work, or when they are told to. */
export class Threads {
  /** How many there are; 0 when nothing is to be shared. */
  readonly count: number;
  #started: readonly Thread[] | undefined;

  constructor(count: number) {
    this.count = count;
  }

  /** A thread takes a while to load its code, so it pays to start before the work is there. */
  start(): void {
    this.#started ??= Array.from({ length: this.count }, () => new Thread());
  }

  get #threads(): readonly Thread[] {
    this.start();
    return this.#started ?? [];
  }

  /** Has every thread do a job. `givenTo` is told the thread's number, from 0. */
  async all<Name extends JobName>(name: Name, givenTo: (thread: number) => Jobs[Name]["given"]): Promise<void> {
    await Promise.all(this.#threads.map((thread, index) => thread.do(name, givenTo(index))));
  }

  /** Has the jobs, taken as they are wanted, done by whichever thread is free next. Resolves in their order; throws the first failure. */
  async share<Name extends JobName>(
    name: Name,
    jobs: Iterable<Jobs[Name]["given"]> | AsyncIterable<Jobs[Name]["given"]>,
  ): Promise<Jobs[Name]["gives"][]> {
    const results: Jobs[Name]["gives"][] = [];
    const waiting = Symbol.asyncIterator in jobs ? jobs[Symbol.asyncIterator]() : jobs[Symbol.iterator]();
    let taken = 0;
    const work = async (thread: Thread) => {
      for (let next = await waiting.next(); !next.done; next = await waiting.next()) {
        const place = taken++;
        results[place] = await thread.do(name, next.value);
      }
    };
    await Promise.all(this.#threads.map(work));
    return results;
  }

  async end(): Promise<void> {
    const started = this.#started ?? [];
    this.#started = undefined;
    await Promise.all(started.map((thread) => thread.end()));
  }
}

/** As many files as make it worth while to start threads: fewer are read sooner than those are ready. */
export const MANY_FILES = 400;

/** Whether a content folder holds enough for threads. */
export function holdsMany(content: string): boolean {
  try {
    return readdirSync(content, { recursive: true }).length >= MANY_FILES;
  } catch (error) {
    // Whoever reads the content says that it is not there.
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return false;
    throw error;
  }
}

/** Lends threads for as long as the work goes on. */
export async function withThreads<Result>(count: number, work: (threads: Threads) => Promise<Result>): Promise<Result> {
  const threads = new Threads(count);
  try {
    return await work(threads);
  } finally {
    await threads.end();
  }
}

class Thread {
  readonly #worker = new Worker(new URL("./thread.js", import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  /** The jobs given to a thread come to it in their order, and so do their results. */
  #turn: Promise<unknown> = Promise.resolve();

  do<Name extends JobName>(name: Name, given: Jobs[Name]["given"]): Promise<Jobs[Name]["gives"]> {
    const result = this.#turn.then(() => this.#ask<Jobs[Name]["gives"]>(name, given));
    // The failure is the asker's; whoever comes next has a turn all the same.
    this.#turn = result.catch(() => {});
    return result;
  }

  #ask<Result>(name: JobName, given: unknown): Promise<Result> {
    const worker = this.#worker;
    return new Promise<Result>((resolve, reject) => {
      const listeners = {
        message: (answer: { done: Result } | { failure: unknown }) => {
          settle();
          if ("failure" in answer) reject(answer.failure);
          else resolve(answer.done);
        },
        error: (error: Error) => {
          settle();
          reject(error);
        },
        exit: (code: number) => {
          settle();
          reject(new WorkerEndedError(`A thread ended while it was to ${name} (exit code ${code}).`));
        },
      };
      const settle = () => {
        for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
      };
      for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
      worker.postMessage({ name, given });
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
