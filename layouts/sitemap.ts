import type { TextLayout } from "./layout.ts";
import { element, xmlDocument } from "./parts/xml.ts";

export interface SitemapProps {
  readonly addresses: readonly { readonly url: string; readonly changed?: string | undefined }[];
}

const NAMESPACE = { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" };

/** A sitemap (sitemaps.org/protocol.html). */
export const sitemap: TextLayout<SitemapProps> = ({ addresses }) => {
  const entries = addresses.map(({ url, changed }) =>
    element("url", {}, element("loc", {}, url), changed === undefined ? undefined : element("lastmod", {}, changed)),
  );
  return xmlDocument(element("urlset", NAMESPACE, entries));
};

export interface SitemapIndexProps {
  readonly sitemaps: readonly string[];
}

/** A list of sitemaps (sitemaps.org/protocol.html, "Using Sitemap index files"). */
export const sitemapIndex: TextLayout<SitemapIndexProps> = ({ sitemaps }) => {
  const entries = sitemaps.map((url) => element("sitemap", {}, element("loc", {}, url)));
  return xmlDocument(element("sitemapindex", NAMESPACE, entries));
};
