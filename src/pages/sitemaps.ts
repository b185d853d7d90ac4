import type { SitemapAddress } from "../../layouts/sitemap.ts";
import { isNews } from "../model/news-window.ts";
import { type Article, isOut } from "../model/publication.ts";
import {
  absoluteUrl,
  COMMENT_RECEIVED,
  changesUrl,
  NEWS_SITEMAP,
  NOT_FOUND,
  OFFLINE,
  SEARCH,
  SITEMAP,
  type SitePath,
  sitemapUrl,
} from "../model/urls.ts";
import type { Edition } from "./frame.ts";
import { furtherCommentsUrls } from "./further-comments.ts";
import type { HtmlPage, PlannedPage, TextPage } from "./page.ts";
import { coverFile } from "./pictures.ts";

/** What one sitemap may hold (sitemaps.org/protocol.html). */
const MOST_ADDRESSES = 50_000;
/** A full one leaves room, so that it stays as it is when an old story comes in. */
const ADDRESSES_A_SITEMAP = 40_000;
/** A site with fewer stories never has too many addresses, however short its lists are. */
const FEW_STORIES = 5_000;

/** The most stories that a news sitemap may hold (Google, as `model/news-window.ts` says). */
const MOST_NEWS = 1000;

/**
 * `/sitemap.xml`: every HTML page that is to be found, with the last change of the stories it shows and a story's cover;
 * or, where these are too many, a list of sitemaps. Stories stand there from the oldest on, so that a new one changes the
 * last sitemaps.
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
  const sitemaps = () =>
    numbers.map((number) => ({
      url: absoluteUrl(settings.url, sitemapUrl(number)),
      changed: newestOf(its(number)),
    }));
  return [
    {
      kind: "xml",
      url: SITEMAP,
      make: () => ({ kind: "xml", url: SITEMAP, layout: "sitemap-index", props: { sitemaps: sitemaps() } }),
    },
    ...numbers.map((number): PlannedPage<TextPage> => {
      const url = sitemapUrl(number);
      return { kind: "xml", url, make: () => sitemap(url, its(number)) };
    }),
  ];
}

/** The last of the changes. Each is written in the site's zone, whose offset goes back and forth: the text does not tell. */
function newestOf(addresses: readonly SitemapAddress[]): string | undefined {
  const changes = addresses.flatMap(({ changed }) => changed ?? []);
  return changes.reduce<string | undefined>(
    (last, change) => (last === undefined || Date.parse(change) > Date.parse(last) ? change : last),
    undefined,
  );
}

const sitemap = (url: SitePath, addresses: readonly SitemapAddress[]): TextPage => ({
  kind: "xml",
  url,
  layout: "sitemap",
  props: { addresses },
});

/** Stories first, from the oldest, then the pages that change with every new one. */
function addressesOf({ publication }: Edition, pages: readonly PlannedPage<HtmlPage>[]): SitemapAddress[] {
  const origin = publication.settings.url;
  const stories = new Map(publication.articles.map((article) => [article.url, article]));
  const gone = new Set(publication.tombstones.map(({ url }) => url));
  for (const story of publication.histories.keys()) gone.add(changesUrl(story));
  for (const url of furtherCommentsUrls(publication)) gone.add(url);
  const entries = pages
    .filter(isToBeFound(stories))
    .filter(({ url }) => !gone.has(url))
    .map((page) => ({ page, story: stories.get(page.url) }));
  const ofStories = entries.filter(({ story }) => story).reverse();
  return [...ofStories, ...entries.filter(({ story }) => !story)].map(({ page, story }) => ({
    url: absoluteUrl(origin, page.url),
    changed: page.changed?.()?.iso,
    image: story?.cover && absoluteUrl(origin, coverFile(story.cover).url),
  }));
}

function isToBeFound(stories: ReadonlyMap<SitePath, Article>): (page: PlannedPage<HtmlPage>) => boolean {
  const apart: readonly SitePath[] = [COMMENT_RECEIVED, NOT_FOUND, OFFLINE, SEARCH];
  return ({ url }) => {
    const story = stories.get(url);
    return !apart.includes(url) && (story === undefined || isOut(story));
  };
}

/** `/news-sitemap.xml`: the stories that are news when the edition appears, newest first. There may be none. */
export function newsSitemapPage({ publication, now }: Edition): TextPage {
  const { settings, articles } = publication;
  const news = articles.filter((article) => isOut(article) && isNews(article, now)).slice(0, MOST_NEWS);
  return {
    kind: "xml",
    url: NEWS_SITEMAP,
    layout: "news-sitemap",
    props: {
      publication: settings.title,
      language: settings.language,
      stories: news.map(({ url, title, date }) => ({
        url: absoluteUrl(settings.url, url),
        title,
        published: date.iso,
      })),
    },
  };
}
