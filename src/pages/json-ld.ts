import { originalUrl, sharedFiles } from "../model/image-variants.ts";
import type { Author, Correction, Cover, Series, Settings } from "../model/newsroom.ts";
import { type Article, changedAt } from "../model/publication.ts";
import { absoluteUrl, authorUrl, seriesUrl } from "../model/urls.ts";

/** schema.org `NewsArticle` (developers.google.com/search/docs/appearance/structured-data/article). */
export function newsArticle(article: Article, settings: Settings): object {
  const url = absoluteUrl(settings.url, article.url);
  return {
    "@context": "https://schema.org",
    // schema.org/AdvertiserContentArticle: what somebody paid for is not news.
    "@type": article.sponsored ? "AdvertiserContentArticle" : "NewsArticle",
    headline: article.title,
    description: article.summary,
    url,
    mainEntityOfPage: url,
    inLanguage: article.language,
    datePublished: article.date.iso,
    dateModified: changedAt(article).iso,
    ...(article.cover ? { image: imagesOf(article.cover, settings) } : {}),
    author: article.authors.map((author) => authorReference(author, settings)),
    publisher: publisherOf(settings),
    articleSection: article.section.name,
    keywords: article.tags.map(({ name }) => name),
    ...(article.corrections.length > 0 ? { correction: article.corrections.map(correctionComment) } : {}),
    ...(article.sponsored ? { sponsor: { "@type": "Organization", name: article.sponsored.by } } : {}),
    ...(article.series ? { isPartOf: seriesReference(article.series, settings) } : {}),
    ...(article.place ? { dateline: article.place } : {}),
  };
}

/** schema.org `CorrectionComment` */
const correctionComment = ({ date, text }: Correction): object => ({
  "@type": "CorrectionComment",
  text,
  datePublished: date.iso,
});

const seriesReference = ({ name, slug }: Series, settings: Settings): object => ({
  "@type": "CreativeWorkSeries",
  name,
  url: absoluteUrl(settings.url, seriesUrl(slug)),
});

/** In the three shapes that Google asks for; a drawing in SVG as it is. */
function imagesOf({ image, focus }: Cover, settings: Settings): string[] {
  const shared = sharedFiles(image, focus).map(({ url }) => url);
  return (shared.length > 0 ? shared : [originalUrl(image)]).map((url) => absoluteUrl(settings.url, url));
}

/** schema.org `ProfilePage` about a `Person` or an `Organization`. */
export function profilePage(author: Author, settings: Settings): object {
  const { alsoKnownAs, links, role, beats } = author;
  return {
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    mainEntity: {
      ...authorReference(author, settings),
      ...(alsoKnownAs.length > 0 ? { alternateName: alsoKnownAs } : {}),
      ...(role && author.type === "person" ? { jobTitle: role } : {}),
      ...(beats.length > 0 ? { knowsAbout: beats } : {}),
      ...(links.length > 0 ? { sameAs: links.map(({ url }) => url) } : {}),
    },
  };
}

/** schema.org `WebSite`, for the front page. */
export function webSite(settings: Settings): object {
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name: settings.title,
    url: `${settings.url}/`,
    description: settings.description,
    inLanguage: settings.language,
    publisher: publisherOf(settings),
  };
}

function authorReference({ type, name, slug }: Author, settings: Settings): object {
  return {
    "@type": type === "person" ? "Person" : "Organization",
    name,
    url: absoluteUrl(settings.url, authorUrl(slug)),
  };
}

function publisherOf({ publisher, url }: Settings): object {
  return { "@type": "NewsMediaOrganization", name: publisher.name, url: publisher.url ?? `${url}/` };
}
