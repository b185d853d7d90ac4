import { join } from "node:path";
import { readBytes } from "../../content/bytes.ts";
import { MOST_OF_ANY } from "../../content/file-limits.ts";
import type { Problem } from "../../problems.ts";
import { createWhole } from "../../whole-file.ts";
import type { Decision, Waiting } from "../inbox.ts";
import { type Entries, type InContext, Surroundings } from "./context.ts";
import { inOrder } from "./order.ts";
import { replyReader } from "./replies.ts";
import { type ReplyFile, replyFile, textOf } from "./reply-file.ts";
import { idOf } from "./repository.ts";
import { filesIn, type Site } from "./stories.ts";

/** Why nothing was decided, in sentences. */
export interface Refused {
  readonly refused: string;
}

/** What a review stands on. */
export interface ReviewDesk {
  readonly site: Site;
  readonly entries: Entries;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** Makes a file, whole or not at all; false where there is one. */
  readonly create?: typeof createWhole;
}

/**
 * Decides on replies that wait, one by one. A decision is on the disk before it is said to be made; an approved reply's file
 * comes first, and `open` takes it for the decision that it is, should the process have ended in between.
 */
export class Review {
  readonly #desk: ReviewDesk;
  readonly #surroundings: Surroundings;
  readonly #files: string[] = [];
  readonly #decided: Record<Decision, string[]> = { approved: [], rejected: [], spam: [] };

  private constructor(desk: ReviewDesk, surroundings: Surroundings) {
    this.#desk = desk;
    this.#surroundings = surroundings;
  }

  /** Looks at all that waits, and gives what is wrong with the stories to which it belongs, if anything is. */
  static async open(desk: ReviewDesk): Promise<Review | readonly Problem[]> {
    const problems: Problem[] = [];
    const surroundings = new Surroundings(desk.site, desk.entries, desk.now, (problem) => problems.push(problem));
    const waiting = desk.entries.waiting();
    for (const reply of waiting) surroundings.of(reply);
    if (problems.length === 0) await recover(waiting, desk);
    return problems.length > 0 ? problems : new Review(desk, surroundings);
  }

  /** What waits, in the order in which it is decided on. */
  queue(): InContext[] {
    return inOrder(this.#desk.entries.waiting().map((reply) => this.#surroundings.of(reply)));
  }

  /** Undefined for a reply that does not wait, or not any more. */
  inContext(id: string): InContext | undefined {
    const entry = this.#desk.entries.get(id);
    return entry?.state === "waiting" ? this.#surroundings.of(entry) : undefined;
  }

  /** The files of the replies that were approved here, below `content/`. */
  get files(): readonly string[] {
    return this.#files;
  }

  /** The ids of those that were decided on here. */
  get decided(): Readonly<Record<Decision, readonly string[]>> {
    return this.#decided;
  }

  /** Whether a reply could be approved with this text; nothing is written. */
  fileFor(id: string, text?: string): ReplyFile | Refused {
    const context = this.inContext(id);
    if (!context) return { refused: "It does not wait any more." };
    const { story, reply } = context;
    if (story && this.#surroundings.published(story.file, id)) {
      return { refused: `Another reply to this story is called "${id}" already.` };
    }
    return replyFile(context, text ?? textOf(reply), this.#desk.site);
  }

  /** Makes the file of a reply, with a text that was shortened or the reader's. */
  async approve(id: string, text?: string): Promise<ReplyFile | Refused> {
    const made = this.fileFor(id, text);
    if ("refused" in made) return made;
    const { site, create = createWhole } = this.#desk;
    if (!(await create(join(site.root, made.file), made.text))) {
      return { refused: `There is a file ${made.file} by now; run the command again.` };
    }
    this.#files.push(made.file);
    this.#surroundings.add(made.comment);
    await this.#decide(id, "approved");
    return made;
  }

  async reject(id: string, decision: "rejected" | "spam"): Promise<void> {
    await this.#decide(id, decision);
  }

  async #decide(id: string, state: Decision): Promise<void> {
    const { entries } = this.#desk;
    await entries.put({ state, id, upstream: entries.get(id)?.upstream ?? [] });
    this.#decided[state].push(id);
  }
}

/**
 * Takes replies for approved whose file is there: a review that was ended has made it, or somebody else. It may stand under
 * another story than it was sent to, which has moved.
 */
async function recover(waiting: readonly Waiting[], { site, entries }: ReviewDesk): Promise<void> {
  const files = Map.groupBy(filesIn(site.root, "comments", true), idOf);
  const read = replyReader(site);
  for (const reply of waiting) {
    const isPublished = (files.get(reply.id) ?? []).some((file) => {
      const bytes = readBytes(join(site.root, file), MOST_OF_ANY);
      // What is wrong with a file, check says.
      const published = bytes && read(file, bytes, () => {});
      return published && isSame(reply, published.date.epochMs);
    });
    if (isPublished) await entries.put({ state: "approved", id: reply.id, upstream: reply.upstream });
  }
}

const MINUTE = 60_000;

/** Its file tells when it was sent to the minute. */
const isSame = ({ sent }: Waiting, published: number): boolean =>
  Math.floor(Date.parse(sent) / MINUTE) === Math.floor(published / MINUTE);
