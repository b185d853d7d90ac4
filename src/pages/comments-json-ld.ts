import type { Comment as CommentData } from "schema-dts";
import type { Comment } from "../model/comment.ts";
import { wordsOfPassages } from "../model/comment-text.ts";
import { countOf } from "../model/discussion.ts";
import type { Article, Publication } from "../model/publication.ts";
import { absoluteUrl } from "../model/urls.ts";
import { addressOf, placedComments } from "./comment-props.ts";
import type { CommentsData } from "./json-ld.ts";

/**
 * The replies under a story (schema.org/Comment; `comment` and `commentCount` of a CreativeWork): those that are on its
 * page, as what a page says to machines is on it (developers.google.com/search/docs/appearance/structured-data/sd-policies).
 */
export function commentsData({ settings, discussions }: Publication, { url }: Article): CommentsData | undefined {
  const discussion = discussions.get(url);
  if (!discussion || discussion.threads.length === 0) return undefined;
  const placed = placedComments(url, discussion);
  const absolute = (comment: Comment) => absoluteUrl(settings.url, addressOf(placed, comment));
  const dataOf = (comment: Comment) => ({
    "@type": "Comment" as const,
    author: { "@type": "Person" as const, name: comment.name },
    datePublished: comment.date.iso,
    text: wordsOfPassages(comment.text),
    url: absolute(comment),
  });
  return {
    commentCount: countOf(discussion),
    comment: placed.onStory.flatMap(({ head, hasHead, answers }): CommentData[] => {
      const replies = answers.map(dataOf);
      if (hasHead) return [{ ...dataOf(head), ...(replies.length > 0 ? { comment: replies } : {}) }];
      return replies.map((reply) => ({ ...reply, parentItem: { "@type": "Comment", url: absolute(head) } }));
    }),
  };
}
