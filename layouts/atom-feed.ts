import type { FeedEntry, FeedProps } from "./json-feed.ts";
import type { TextLayout } from "./layout.ts";
import { element, type Xml, xmlDocument } from "./parts/xml.ts";

/** Atom 1.0 (RFC 4287). */
export const atomFeed: TextLayout<FeedProps> = (feed) =>
  xmlDocument(
    element(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": feed.language },
      element("id", {}, feed.home),
      element("title", {}, feed.title),
      element("subtitle", {}, feed.subtitle),
      element("updated", {}, feed.updated),
      element("link", { rel: "self", type: "application/atom+xml", href: feed.self }),
      element("link", { rel: "alternate", type: "text/html", href: feed.home }),
      ...feed.entries.map((entry) => entryElement(entry, feed.language)),
    ),
  );

function entryElement(entry: FeedEntry, feedLanguage: string): Xml {
  return element(
    "entry",
    entry.language === feedLanguage ? {} : { "xml:lang": entry.language },
    element("id", {}, entry.url),
    element("title", {}, entry.title),
    element("link", { rel: "alternate", type: "text/html", href: entry.url }),
    element("published", {}, entry.published),
    element("updated", {}, entry.updated),
    ...entry.authors.map(({ name, url }) => element("author", {}, element("name", {}, name), element("uri", {}, url))),
    ...entry.tags.map(({ slug, name }) => element("category", { term: slug, label: name })),
    element("summary", {}, entry.summary),
  );
}
