import type { CommentProps, CommentsProps } from "../../layouts/parts/Comments.tsx";
import type { Comment } from "../model/comment.ts";
import { countOf, type Discussion } from "../model/discussion.ts";
import type { Article, Publication } from "../model/publication.ts";
import { type Moment, printInFull } from "../model/time.ts";
import { COMMENT_RECEIVED, commentAnchor, commentUrl, staticPageUrl } from "../model/urls.ts";
import type { Edition } from "./frame.ts";

/** The comments under a story; undefined where it neither has nor takes any. */
export function commentsOf({ publication }: Edition, article: Article): CommentsProps | undefined {
  const discussion = publication.discussions.get(article.url);
  return discussion && discussionProps(discussion, article, publication);
}

function discussionProps(
  discussion: Discussion,
  { url: story }: Article,
  { settings, pages }: Publication,
): CommentsProps {
  const rules = pages.find(({ slug }) => slug === settings.comments.rules);
  const timeOf = (date: Moment) => printInFull(date, settings.timeZone, settings.language);
  const propsOf = ({ id, name, date, text }: Comment): CommentProps => ({
    anchor: commentAnchor(id),
    name,
    time: timeOf(date),
    url: commentUrl(story, id),
    text,
  });
  const threads = discussion.threads.map(({ comment, answers }) => ({
    comment: propsOf(comment),
    answers: answers.map(propsOf),
  }));
  return {
    count: countOf(discussion),
    threads,
    form: discussion.isOpen
      ? {
          action: COMMENT_RECEIVED,
          story,
          answerable: discussion.threads.map(({ comment: { id, name, date } }) => ({ id, name, time: timeOf(date) })),
          rules: rules && { name: rules.title, url: staticPageUrl(rules.slug) },
        }
      : undefined,
  };
}
