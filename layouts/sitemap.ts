import type { TextLayout } from "./layout.ts";
import { element, xmlDocument } from "./parts/xml.ts";

export interface SitemapProps {
  readonly addresses: readonly { readonly url: string; readonly changed?: string | undefined }[];
}

/** A sitemap (sitemaps.org/protocol.html). */
export const sitemap: TextLayout<SitemapProps> = ({ addresses }) =>
  xmlDocument(
    element(
      "urlset",
      { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" },
      ...addresses.map(({ url, changed }) =>
        element(
          "url",
          {},
          element("loc", {}, url),
          changed === undefined ? undefined : element("lastmod", {}, changed),
        ),
      ),
    ),
  );
