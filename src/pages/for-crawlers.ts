import { type Article, changedAt, isOut } from "../model/publication.ts";
import { absoluteUrl, NOT_FOUND, ROBOTS, SEARCH, SITEMAP, type SitePath } from "../model/urls.ts";
import type { Edition } from "./frame.ts";
import type { HtmlPage, PlannedPage, TextPage } from "./page.ts";

/** `/sitemap.xml`: every HTML page that is to be found, with the last change of those that are one story. */
export function sitemapPage({ publication }: Edition, pages: readonly PlannedPage<HtmlPage>[]): TextPage {
  const stories = new Map(publication.articles.map((article) => [article.url, article]));
  const addresses = pages.filter(isToBeFound(stories)).map(({ url }) => {
    const story = stories.get(url);
    return { url: absoluteUrl(publication.settings.url, url), changed: story && changedAt(story).iso };
  });
  return { kind: "xml", url: SITEMAP, layout: "sitemap", props: { addresses } };
}

function isToBeFound(stories: ReadonlyMap<SitePath, Article>): (page: PlannedPage<HtmlPage>) => boolean {
  return ({ url }) => {
    const story = stories.get(url);
    return url !== NOT_FOUND && url !== SEARCH && (story === undefined || isOut(story));
  };
}

/** `/robots.txt` */
export function robotsPage({ publication, indexed }: Edition): TextPage {
  const sitemap = indexed ? absoluteUrl(publication.settings.url, SITEMAP) : undefined;
  return { kind: "text", url: ROBOTS, layout: "robots", props: { sitemap } };
}
