import { outputFile } from "../model/urls.ts";
import { articlePages } from "./article.ts";
import { authorPages } from "./authors.ts";
import { authorIndexPage, tagIndexPage } from "./directories.ts";
import { feedPages } from "./feeds.ts";
import { robotsPage, sitemapPage } from "./for-crawlers.ts";
import type { Edition } from "./frame.ts";
import { frontPage } from "./front.ts";
import { latestPages, monthPages, sectionPages, tagPages } from "./lists.ts";
import type { HtmlPage, Page } from "./page.ts";
import { searchPage } from "./search.ts";
import { searchListPages } from "./search-lists.ts";
import { notFoundPage, staticPages } from "./static-pages.ts";
import { yearPages } from "./years.ts";

/** Every page of the site: which URLs exist, and what each shows. */
export function pagesOf(edition: Edition): Page[] {
  const html: HtmlPage[] = [
    frontPage(edition),
    ...latestPages(edition),
    ...sectionPages(edition),
    ...articlePages(edition),
    ...tagPages(edition),
    tagIndexPage(edition),
    ...authorPages(edition),
    authorIndexPage(edition),
    ...yearPages(edition),
    ...monthPages(edition),
    ...staticPages(edition),
    searchPage(edition),
    notFoundPage(edition),
  ];
  const pages = [
    ...html,
    ...searchListPages(edition),
    ...feedPages(edition),
    sitemapPage(edition, html),
    robotsPage(edition),
  ];
  assertUnique(pages);
  return pages;
}

/** Two pages in one file would overwrite each other; the checks on names make it impossible. */
function assertUnique(pages: readonly Page[]): void {
  const seen = new Map<string, Page>();
  for (const page of pages) {
    const file = outputFile(page.url).toLowerCase();
    const other = seen.get(file);
    if (other) throw new Error(`Two pages would be written to ${file}: ${other.layout} and ${page.layout}`);
    seen.set(file, page);
  }
}
