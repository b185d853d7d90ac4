import type { TextLayout } from "./layout.ts";
import { element, xmlDocument } from "./parts/xml.ts";

export interface SitemapProps {
  readonly addresses: readonly SitemapAddress[];
}

/** An address, absolute like all here. */
export interface SitemapAddress {
  readonly url: string;
  /** RFC 3339. */
  readonly changed?: string | undefined;
  /** The page's own picture. */
  readonly image?: string | undefined;
}

const NAMESPACE = { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" };
/** developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps */
const IMAGES = { "xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1" };
/** developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const NEWS = { "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9" };

/** A sitemap (sitemaps.org/protocol.html) with Google's element for pictures. */
export const sitemap: TextLayout<SitemapProps> = ({ addresses }) => {
  const entries = addresses.map(({ url, changed, image }) =>
    element(
      "url",
      {},
      element("loc", {}, url),
      changed === undefined ? undefined : element("lastmod", {}, changed),
      image === undefined ? undefined : element("image:image", {}, element("image:loc", {}, image)),
    ),
  );
  return xmlDocument(element("urlset", { ...NAMESPACE, ...IMAGES }, entries));
};

export interface SitemapIndexProps {
  readonly sitemaps: readonly Omit<SitemapAddress, "image">[];
}

/** A list of sitemaps (sitemaps.org/protocol.html, "Using Sitemap index files"). */
export const sitemapIndex: TextLayout<SitemapIndexProps> = ({ sitemaps }) => {
  const entries = sitemaps.map(({ url, changed }) =>
    element(
      "sitemap",
      {},
      element("loc", {}, url),
      changed === undefined ? undefined : element("lastmod", {}, changed),
    ),
  );
  return xmlDocument(element("sitemapindex", NAMESPACE, entries));
};

export interface NewsSitemapProps {
  /** The newspaper's name. */
  readonly publication: string;
  /** BCP 47. */
  readonly language: string;
  readonly stories: readonly { readonly url: string; readonly title: string; readonly published: string }[];
}

/** Google's sitemap for news. */
export const newsSitemap: TextLayout<NewsSitemapProps> = ({ publication, language, stories }) => {
  const newspaper = element(
    "news:publication",
    {},
    element("news:name", {}, publication),
    element("news:language", {}, newsLanguage(language)),
  );
  const entries = stories.map(({ url, title, published }) =>
    element(
      "url",
      {},
      element("loc", {}, url),
      element(
        "news:news",
        {},
        newspaper,
        element("news:publication_date", {}, published),
        element("news:title", {}, title),
      ),
    ),
  );
  return xmlDocument(element("urlset", { ...NAMESPACE, ...NEWS }, entries));
};

/** ISO 639, where Chinese in its two scripts is `zh-cn` and `zh-tw`, as Google's page on news sitemaps wants it. */
function newsLanguage(language: string): string {
  const { language: code, script } = new Intl.Locale(language).maximize();
  if (code !== "zh") return code;
  return script === "Hant" ? "zh-tw" : "zh-cn";
}
