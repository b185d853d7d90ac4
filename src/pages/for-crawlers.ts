import type { SitemapProps } from "../../layouts/sitemap.ts";
import { type Article, changedAt, isOut } from "../model/publication.ts";
import { absoluteUrl, NOT_FOUND, OFFLINE, ROBOTS, SEARCH, SITEMAP, type SitePath, sitemapUrl } from "../model/urls.ts";
import type { Edition } from "./frame.ts";
import type { HtmlPage, PlannedPage, TextPage } from "./page.ts";

/** What one sitemap may hold (sitemaps.org/protocol.html). */
const MOST_ADDRESSES = 50_000;
/** A full one leaves room, so that it stays as it is when an old story comes in. */
const ADDRESSES_A_SITEMAP = 40_000;
/** A site with fewer stories never has too many addresses, however short its lists are. */
const FEW_STORIES = 5_000;

/**
 * `/sitemap.xml`: every HTML page that is to be found, with the last change of those that are one story; or, where these
 * are too many, a list of sitemaps. Stories stand there from the oldest on, so that a new one changes the last sitemaps.
 */
export function sitemapPages(edition: Edition, html: () => readonly PlannedPage<HtmlPage>[]): PlannedPage<TextPage>[] {
  const { articles, settings } = edition.publication;
  const whole = () => sitemap(SITEMAP, addressesOf(edition, html()));
  if (articles.length <= FEW_STORIES) return [{ kind: "xml", url: SITEMAP, make: whole }];
  const pages = html();
  if (pages.length <= MOST_ADDRESSES) return [{ kind: "xml", url: SITEMAP, make: whole }];
  const addresses = addressesOf(edition, pages);
  const numbers = Array.from({ length: Math.ceil(addresses.length / ADDRESSES_A_SITEMAP) }, (_, index) => index + 1);
  const its = (number: number) => addresses.slice((number - 1) * ADDRESSES_A_SITEMAP, number * ADDRESSES_A_SITEMAP);
  const sitemaps = numbers.map((number) => absoluteUrl(settings.url, sitemapUrl(number)));
  return [
    {
      kind: "xml",
      url: SITEMAP,
      make: () => ({ kind: "xml", url: SITEMAP, layout: "sitemap-index", props: { sitemaps } }),
    },
    ...numbers.map((number): PlannedPage<TextPage> => {
      const url = sitemapUrl(number);
      return { kind: "xml", url, make: () => sitemap(url, its(number)) };
    }),
  ];
}

const sitemap = (url: SitePath, addresses: SitemapProps["addresses"]): TextPage => ({
  kind: "xml",
  url,
  layout: "sitemap",
  props: { addresses },
});

/** Stories first, from the oldest, then the pages that change with every new one. */
function addressesOf({ publication }: Edition, pages: readonly PlannedPage<HtmlPage>[]): SitemapProps["addresses"] {
  const stories = new Map(publication.articles.map((article) => [article.url, article]));
  const gone = new Set(publication.tombstones.map(({ url }) => url));
  const entries = pages
    .filter(isToBeFound(stories))
    .filter(({ url }) => !gone.has(url))
    .map(({ url }) => ({ url, story: stories.get(url) }));
  const ofStories = entries.filter(({ story }) => story).reverse();
  return [...ofStories, ...entries.filter(({ story }) => !story)].map(({ url, story }) => ({
    url: absoluteUrl(publication.settings.url, url),
    changed: story && changedAt(story).iso,
  }));
}

function isToBeFound(stories: ReadonlyMap<SitePath, Article>): (page: PlannedPage<HtmlPage>) => boolean {
  const apart: readonly SitePath[] = [NOT_FOUND, OFFLINE, SEARCH];
  return ({ url }) => {
    const story = stories.get(url);
    return !apart.includes(url) && (story === undefined || isOut(story));
  };
}

/** `/robots.txt` */
export function robotsPage({ publication, indexed }: Edition): TextPage {
  const sitemap = indexed ? absoluteUrl(publication.settings.url, SITEMAP) : undefined;
  return { kind: "text", url: ROBOTS, layout: "robots", props: { sitemap } };
}
