import { admin } from "../../layouts/admin.ts";
import { article } from "../../layouts/article.tsx";
import { atomFeed } from "../../layouts/atom-feed.ts";
import { author } from "../../layouts/author.tsx";
import { changes } from "../../layouts/changes.tsx";
import { commentPlaces } from "../../layouts/comment-places.ts";
import { commentReceived } from "../../layouts/comment-received.tsx";
import { comments } from "../../layouts/comments.tsx";
import { commentsFeed } from "../../layouts/comments-feed.ts";
import { corrections } from "../../layouts/corrections.tsx";
import { directory } from "../../layouts/directory.tsx";
import { feeds } from "../../layouts/feeds.tsx";
import { front } from "../../layouts/front.tsx";
import { headers } from "../../layouts/headers.ts";
import { jsonFeed } from "../../layouts/json-feed.ts";
import { list } from "../../layouts/list.tsx";
import { livePosts } from "../../layouts/live-posts.ts";
import { liveStory } from "../../layouts/live-story.tsx";
import { llms } from "../../layouts/llms.ts";
import { nextChange } from "../../layouts/next-change.ts";
import { notFound } from "../../layouts/not-found.tsx";
import { offline } from "../../layouts/offline.tsx";
import { redirect } from "../../layouts/redirect.ts";
import { redirects } from "../../layouts/redirects.ts";
import { robots } from "../../layouts/robots.ts";
import { rssFeed } from "../../layouts/rss-feed.ts";
import { search } from "../../layouts/search.tsx";
import { searchFacets, searchPartitions, searchStories, searchWords } from "../../layouts/search-lists.ts";
import { newsSitemap, sitemap, sitemapIndex } from "../../layouts/sitemap.ts";
import { staticPage } from "../../layouts/static-page.tsx";
import { timeline } from "../../layouts/timeline.tsx";
import { tombstone } from "../../layouts/tombstone.tsx";
import { indexNowKey, versions } from "../../layouts/versions.ts";
import { webManifest } from "../../layouts/web-manifest.ts";
import { retiredWorker, worker } from "../../layouts/worker.ts";
import { year } from "../../layouts/year.tsx";

/** Layouts by the name that a page calls them by. */
export const HTML_LAYOUTS = {
  article,
  author,
  changes,
  "comment-received": commentReceived,
  comments,
  corrections,
  directory,
  feeds,
  front,
  list,
  "live-story": liveStory,
  "not-found": notFound,
  offline,
  search,
  "static-page": staticPage,
  timeline,
  tombstone,
  year,
};

export const TEXT_LAYOUTS = {
  admin,
  "atom-feed": atomFeed,
  "comment-places": commentPlaces,
  "comments-feed": commentsFeed,
  headers,
  "index-now-key": indexNowKey,
  "json-feed": jsonFeed,
  "live-posts": livePosts,
  llms,
  "news-sitemap": newsSitemap,
  "next-change": nextChange,
  redirect,
  redirects,
  "retired-worker": retiredWorker,
  robots,
  "rss-feed": rssFeed,
  "search-facets": searchFacets,
  "search-partitions": searchPartitions,
  "search-stories": searchStories,
  "search-words": searchWords,
  sitemap,
  "sitemap-index": sitemapIndex,
  versions,
  "web-manifest": webManifest,
  worker,
};
