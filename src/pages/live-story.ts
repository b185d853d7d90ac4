import type { LivePostProps } from "../../layouts/parts/LivePosts.tsx";
import { changedAt } from "../model/changed.ts";
import type { LivePost } from "../model/newsroom.ts";
import type { Settings } from "../model/settings.ts";
import { type Moment, printClock, printInFull, printShort } from "../model/time.ts";
import { livePostsUrl } from "../model/urls.ts";
import { commentsData } from "./comments-json-ld.ts";
import type { Edition } from "./frame.ts";
import { breadcrumbList, structuredData } from "./json-ld.ts";
import { type LiveArticle, liveBlogPosting } from "./live-blog.ts";
import type { HtmlPage, PlannedPage, TextPage } from "./page.ts";

/** A story's page whose text is one piece. */
export type ArticlePage = Extract<HtmlPage, { layout: "article" }>;

/** The page of a story that is told post by post, from what it would be if it were any other. */
export function liveStoryPage(page: ArticlePage, article: LiveArticle, { publication, assets }: Edition): HtmlPage {
  const { settings } = publication;
  const { isOn, posts } = article.live;
  const { frame } = page.props;
  const changed = changedAt(article);
  const isOfOneDay = posts.every(({ at }) => isSameDay(at, article.date));
  const keyTimeOf = isOfOneDay ? printClock : printShort;
  return {
    ...page,
    layout: "live-story",
    props: {
      ...page.props,
      frame: {
        ...frame,
        head: {
          ...frame.head,
          sheet: assets.sheets.live,
          scripts: [...frame.head.scripts, ...(isOn ? [assets.live] : [])],
          jsonLd: structuredData(
            liveBlogPosting(article, settings, commentsData(publication, article)),
            breadcrumbList(page.props.breadcrumbs, settings),
          ),
        },
      },
      updated: changed === article.date ? undefined : printInFull(changed, settings.timeZone, settings.language),
      updates: isOn ? livePostsUrl(article.url) : undefined,
      posts: posts.map((post, index) => postProps(post, posts[index - 1]?.at ?? article.date, keyTimeOf, settings)),
    },
  };
}

/** `above` is when what stands above it was written: another post, or the story itself. */
function postProps(
  { id, title, isKey, at }: LivePost,
  above: Moment,
  keyTimeOf: typeof printClock,
  { timeZone, language }: Settings,
): LivePostProps {
  return {
    id,
    title,
    time: printClock(at, timeZone, language),
    keyTime: isKey ? keyTimeOf(at, timeZone, language) : undefined,
    day: isSameDay(at, above) ? undefined : printInFull({ ...at, precision: "day" }, timeZone, language),
  };
}

const isSameDay = (a: Moment, b: Moment): boolean => a.iso.slice(0, 10) === b.iso.slice(0, 10);

/** Which posts there are, for readers who have a story open. One of coverage that is over says so. */
export function livePostsPages({ publication }: Edition): PlannedPage<TextPage>[] {
  return publication.articles.flatMap(({ url: story, live }) => {
    if (!live) return [];
    const url = livePostsUrl(story);
    const newest = live.posts.slice(0, MOST_POSTS).map(({ id }) => id);
    const make = (): TextPage => ({
      kind: "json",
      url,
      layout: "live-posts",
      props: { live: live.isOn, posts: newest },
    });
    return [{ kind: "json", url, make, madeFrom: () => [live] }];
  });
}

/** Nobody needs to know exactly how many more than these are new. */
const MOST_POSTS = 100;
