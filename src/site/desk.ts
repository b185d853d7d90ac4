import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Digests } from "../content/fingerprint.ts";
import type { Conditions, FileReading, FoundMarkdown } from "../content/markdown-file.ts";
import type { ContentReading } from "../content/read.ts";
import { type HowToRead, orRenderedAgain, type ReadFiles, readHere } from "../content/read-markdown.ts";
import type { Bodies, BodyHash, Newsroom } from "../model/newsroom.ts";
import type { PlannedPage } from "../pages/page.ts";
import { sweepFolder } from "./leftovers.ts";
import { keepReadings, keptReadings } from "./readings-cache.ts";
import { type BodyPlace, FiledBodies } from "./threads/body-file.ts";
import type { EditionToPrint, Jobs } from "./threads/jobs.ts";
import { MANY_FILES, type Threads } from "./threads/threads.ts";

/** How work is shared among threads. */
export interface Shares {
  /** From how many on threads are worth while: fewer are done here sooner than threads are ready. */
  readonly manyFiles: number;
  readonly manyPages: number;
  /** What a thread is given at a time: enough to be worth the asking, and little enough to end together. */
  readonly filesAtATime: number;
  readonly pagesAtATime: number;
}

const SHARES: Shares = { manyFiles: MANY_FILES, manyPages: 800, filesAtATime: 200, pagesAtATime: 250 };

/** What is printed, apart from where its texts are. */
export type EditionHere = Pick<EditionToPrint, "now" | "unpublished" | "assets" | "indexed" | "folder"> & {
  readonly newsroom: Newsroom;
  readonly plan: readonly PlannedPage[];
  readonly bodies: Bodies;
};

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

  /** Keeps for the next run what this one has read. */
  async keepReadings({ readings, filesParsed }: ContentReading): Promise<void> {
    if (readings && filesParsed > 0) await keepReadings(this.#work, readings);
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

  /** Prints pages, by their places in the plan, into a folder. Resolves with their keys. */
  async print(places: readonly number[], edition: EditionHere): Promise<string[]> {
    const { plan, bodies, folder } = edition;
    if (!this.isMuch(places.length)) {
      const { printPages } = await import("./print.ts");
      return printPages(plan, places, bodies, folder);
    }
    const threads = this.#threads;
    await this.#warm;
    const given = this.#toPrint(edition);
    await threads.all("begin printing", () => given);
    const keys = await threads.share(
      "print",
      inPieces(places, this.#shares.pagesAtATime).map((pages) => ({ pages })),
    );
    return keys.flat();
  }

  #toPrint({ newsroom, now, unpublished, assets, indexed, folder }: EditionHere): Jobs["begin printing"]["given"] {
    if (!this.#conditions) throw new Error("Nothing was read before it was to be printed");
    return {
      newsroom: JSON.stringify(newsroom),
      now,
      unpublished,
      assets,
      indexed,
      folder,
      conditions: this.#conditions,
      bodies: JSON.stringify(this.#places),
      unread: this.#elsewhere,
    };
  }

  /** Removes the texts, and what runs that were killed have left. */
  async end(): Promise<void> {
    this.#filed?.close();
    await rm(this.#folder, { recursive: true, force: true });
    await sweepFolder(this.#work);
  }
}

/** The files by the hashes of their bodies. */
function bodiesOf(readings: readonly FileReading[], files: readonly FoundMarkdown[]): [BodyHash, FoundMarkdown][] {
  return readings.flatMap(({ file }, index): [BodyHash, FoundMarkdown][] => {
    const found = files[index];
    return file && found ? [[file.body.hash, found]] : [];
  });
}

function inPieces<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, piece) =>
    items.slice(piece * size, (piece + 1) * size),
  );
}
