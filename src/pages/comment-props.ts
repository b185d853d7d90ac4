import type { CommentProps, ThreadProps } from "../../layouts/parts/Threads.tsx";
import type { Comment } from "../model/comment.ts";
import { type CommentPages, commentPages, type ThreadPart } from "../model/comment-pages.ts";
import type { Discussion } from "../model/discussion.ts";
import type { Settings } from "../model/settings.ts";
import { printShort } from "../model/time.ts";
import { commentAnchor, commentsUrl, commentUrl, olderPageUrl, type SitePath } from "../model/urls.ts";

/** A story's replies with their addresses. */
export interface PlacedComments extends CommentPages {
  readonly story: SitePath;
  /** Where each reply stands, by its id. */
  readonly pages: ReadonlyMap<string, SitePath>;
}

/** One object however often it is asked for: each page of a discussion is made from it. */
export function placedComments(story: SitePath, discussion: Discussion): PlacedComments {
  const placed = placedBy.get(discussion);
  if (placed?.story === story) return placed;
  const made = place(story, discussion);
  placedBy.set(discussion, made);
  return made;
}

const placedBy = new WeakMap<Discussion, PlacedComments>();

function place(story: SitePath, discussion: Discussion): PlacedComments {
  const cut = commentPages(discussion);
  const pages = new Map<string, SitePath>();
  const put = (parts: readonly ThreadPart[], page: SitePath) => {
    for (const reply of repliesOf(parts)) pages.set(reply.id, page);
  };
  for (const [index, parts] of cut.further.entries()) put(parts, furtherPageUrl(story, index + 1));
  put(cut.onStory, story);
  return { ...cut, story, pages };
}

/** Number one has the oldest. */
export const furtherPageUrl = (story: SitePath, number: number): SitePath => olderPageUrl(commentsUrl(story), number);

/** All replies in parts of threads. */
export const repliesOf = (parts: readonly ThreadPart[]): Comment[] =>
  parts.flatMap(({ head, hasHead, answers }) => (hasHead ? [head, ...answers] : answers));

/** A reply's own address. Throws for one that is no part of the discussion. */
export function addressOf({ pages }: PlacedComments, { id }: Comment): SitePath {
  const page = pages.get(id);
  if (page === undefined) throw new Error(`The reply ${id} stands on no page`);
  return commentUrl(page, id);
}

export function threadProps(
  { head, hasHead, answers, next }: ThreadPart,
  placed: PlacedComments,
  { timeZone, language }: Settings,
): ThreadProps {
  const propsOf = (comment: Comment): CommentProps => ({
    anchor: commentAnchor(comment.id),
    name: comment.name,
    time: printShort(comment.date, timeZone, language),
    url: addressOf(placed, comment),
    text: comment.text,
  });
  return {
    id: head.id,
    name: head.name,
    ...(hasHead ? { comment: propsOf(head) } : { url: addressOf(placed, head) }),
    answers: answers.map(propsOf),
    more: next && addressOf(placed, next),
  };
}
