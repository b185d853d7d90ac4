import type {
  AdvertiserContentArticle,
  BreadcrumbList,
  Comment as CommentData,
  CorrectionComment,
  CreativeWorkSeries,
  NewsArticle,
  NewsMediaOrganization,
  Organization,
  Person,
  Thing,
} from "schema-dts";
import { changedAt } from "../model/changed.ts";
import type { Cover } from "../model/image.ts";
import { originalUrl, sharedFiles } from "../model/image-variants.ts";
import type { Author, Correction, Series } from "../model/newsroom.ts";
import type { Article } from "../model/publication.ts";
import type { Settings } from "../model/settings.ts";
import { absoluteUrl, authorUrl, FRONT, type SitePath, seriesUrl } from "../model/urls.ts";

/** A thing of schema.org's, as schema-dts types it when it is more than a name. */
export type Described = Exclude<Thing, string>;

/**
 * What a page says to search engines, as one document of JSON-LD: a thing, or a list of several. Not a `@graph`, in which
 * Mastodon finds no story (app/lib/link_details_extractor.rb).
 */
export function structuredData(...things: readonly [Described, ...Described[]]): object {
  const documents = things.map((thing) => ({ "@context": "https://schema.org", ...thing }));
  return documents.length === 1 && documents[0] ? documents[0] : documents;
}

/** What readers reply to a story, as far as it stands on the story's page. */
export interface CommentsData {
  /** Of all. */
  readonly commentCount: number;
  readonly comment: CommentData[];
}

/** What is said of a story, whatever sort of article it is. */
export const aboutStory = (article: Article, settings: Settings) =>
  ({
    headline: article.title,
    description: article.summary,
    url: absoluteUrl(settings.url, article.url),
    inLanguage: article.language,
    datePublished: article.date.iso,
    dateModified: changedAt(article).iso,
    ...(article.cover ? { image: imagesOf(article.cover, settings) } : {}),
    author: article.authors.map((author) => authorReference(author, settings)),
    publisher: publisherReference(settings),
    articleSection: article.section.name,
    ...(article.tags.length > 0 ? { keywords: article.tags.map(({ name }) => name) } : {}),
    ...(article.corrections.length > 0 ? { correction: article.corrections.map(correctionComment) } : {}),
    ...(article.sponsored ? { sponsor: { "@type": "Organization" as const, name: article.sponsored.by } } : {}),
    ...(article.series ? { isPartOf: seriesReference(article.series, settings) } : {}),
  }) satisfies Partial<Exclude<NewsArticle, string>>;

/** schema.org `NewsArticle` (developers.google.com/search/docs/appearance/structured-data/article). */
export function newsArticle(
  article: Article,
  settings: Settings,
  comments?: CommentsData,
): AdvertiserContentArticle | NewsArticle {
  const about = { ...aboutStory(article, settings), ...comments };
  // schema.org/AdvertiserContentArticle: what somebody paid for is not news.
  if (article.sponsored) return { "@type": "AdvertiserContentArticle", ...about };
  return { "@type": "NewsArticle", ...about, ...(article.place ? { dateline: article.place } : {}) };
}

/** schema.org `CorrectionComment` */
const correctionComment = ({ date, text }: Correction): CorrectionComment => ({
  "@type": "CorrectionComment",
  text,
  datePublished: date.iso,
});

const seriesReference = ({ name, slug }: Series, settings: Settings): CreativeWorkSeries => ({
  "@type": "CreativeWorkSeries",
  name,
  url: absoluteUrl(settings.url, seriesUrl(slug)),
});

/** In the three shapes that Google asks for; a drawing in SVG as it is. */
function imagesOf({ image, focus }: Cover, settings: Settings): string[] {
  const shared = sharedFiles(image, focus).map(({ url }) => url);
  return (shared.length > 0 ? shared : [originalUrl(image)]).map((url) => absoluteUrl(settings.url, url));
}

/** A page on the way from the front page down to another. */
export interface Crumb {
  readonly name: string;
  readonly url: SitePath;
}

/** schema.org `BreadcrumbList`: the way from the front page down to a page. */
export function breadcrumbList(ways: readonly Crumb[], settings: Settings): BreadcrumbList {
  return {
    "@type": "BreadcrumbList",
    itemListElement: ways.map(({ name, url }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: absoluteUrl(settings.url, url),
    })),
  };
}

/** An author, as far as a story says it; the address leads to the rest. */
export function authorReference({ type, name, slug }: Author, settings: Settings) {
  const about = { name, url: absoluteUrl(settings.url, authorUrl(slug)) };
  return type === "person"
    ? ({ "@type": "Person", ...about } satisfies Person)
    : ({ "@type": "Organization", ...about } satisfies Organization);
}

/** The publisher, as far as a story says it: the front page says the rest. */
export function publisherReference({ publisher, url }: Settings) {
  return {
    "@type": "NewsMediaOrganization",
    name: publisher.name,
    url: publisher.url ?? absoluteUrl(url, FRONT),
  } as const satisfies NewsMediaOrganization;
}
