import type { HTML_LAYOUTS, TEXT_LAYOUTS } from "./layouts.ts";

const layout = (file: string): URL => new URL(`../../layouts/${file}`, import.meta.url);

/** Where each layout is written down: what a page is printed by is this file and what it imports. */
export const LAYOUT_FILES: Readonly<Record<keyof typeof HTML_LAYOUTS | keyof typeof TEXT_LAYOUTS, URL>> = {
  article: layout("article.tsx"),
  author: layout("author.tsx"),
  corrections: layout("corrections.tsx"),
  directory: layout("directory.tsx"),
  feeds: layout("feeds.tsx"),
  front: layout("front.tsx"),
  list: layout("list.tsx"),
  "not-found": layout("not-found.tsx"),
  offline: layout("offline.tsx"),
  search: layout("search.tsx"),
  "static-page": layout("static-page.tsx"),
  timeline: layout("timeline.tsx"),
  tombstone: layout("tombstone.tsx"),
  year: layout("year.tsx"),
  "atom-feed": layout("atom-feed.ts"),
  headers: layout("headers.ts"),
  "json-feed": layout("json-feed.ts"),
  "next-change": layout("next-change.ts"),
  redirect: layout("redirect.ts"),
  redirects: layout("redirects.ts"),
  "retired-worker": layout("worker.ts"),
  robots: layout("robots.ts"),
  "search-facets": layout("search-lists.ts"),
  "search-partitions": layout("search-lists.ts"),
  "search-stories": layout("search-lists.ts"),
  "search-words": layout("search-lists.ts"),
  sitemap: layout("sitemap.ts"),
  "sitemap-index": layout("sitemap.ts"),
  "web-manifest": layout("web-manifest.ts"),
  worker: layout("worker.ts"),
};
