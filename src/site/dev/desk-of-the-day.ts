import { DeskThread } from "./desk-thread.ts";
import type { Edited } from "./edits.ts";
import type { Copy, DeskPlace, ReadingResult } from "./orders.ts";
import type { DeskFigures } from "./writers-desk/figures.ts";

/** The thread that serves pages now. When our code is edited another takes its place, as soon as it has an edition. */
export class DeskOfTheDay {
  readonly #place: DeskPlace;
  #thread: DeskThread | undefined;
  /** Whether the code has been edited since the thread began, and no thread could be had that runs the new. */
  #isOld = false;
  /** Those that are getting ready. */
  readonly #next = new Set<DeskThread>();
  #hasEnded = false;

  constructor(place: DeskPlace) {
    this.#place = place;
  }

  /** Has the edits read, and the pages rendered that somebody has open. Throws what a layout throws. */
  async read({ content, code }: Edited, now: number, open: Iterable<string>): Promise<ReadingResult> {
    if (this.#thread && !code && !this.#isOld) {
      const result = await this.#thread.ask("read", { changed: content, now });
      await render(open, this.#thread);
      return result;
    }
    if (this.#hasEnded) return "unchanged";
    this.#isOld = true;
    const next = new DeskThread(this.#place);
    this.#next.add(next);
    try {
      const result = await next.ask("read", { changed: "anything", now });
      await render(open, next);
      // What is wrong with the content shows over the last good page, which is the old thread's.
      if (this.#thread && result !== "unchanged" && result.stories === undefined) await next.end();
      else await this.#replaceBy(next);
      return result;
    } catch (error) {
      await next.end();
      throw error;
    } finally {
      this.#next.delete(next);
    }
  }

  async answer(url: string): Promise<Copy | undefined> {
    return this.#thread?.ask("answer", { url });
  }

  /** What the writers' desk shows of the last good edition. */
  async figures(): Promise<DeskFigures | undefined> {
    return this.#thread?.ask("desk", null);
  }

  async end(): Promise<void> {
    this.#hasEnded = true;
    await Promise.all([...this.#next, this.#thread].map((thread) => thread?.end()));
  }

  async #replaceBy(next: DeskThread): Promise<void> {
    const last = this.#thread;
    [this.#thread, this.#isOld] = [next, false];
    await last?.end();
  }
}

async function render(urls: Iterable<string>, thread: DeskThread): Promise<void> {
  for (const url of urls) await thread.ask("answer", { url });
}
