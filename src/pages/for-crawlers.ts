import type { Publication } from "../model/publication.ts";
import { absoluteUrl, NOT_FOUND, ROBOTS, SEARCH, SITEMAP, type SitePath } from "../model/urls.ts";
import type { Edition } from "./frame.ts";
import type { HtmlPage, TextPage } from "./page.ts";

/** `/sitemap.xml`: every HTML page that is to be found, with the last change of those that are one story. */
export function sitemapPage({ publication }: Edition, pages: readonly HtmlPage[]): TextPage {
  const changes = changesOf(publication);
  const addresses = pages
    .filter(({ url }) => url !== NOT_FOUND && url !== SEARCH)
    .map(({ url }) => ({ url: absoluteUrl(publication.settings.url, url), changed: changes.get(url) }));
  return { kind: "xml", url: SITEMAP, layout: "sitemap", props: { addresses } };
}

function changesOf({ articles }: Publication): ReadonlyMap<SitePath, string> {
  return new Map(articles.map(({ url, date, updated }) => [url, (updated ?? date).iso]));
}

/** `/robots.txt` */
export function robotsPage({ publication, indexed }: Edition): TextPage {
  const sitemap = indexed ? absoluteUrl(publication.settings.url, SITEMAP) : undefined;
  return { kind: "text", url: ROBOTS, layout: "robots", props: { sitemap } };
}
