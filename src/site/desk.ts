import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Digests } from "../content/fingerprint.ts";
import type { Conditions, FileReading, FoundMarkdown } from "../content/markdown-file.ts";
import type { ContentReading } from "../content/read.ts";
import {
  type EarlierReadings,
  type HowToRead,
  orRenderedAgain,
  type ReadFiles,
  readHere,
} from "../content/read-markdown.ts";
import type { Inserts } from "../model/inserts.ts";
import type { BodyHash } from "../model/newsroom.ts";
import { allFindings } from "./gate/findings.ts";
import { Inspector, type Measures } from "./gate/inspector.ts";
import { sweepFolder } from "./leftovers.ts";
import type { PrintedPages } from "./print.ts";
import { keepReadings, keptReadings } from "./readings-cache.ts";
import { slowestOf } from "./slowest.ts";
import { type BodyPlace, FiledBodies } from "./threads/body-file.ts";
import type { Jobs } from "./threads/jobs.ts";
import { MANY_FILES, type Threads } from "./threads/threads.ts";

/** How work is shared among threads. */
export interface Shares {
  /** From how many on threads are worth while: fewer are done here sooner than threads are ready. */
  readonly manyFiles: number;
  readonly manyPages: number;
  /**
   * What a thread is given at a time: enough to be worth the asking, and little enough to end together. Eleventy keeps
   * all the pages that it is given until it has printed them.
   */
  readonly filesAtATime: number;
  readonly pagesAtATime: number;
}

const SHARES: Shares = { manyFiles: MANY_FILES, manyPages: 800, filesAtATime: 200, pagesAtATime: 250 };

/** Where pages are printed, what is put into them, and what they are judged by. */
export interface PagesToPrint {
  readonly folder: string;
  readonly inserts: Inserts;
  readonly measures: Measures;
}

/** Where a build's reading and printing is done: here, or by threads when there is much of it. */
export class Desk {
  readonly #work: string;
  readonly #folder: string;
  readonly #threads: Threads;
  readonly #task: "check" | "print";
  readonly #shares: Shares;
  #warm: Promise<void> | undefined;
  #conditions: Conditions | undefined;
  /** The files whose texts are in no file of ours: a thread that needs one renders it again. */
  #elsewhere: ReadonlyMap<BodyHash, FoundMarkdown> = new Map();
  #places: readonly BodyPlace[] = [];
  #filed: FiledBodies | undefined;
  #toKeep: EarlierReadings | undefined;

  /** `work` is the folder that is kept from build to build; texts lie in a folder of it until `end`. */
  constructor(work: string, threads: Threads, task: "check" | "print", shares: Shares = SHARES) {
    this.#work = work;
    this.#folder = join(work, `texts.${process.pid}.${crypto.randomUUID()}`);
    this.#threads = threads;
    this.#task = task;
    this.#shares = shares;
  }

