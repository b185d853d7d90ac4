import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createWhole, replaceWhole } from "../whole-file.ts";

/** A reply that waits for the newsroom, without anything by which its reader could be reached. */
export interface Waiting {
  readonly state: "waiting";
  /** What it will be called below its story. */
  readonly id: string;
  /** The path of the story, as it was sent: there may be none. */
  readonly story: string;
  readonly name: string;
  /** RFC 3339, in UTC. */
  readonly sent: string;
  readonly text: string;
  /** The id of the reply that it answers, as it was sent: there may be none. */
  readonly replyTo?: string | undefined;
  /** What was taken out of the name and the text at once: "an e-mail address". */
  readonly withheld: readonly string[];
  /** Whether the text was longer than any reply may be, and ends where that was reached. */
  readonly wasCut: boolean;
  /** What the host calls it; several when it was sent several times. */
  readonly upstream: readonly string[];
}

export type Decision = "approved" | "rejected" | "spam";

/** A reply that the newsroom has decided on: of itself nothing is kept, so that it is not asked about again. */
export interface Decided {
  readonly state: Decision;
  readonly id: string;
  /** What the host is still to be told of. */
  readonly upstream: readonly string[];
}

export type InboxEntry = Waiting | Decided;

/**
 * The replies that have come, each in a file of its own below a folder that git ignores by itself. Every change is on the
 * disk, whole, before it is said to be done.
 */
export class Inbox {
  readonly #folder: string;
  readonly #entries: Map<string, InboxEntry>;

  private constructor(folder: string, entries: Map<string, InboxEntry>) {
    this.#folder = folder;
    this.#entries = entries;
  }

  /** Opens the inbox in a folder, which is made when there is none. */
  static async open(folder: string): Promise<Inbox> {
    await mkdir(folder, { recursive: true });
    await createWhole(join(folder, ".gitignore"), "*\n");
    const names = (await readdir(folder)).filter((name) => /^[\w-]+\.json$/.test(name)).sort();
    const entries = new Map<string, InboxEntry>();
    for (const name of names) {
      const entry = await entryIn(join(folder, name));
      if (entry) entries.set(entry.id, entry);
    }
    return new Inbox(folder, entries);
  }

  get(id: string): InboxEntry | undefined {
    return this.#entries.get(id);
  }

  /** All that has come, in the order of their ids. */
  all(): InboxEntry[] {
    return [...this.#entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The oldest first. */
  waiting(): Waiting[] {
    return this.all()
      .filter((entry) => entry.state === "waiting")
      .sort((a, b) => (a.sent < b.sent ? -1 : a.sent > b.sent ? 1 : 0));
  }

  /**
   * Adds a reply, or puts it in the place of what is known of it. One that another command has decided on meanwhile stays
   * decided.
   */
  async put(entry: InboxEntry): Promise<void> {
    const path = join(this.#folder, `${entry.id}.json`);
    const there = entry.state === "waiting" ? await entryIn(path) : undefined;
    const isDecided = there !== undefined && there.state !== "waiting";
    const kept = isDecided ? { ...there, upstream: [...new Set([...there.upstream, ...entry.upstream])] } : entry;
    await replaceWhole(path, `${JSON.stringify(kept, null, 1)}\n`);
    this.#entries.set(kept.id, kept);
  }
}

/** What `put` has written into a file, whole; undefined where there is none. */
async function entryIn(path: string): Promise<InboxEntry | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as InboxEntry;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
