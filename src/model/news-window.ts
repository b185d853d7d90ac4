import type { Article } from "./publication.ts";

/**
 * How long a story is news to a news search, from its publication on: Google's takes none older than two days
 * (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).
 */
const NEWS_HOURS = 48;

/** When a story of this time (milliseconds since 1970 UTC) stops being news. */
export const endOfNews = (publishedMs: number): number => publishedMs + NEWS_HOURS * 60 * 60 * 1000;

/** Whether a story is news at `now` (milliseconds since 1970 UTC). What somebody has paid for is not. */
export const isNews = ({ date, sponsored }: Pick<Article, "date" | "sponsored">, now: number): boolean =>
  !sponsored && date.epochMs <= now && now < endOfNews(date.epochMs);
