import type { Changed } from "../../content/folder.ts";
import { type OneAtATime, oneAtATime } from "../one-at-a-time.ts";
import { type Edited, Edits } from "./edits.ts";
import { Pause } from "./pause.ts";

/** An editor that saves in place empties the file first. */
const WRITING = 10;
/** Chokidar leaves out what follows within 50 ms. */
const UNTOLD = 100;

/** What a look has found; undefined when all is as it was. */
export interface Found {
  /** Whether it is an edition to be shown, and not what is wrong with one. */
  readonly isGood: boolean;
}

export interface Work<News extends Found> {
  readonly look: (edited: Edited) => Promise<News | undefined>;
  readonly tell: (news: News) => void;
  /** Done when nothing has been edited for a while. */
  readonly whenQuiet: () => void;
}

/**
 * Looks when something is edited, and once more a moment later, because a watcher may be told of half an edit only. Good
 * news is told at once, bad news when the second look has confirmed it.
 */
export class Lookout<News extends Found> {
  readonly #edits: Edits;
  readonly #work: Work<News>;
  readonly #look: OneAtATime = oneAtATime(() => this.#lookOnce());
  readonly #soon = new Pause(WRITING, () => void this.#look.run());
  readonly #again = new Pause(UNTOLD, () => void this.#lookAgain());
  readonly #quiet: Pause;
  #seen: Changed = new Set();
  #bad: News | undefined;
  #hasEnded = false;

  /** `quiet` is how long, in milliseconds, nothing must have been edited before there is time for a look at everything. */
  constructor(content: string, quiet: number, work: Work<News>) {
    this.#edits = new Edits(content);
    this.#work = work;
    this.#quiet = new Pause(quiet, () => void this.lookAtAll().then(() => this.#hasEnded || work.whenQuiet()));
  }

  /** Takes down what the watcher says. */
  edited(event: string, path: string): void {
    if (this.#edits.add(event, path)) this.#soon.begin();
  }

  lookAtAll(): Promise<void> {
    this.#edits.addAgain("anything");
    return this.#look.run();
  }

  /** Nothing is told any more. Resolves when nobody looks. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    for (const pause of [this.#soon, this.#again, this.#quiet]) pause.end();
    await this.#look.idle();
  }

  #lookAgain(): Promise<void> {
    this.#edits.addAgain(this.#seen);
    this.#seen = new Set();
    return this.#look.run();
  }

  async #lookOnce(): Promise<void> {
    const edited = this.#edits.take();
    const news = await this.#work.look(edited);
    if (this.#hasEnded) return;
    if (!edited.settled) {
      this.#seen = both(this.#seen, edited.content);
      this.#again.begin();
    }
    if (news || !edited.settled) this.#quiet.begin();
    if (news && !news.isGood && !edited.settled) {
      this.#bad = news;
      return;
    }
    const told = news ?? (edited.settled ? this.#bad : undefined);
    if (news || edited.settled) this.#bad = undefined;
    if (told) this.#work.tell(told);
  }
}

const both = (some: Changed, others: Changed): Changed =>
  some === "anything" || others === "anything" ? "anything" : new Set([...some, ...others]);
