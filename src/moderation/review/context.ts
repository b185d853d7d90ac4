import type { Report } from "../../content/report.ts";
import type { Comment } from "../../model/comment.ts";
import { opennessOf } from "../../model/discussion.ts";
import { once } from "../../model/once.ts";
import { statusAt } from "../../model/status.ts";
import type { Inbox, Waiting } from "../inbox.ts";
import { repliesReader } from "./replies.ts";
import { spamSignsAmong } from "./spam-signs.ts";
import { type Site, storiesIn } from "./stories.ts";

/** What of the inbox is used here, so that a test can give another. */
export type Entries = Pick<Inbox, "get" | "all" | "waiting" | "put">;

/** A reply that waits, with what somebody who decides on it has to know. */
export interface InContext {
  readonly reply: Waiting;
  /** Undefined for a reply to no story of this site. */
  readonly story: StoryInContext | undefined;
  /** Undefined for a reply to the story itself. */
  readonly answers: Answered | undefined;
  /** Why it is likely to be spam, as clauses; empty where nothing tells. */
  readonly signs: readonly string[];
}

export interface StoryInContext {
  /** Below `content/`. */
  readonly file: string;
  readonly headline: string;
  /** Why nobody could reply now, as a clause about the story; undefined while it takes replies. */
  readonly notOpen: string | undefined;
}

export type Answered =
  /** A reply, or an answer in its thread: `head` is where that begins, and `answers` are those that it has. */
  | { readonly kind: "published"; readonly to: Comment; readonly head: Comment; readonly answers: readonly Comment[] }
  /** A reply that waits too, and is decided on first. */
  | { readonly kind: "waiting"; readonly to: Waiting }
  /** What it answers is nowhere: it becomes a reply to the story. `why` is a sentence. */
  | { readonly kind: "gone"; readonly why: string };

/** Looks up what belongs to replies that wait. What is wrong in files of the content is reported. */
export class Surroundings {
  readonly #site: Site;
  readonly #read: ReturnType<typeof repliesReader>;
  readonly #entries: Entries;
  readonly #now: number;
  readonly #report: Report;
  readonly #storyAt: ReturnType<typeof storiesIn>;
  readonly #replies = new Map<string, Map<string, Comment>>();
  readonly #signs: () => ReturnType<typeof spamSignsAmong>;

  constructor(site: Site, entries: Entries, now: number, report: Report) {
    this.#site = site;
    this.#read = repliesReader(site);
    this.#entries = entries;
    this.#now = now;
    this.#report = report;
    this.#storyAt = storiesIn(site, report);
    // Of what waited when it was first asked: a reply that was rejected tells of its copies all the same.
    this.#signs = once(() => spamSignsAmong(entries.waiting()));
  }

  of(reply: Waiting): InContext {
    const story = this.#storyOf(reply);
    const answers = story && reply.replyTo !== undefined ? this.#answeredBy(reply, story.file) : undefined;
    return { reply, story, answers, signs: this.#signs()(reply) };
  }

  /** The published reply of this name to a story (named by its file). */
  published(story: string, id: string): Comment | undefined {
    return this.#repliesTo(story).get(id);
  }

  /** Takes notice of a reply that has been published since. */
  add(reply: Comment): void {
    this.#repliesTo(reply.story).set(reply.id, reply);
  }

  #storyOf({ story: address }: Waiting): StoryInContext | undefined {
    const story = this.#storyAt(address);
    if (!story) return undefined;
    const { settings } = this.#site.registries;
    const status = statusAt({ ...story.matter, draft: story.matter.draft ?? false }, this.#now);
    const openness = opennessOf(story.matter, settings, this.#now);
    return {
      file: story.file,
      headline: story.matter.title,
      notOpen: status === "published" ? NOT_OPEN[openness] : NOT_OUT[status],
    };
  }

  #repliesTo(story: string): Map<string, Comment> {
    const known = this.#replies.get(story) ?? this.#read(story, this.#report);
    this.#replies.set(story, known);
    return known;
  }

  #answeredBy({ id, replyTo = "" }: Waiting, story: string): Answered {
    const published = this.#repliesTo(story);
    const there = published.get(replyTo);
    if (there) return inThread(there, published);
    const to = this.#waitingAt(replyTo, story);
    if (!to) return { kind: "gone", why: GONE[this.#entries.get(replyTo)?.state ?? "unknown"] ?? UNKNOWN };
    const seen = new Set<string>();
    for (let at: Waiting | undefined = to; at && !seen.has(at.id); at = this.#waitingAt(at.replyTo ?? "", story)) {
      if (at.id === id) return { kind: "gone", why: CIRCLE };
      if (seen.size === LONGEST_ROW) return { kind: "gone", why: ROW };
      seen.add(at.id);
    }
    return { kind: "waiting", to };
  }

  #waitingAt(id: string, story: string): Waiting | undefined {
    const entry = this.#entries.get(id);
    return entry?.state === "waiting" && this.#storyAt(entry.story)?.file === story ? entry : undefined;
  }
}

function inThread(to: Comment, published: ReadonlyMap<string, Comment>): Answered {
  const head = (to.replyTo === undefined ? undefined : published.get(to.replyTo)) ?? to;
  const answers = [...published.values()].filter(({ replyTo }) => replyTo === head.id);
  return { kind: "published", to, head, answers: answers.sort((a, b) => a.date.epochMs - b.date.epochMs) };
}

const NOT_OPEN = { open: undefined, closed: "takes no more replies", off: "shows no replies" } as const;
const NOT_OUT = {
  draft: "is a draft",
  scheduled: "is not out yet",
  expired: "has expired",
  retracted: "was retracted",
} as const;

/** Readers answer what they see, which is published: a row of answers that all wait was made by no form of ours. */
const LONGEST_ROW = 10;

const UNKNOWN = "The reply that it answers is not there.";
const CIRCLE = "It answers a reply that answers it.";
const ROW = "It answers an answer to an answer, and so on.";
const GONE: Readonly<Record<string, string>> = {
  rejected: "The reply that it answers was rejected.",
  spam: "The reply that it answers was spam.",
};
