import type { CommentsProps } from "../../layouts/parts/Comments.tsx";
import type { ThreadPart } from "../model/comment-pages.ts";
import { countOf, type Discussion } from "../model/discussion.ts";
import type { Article, Publication } from "../model/publication.ts";
import { printInFull } from "../model/time.ts";
import {
  COMMENT_RECEIVED,
  commentPlacesUrl,
  commentsUrl,
  feedUrl,
  type SitePath,
  staticPageUrl,
} from "../model/urls.ts";
import { furtherPageUrl, type PlacedComments, placedComments, repliesOf, threadProps } from "./comment-props.ts";
import { feedLink, feedTitle } from "./feeds.ts";
import { type Assets, type Edition, type FrameOf, wordsOf } from "./frame.ts";

/** Threads under a story that are there without being asked for. */
const OPEN_THREADS = 10;

/** The comments under a story; undefined where it neither has nor takes any. */
export function commentsOf({ publication }: Edition, article: Article): CommentsProps | undefined {
  const discussion = publication.discussions.get(article.url);
  return discussion && discussionProps(discussion, placedComments(article.url, discussion), publication);
}

function discussionProps(discussion: Discussion, placed: PlacedComments, publication: Publication): CommentsProps {
  const { story, onStory, further } = placed;
  const count = countOf(discussion);
  const propsOf = (parts: readonly ThreadPart[]) =>
    parts.map((part) => threadProps(part, placed, publication.settings));
  const folded = onStory.slice(OPEN_THREADS);
  return {
    count,
    threads: propsOf(onStory.slice(0, OPEN_THREADS)),
    ...(folded.length > 0 ? { folded: { count: repliesOf(folded).length, threads: propsOf(folded) } } : {}),
    ...(further.length > 0 ? { older: furtherPageUrl(story, further.length), places: commentPlacesUrl(story) } : {}),
    ...(count > 0 ? { feed: commentsFeed(story) } : {}),
    form: discussion.isOpen ? formProps(story, onStory, publication) : undefined,
  };
}

function formProps(
  story: SitePath,
  onStory: readonly ThreadPart[],
  { settings, pages }: Publication,
): CommentsProps["form"] {
  const rules = pages.find(({ slug }) => slug === settings.comments.rules);
  return {
    action: COMMENT_RECEIVED,
    story,
    answerable: onStory.map(({ head: { id, name, date } }) => ({
      id,
      name,
      time: printInFull(date, settings.timeZone, settings.language),
    })),
    rules: rules && { name: rules.title, url: staticPageUrl(rules.slug) },
  };
}

/** The feed of a story's replies. */
export const commentsFeed = (story: SitePath): SitePath => feedUrl(commentsUrl(story), "atom");

/** What the replies under a story want of its page's head. */
export function headOfComments(
  edition: Edition,
  { title }: Article,
  comments: CommentsProps | undefined,
): Pick<FrameOf, "hasComments" | "feeds"> & { readonly scripts: readonly SitePath[] } {
  if (!comments) return { scripts: [] };
  const { settings } = edition.publication;
  const { form, folded, places, feed } = comments;
  const name = feedTitle(wordsOf(edition).comments.of(title), settings);
  return {
    hasComments: true,
    feeds: feed ? [feedLink("atom", name, feed)] : [],
    scripts: scriptsOf(edition.assets, {
      form: form !== undefined,
      find: folded !== undefined || places !== undefined,
    }),
  };
}

const scriptsOf = ({ comments, findComment }: Assets, { form, find }: Record<"form" | "find", boolean>): SitePath[] => [
  ...(form ? [comments] : []),
  ...(find ? [findComment] : []),
];