  /** What the last run has read, and who reads what has changed since. `digests` is what lies there now. */
  async howToRead(digests: Digests | undefined): Promise<HowToRead> {
    return { earlier: await keptReadings(this.#work), digests, readFiles: this.#readFiles };
  }

  /** Takes down what this run has read, to keep it for the next one when the threads are busy, or at the end. */
  keepLater({ readings, filesParsed, imagesOpened }: ContentReading): void {
    if (readings && (filesParsed > 0 || imagesOpened > 0)) this.#toKeep = readings;
  }

  async #keep(): Promise<void> {
    const readings = this.#toKeep;
    this.#toKeep = undefined;
    if (readings) await keepReadings(this.#work, readings);
  }

  readonly #readFiles: ReadFiles = async (job) => {
    const { conditions, files, unread } = job;
    this.#conditions = conditions;
    if (this.#threads.count === 0 || files.length < this.#shares.manyFiles) {
      const read = await readHere(job);
      this.#elsewhere = new Map([...unread, ...bodiesOf(read.readings, files)]);
      return read;
    }
    this.#elsewhere = unread;
    await mkdir(this.#folder, { recursive: true });
    const threads = this.#threads;
    await threads.all("begin reading", (thread) => ({ conditions, bodyFile: join(this.#folder, String(thread)) }));
    const results = await threads.share(
      "read",
      inPieces(files, this.#shares.filesAtATime).map((piece) => ({ files: piece })),
    );
    if (this.#task === "print") {
      // While this thread looks at what they have read.
      this.#warm = threads.all("warm up", () => null);
      // A failure is for `print`, which may never be asked for.
      this.#warm.catch(() => {});
    }
    this.#places = results.flatMap(({ bodies }) => bodies);
    this.#filed = new FiledBodies(this.#places);
    // The threads have written them as such.
    const readings = results.flatMap((result) => JSON.parse(result.readings) as FileReading[]);
    return { readings, bodies: orRenderedAgain(this.#filed, unread, conditions) };
  };

  /** Whether printing so many pages would keep the threads busy, so that nothing else should be done beside it. */
  isMuch(pages: number): boolean {
    return this.#threads.count > 0 && pages >= this.#shares.manyPages;
  }

  /** Prints pages, each of them as JSON, as they come. */
  async print(pages: AsyncIterator<string, undefined>, where: PagesToPrint): Promise<PrintedPages> {
    const first = await take(pages, this.#shares.manyPages);
    if (this.isMuch(first.length)) {
      await this.#beginPrinting(where);
      const jobs = this.#threads.share("print", printJobs(first, pages, this.#shares.pagesAtATime));
      const [printed] = await Promise.all([jobs, this.#keep()]);
      return allOf(printed);
    }
    const { printPages } = await import("./print.ts");
    const inspector = new Inspector(where.measures);
    const printed: PrintedPages[] = [];
    for await (const job of printJobs(first, pages, this.#shares.pagesAtATime)) {
      printed.push(await printPages(job.pages, where.inserts, where.folder, inspector));
    }
    return allOf(printed);
  }

  async #beginPrinting({ folder, inserts, measures }: PagesToPrint): Promise<void> {
    if (!this.#conditions) throw new Error("Nothing was read before it was to be printed");
    await this.#warm;
    const given: Jobs["begin printing"]["given"] = {
      folder,
      conditions: this.#conditions,
      bodies: JSON.stringify(this.#places),
      inlines: inserts.inlines,
      measures,
      unread: this.#elsewhere,
    };
    await this.#threads.all("begin printing", () => given);
  }

  /** Keeps what is to be kept, and removes the texts, and what runs that were killed have left. */
  async end(): Promise<void> {
    await this.#keep();
    this.#filed?.close();
    await rm(this.#folder, { recursive: true, force: true });
    await sweepFolder(this.#work);
  }
}

const allOf = (printed: readonly PrintedPages[]): PrintedPages => ({
  slowest: slowestOf(printed.flatMap(({ slowest }) => slowest)),
  found: allFindings(printed.map(({ found }) => found)),
});

/** The files by the hashes of their bodies. */
function bodiesOf(readings: readonly FileReading[], files: readonly FoundMarkdown[]): [BodyHash, FoundMarkdown][] {
  return readings.flatMap(({ file }, index): [BodyHash, FoundMarkdown][] => {
    const found = files[index];
    return file && found ? [[file.body.hash, found]] : [];
  });
}

async function take<Item>(items: AsyncIterator<Item, undefined>, count: number): Promise<Item[]> {
  const taken: Item[] = [];
  while (taken.length < count) {
    const next = await items.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

/** Pages as they are given to Eleventy: those that are there, and then those that come. */
async function* printJobs(
  there: readonly string[],
  coming: AsyncIterator<string, undefined>,
  atATime: number,
): AsyncGenerator<Jobs["print"]["given"], undefined> {
  for (const pages of inPieces(there, atATime)) yield { pages };
  for (let pages = await take(coming, atATime); pages.length > 0; pages = await take(coming, atATime)) {
    yield { pages };
  }
  return undefined;
}

function inPieces<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, piece) =>
    items.slice(piece * size, (piece + 1) * size),
  );
}
