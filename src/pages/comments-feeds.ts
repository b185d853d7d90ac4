import type { CommentsFeedEntry } from "../../layouts/comments-feed.ts";
import type { Comment } from "../model/comment.ts";
import { weightOfText } from "../model/comment-text.ts";
import type { Discussion } from "../model/discussion.ts";
import type { Article } from "../model/publication.ts";
import { absoluteUrl, commentsUnder, commentTag, FEEDS } from "../model/urls.ts";
import { addressOf, placedComments } from "./comment-props.ts";
import { commentsFeed } from "./comments.ts";
import { feedTitle } from "./feeds.ts";
import { type Edition, wordsOf } from "./frame.ts";
import type { PlannedPage, TextPage } from "./page.ts";

const MOST = { entries: 50, bytes: 60_000 } as const;

/** `/2026/11/slug/comments/feed.xml` of each story with replies: the newest of them, answers among them. */
export function commentsFeeds(edition: Edition): PlannedPage<TextPage>[] {
  const { articles, discussions } = edition.publication;
  return articles.flatMap((article) => {
    const discussion = discussions.get(article.url);
    if (!discussion || discussion.threads.length === 0) return [];
    const make = () => feedPage(edition, article, discussion);
    return [{ kind: "xml", url: commentsFeed(article.url), make, madeFrom: () => [article, discussion] }];
  });
}

function feedPage(edition: Edition, article: Article, discussion: Discussion): TextPage {
  const { settings } = edition.publication;
  const words = wordsOf(edition);
  const placed = placedComments(article.url, discussion);
  const absolute = (path: Parameters<typeof absoluteUrl>[1]) => absoluteUrl(settings.url, path);
  const idOf = ({ id, date }: Comment) => commentTag(settings.url, date.iso.slice(0, 10), article.url, id);
  const story = absolute(article.url);
  const byId = new Map(discussion.threads.map(({ comment }) => [comment.id, comment]));
  const entryOf = (comment: Comment): CommentsFeedEntry => {
    const answered = comment.replyTo === undefined ? undefined : byId.get(comment.replyTo);
    return {
      id: idOf(comment),
      url: absolute(addressOf(placed, comment)),
      name: comment.name,
      published: comment.date.iso,
      text: comment.text,
      inReplyTo: answered
        ? { id: idOf(answered), url: absolute(addressOf(placed, answered)), name: answered.name }
        : { id: story, url: story },
    };
  };
  const entries = newest(discussion).map(entryOf);
  const url = commentsFeed(article.url);
  return {
    kind: "xml",
    url,
    layout: "comments-feed",
    props: {
      title: feedTitle(`${words.comments.heading}: ${article.title}`, settings),
      subtitle: words.comments.of(article.title),
      language: settings.language,
      home: absolute(commentsUnder(article.url)),
      self: absolute(url),
      updated: entries[0]?.published ?? article.date.iso,
      sheet: edition.assets.feedSheet,
      help: FEEDS,
      homeName: article.title,
      entries,
    },
  };
}

/** The newest replies, the newest first: as many as programs may be expected to fetch every hour. */
function newest({ threads }: Discussion): Comment[] {
  const replies = threads.flatMap(({ comment, answers }) => [comment, ...answers]);
  const shown: Comment[] = [];
  let bytes = 0;
  for (const reply of replies.sort((a, b) => b.date.epochMs - a.date.epochMs || (a.id < b.id ? 1 : -1))) {
    bytes += weightOfText(reply.text);
    if (shown.length === MOST.entries || (shown.length > 0 && bytes > MOST.bytes)) break;
    shown.push(reply);
  }
  return shown;
}
