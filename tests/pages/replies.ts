import { readCommentText } from "../../src/content/comment-text.ts";
import type { Comment } from "../../src/model/comment.ts";
import { momentAt } from "../../src/model/time.ts";
import { NOW, type WholeNewsroom } from "./newspaper.ts";

const MINUTE = 60_000;

/** A reply to a story of the newspaper, as its reader wrote it. */
export interface Reply {
  readonly id: string;
  readonly name?: string;
  /** Markdown. */
  readonly text?: string;
  readonly replyTo?: string;
}

/** The newspaper, open for replies, with these to one of its stories: the oldest first, a minute apart. */
export const withReplies = (newsroom: WholeNewsroom, story: string, replies: readonly Reply[]): WholeNewsroom => ({
  ...newsroom,
  settings: { ...newsroom.settings, comments: { stories: "open" } },
  comments: replies.map(
    ({ id, name = "Ben Reader", text = "I saw it too.", replyTo }, index): Comment => ({
      id,
      story,
      name,
      date: momentAt(NOW - (replies.length - index) * MINUTE, newsroom.settings.timeZone),
      text: readCommentText(text),
      ...(replyTo === undefined ? {} : { replyTo }),
    }),
  ),
});

/** So many replies, each a thread of its own. */
export const manyReplies = (count: number): Reply[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, name: `Reader ${index}`, text: `Reply ${index}.` }));
