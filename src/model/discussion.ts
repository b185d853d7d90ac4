import type { Comment, Openness } from "./comment.ts";
import type { Newsroom, WrittenArticle } from "./newsroom.ts";
import type { Settings } from "./settings.ts";
import type { Status } from "./status.ts";
import type { SitePath } from "./urls.ts";
import { writtenUrl } from "./written-url.ts";

/** What readers say under a story. */
export interface Discussion {
  /** Whether there may be more. */
  readonly isOpen: boolean;
  /** The newest first. */
  readonly threads: readonly Thread[];
}

/** A reply to a story, and those to it. */
export interface Thread {
  readonly comment: Comment;
  /** The oldest first, as they are read. */
  readonly answers: readonly Comment[];
}

/** How many replies a discussion has, answers among them. */
export const countOf = ({ threads }: Discussion): number =>
  threads.reduce((sum, { answers }) => sum + 1 + answers.length, 0);

/** The discussions of the stories that have one at `now` (milliseconds since 1970 UTC), by the stories' addresses. */
export function discussionsOf(
  shown: readonly { readonly article: WrittenArticle; readonly status: Status }[],
  { comments, settings }: Pick<Newsroom, "comments" | "settings">,
  now: number,
): ReadonlyMap<SitePath, Discussion> {
  const byStory = Map.groupBy(comments, ({ story }) => story.normalize("NFC"));
  return new Map(
    shown.flatMap(({ article, status }) => {
      const openness = opennessOf(article, settings, now);
      const replies = byStory.get(article.file.normalize("NFC")) ?? NONE;
      // Whoever sees a story that is not out yet, or not any more, is of the newsroom.
      const isOpen = openness === "open" && status === "published";
      if (openness === "off" || (!isOpen && replies.length === 0)) return [];
      return [[writtenUrl(article), replies.length === 0 ? OPEN : { isOpen, threads: threadsOf(replies) }] as const];
    }),
  );
}

const NONE: readonly Comment[] = [];
const OPEN: Discussion = { isOpen: true, threads: [] };

/** What the story says of itself, or else what the settings say of all. */
export function opennessOf(
  article: Pick<WrittenArticle, "comments" | "date">,
  settings: Pick<Settings, "comments">,
  now: number,
): Openness {
  const closes = closesAt(article, settings);
  return closes !== undefined && now >= closes ? "closed" : (article.comments ?? settings.comments.stories);
}

const DAY = 24 * 60 * 60 * 1000;

/** When a story takes no more replies by itself: milliseconds since 1970 UTC. One that says that it is open stays open. */
export function closesAt(
  { comments, date }: Pick<WrittenArticle, "comments" | "date">,
  { comments: { stories, closeAfter } }: Pick<Settings, "comments">,
): number | undefined {
  const closes = comments === undefined && stories === "open" && closeAfter !== undefined;
  return closes ? date.epochMs + closeAfter * DAY : undefined;
}

/** Replies with the answers to them. An answer to what is not there is left out: the checks refuse it. */
function threadsOf(replies: readonly Comment[]): Thread[] {
  const oldestFirst = replies.toSorted((a, b) => a.date.epochMs - b.date.epochMs || (a.id < b.id ? -1 : 1));
  const answers = Map.groupBy(oldestFirst, ({ replyTo }) => replyTo);
  return (answers.get(undefined) ?? [])
    .map((comment) => ({ comment, answers: answers.get(comment.id) ?? NONE }))
    .reverse();
}
