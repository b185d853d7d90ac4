import {
  AUTHOR_INDEX,
  FEEDS,
  FRONT,
  HEADERS,
  LLMS,
  MANIFEST,
  NEWS_SITEMAP,
  NEXT_CHANGE,
  NOT_FOUND,
  OFFLINE,
  outputFile,
  ROBOTS,
  SEARCH,
  SEARCH_PARTITIONS,
  SEARCH_WORDS,
  type SitePath,
  TAG_INDEX,
  WORKER,
} from "../model/urls.ts";
import { adminPages } from "./admin.ts";
import { articlePages } from "./article.ts";
import { authorPages } from "./authors.ts";
import { changesPages } from "./changes.ts";
import { commentReceivedPages } from "./comment-received.ts";
import { commentsFeeds } from "./comments-feeds.ts";
import { correctionsFeeds, correctionsPages } from "./corrections.ts";
import { authorIndexChanged, authorIndexPage, tagIndexChanged, tagIndexPage } from "./directories.ts";
import { feedPages } from "./feeds.ts";
import { feedsPage } from "./feeds-page.ts";
import { llmsPage, robotsPage } from "./for-crawlers.ts";
import type { Edition } from "./frame.ts";
import { frontChanged, frontPage } from "./front.ts";
import { commentPlacesPages, furtherCommentsPages } from "./further-comments.ts";
import { headersPage } from "./headers.ts";
import { latestPages, monthPages, sectionPages, tagPages } from "./lists.ts";
import { livePostsPages } from "./live-story.ts";
import { nextChangePage } from "./next-change.ts";
import { offlinePage, workerPage } from "./offline.ts";
import { type HtmlPage, type Page, type PlannedPage, planned, type TextPage } from "./page.ts";
import { redirectPages } from "./redirects.ts";
import { searchPage } from "./search.ts";
import { searchListPages } from "./search-lists.ts";
import { searchPartitionsPage } from "./search-partitions.ts";
import { searchWordsPage } from "./search-words.ts";
import { seriesPages } from "./series.ts";
import { newsSitemapPage, sitemapPages } from "./sitemaps.ts";
import { notFoundPage, staticPages } from "./static-pages.ts";
import { timelinePages } from "./timelines.ts";
import { tombstonePages } from "./tombstones.ts";
import { versionsPages } from "./versions.ts";
import { manifestPage } from "./web-manifest.ts";
import { yearPages } from "./years.ts";

/** The flatplan of an edition: which URLs exist. What each shows is made when it is asked for. */
export function flatplanOf(edition: Edition): PlannedPage[] {
  const plan = [...plannedPages(edition)];
  assertUnique(plan);
  return plan;
}

/** The pages of a flatplan, in its order. Whoever looks for one of them need not plan those behind it. */
export function* plannedPages(edition: Edition): Generator<PlannedPage> {
  const { publication } = edition;
  yield* htmlPages(edition);
  yield* livePostsPages(edition);
  yield* commentPlacesPages(edition);
  yield* commentsFeeds(edition);
  yield* searchListPages(edition);
  yield { kind: "json", url: SEARCH_PARTITIONS, make: () => searchPartitionsPage(publication) };
  yield { kind: "json", url: SEARCH_WORDS, make: () => searchWordsPage(publication) };
  yield* allFeeds(edition);
  yield* sitemapPages(edition, () => [...htmlPages(edition)]);
  yield* versionsPages(edition, { html: () => htmlPages(edition), feeds: () => allFeeds(edition) });
  yield { kind: "json", url: NEXT_CHANGE, make: () => nextChangePage(edition) };
  yield { kind: "xml", url: NEWS_SITEMAP, make: () => newsSitemapPage(edition) };
  if (publication.settings.distribution.llmsTxt) yield { kind: "text", url: LLMS, make: () => llmsPage(edition) };
  yield* adminPages(edition);
  yield { kind: "text", url: ROBOTS, make: () => robotsPage(edition) };
  yield { kind: "json", url: MANIFEST, make: () => manifestPage(edition) };
  yield { kind: "text", url: WORKER, make: () => workerPage(edition) };
  yield { kind: "text", url: HEADERS, make: () => headersPage(edition) };
  yield* redirectPages(edition);
}

function* allFeeds(edition: Edition): Generator<PlannedPage<TextPage>> {
  yield* feedPages(edition);
  yield* correctionsFeeds(edition);
}

function* htmlPages(edition: Edition): Generator<PlannedPage<HtmlPage>> {
  const { publication } = edition;
  const changing = (url: SitePath, make: () => HtmlPage, changed: PlannedPage["changed"]) =>
    planned(url, make, undefined, changed);
  yield changing(
    FRONT,
    () => frontPage(edition),
    () => frontChanged(publication),
  );
  yield* latestPages(edition);
  yield* sectionPages(edition);
  yield* articlePages(edition);
  yield* tagPages(edition);
  yield* timelinePages(edition);
  yield* seriesPages(edition);
  yield changing(
    TAG_INDEX,
    () => tagIndexPage(edition),
    () => tagIndexChanged(publication),
  );
  yield* authorPages(edition);
  yield changing(
    AUTHOR_INDEX,
    () => authorIndexPage(edition),
    () => authorIndexChanged(publication),
  );
  yield* yearPages(edition);
  yield* monthPages(edition);
  yield* tombstonePages(edition);
  yield* changesPages(edition);
  yield* furtherCommentsPages(edition);
  yield* correctionsPages(edition);
  yield* staticPages(edition);
  yield planned(FEEDS, () => feedsPage(edition));
  yield* commentReceivedPages(edition);
  yield planned(OFFLINE, () => offlinePage(edition));
  yield planned(SEARCH, () => searchPage(edition));
  yield planned(NOT_FOUND, () => notFoundPage(edition));
}

/** Every page of an edition, made. */
export const pagesOf = (edition: Edition): Page[] => flatplanOf(edition).map((page) => page.make());

/** Two pages in one file would overwrite each other; the checks on names make it impossible. */
function assertUnique(plan: readonly PlannedPage[]): void {
  const seen = new Map<string, PlannedPage>();
  for (const page of plan) {
    const file = outputFile(page.url).toLowerCase();
    const other = seen.get(file);
    if (other) throw new Error(`Two pages would be written to ${file}: those of ${other.url} and ${page.url}`);
    seen.set(file, page);
  }
}
