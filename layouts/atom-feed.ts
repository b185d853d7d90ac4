import { directionOf } from "../src/model/languages.ts";
import type { FeedEntry, FeedProps } from "./feed.ts";
import type { TextLayout } from "./layout.ts";
import { type AtomHead, atomFeedElement } from "./parts/atom-feed-element.ts";
import { type FeedContent, feedContent } from "./parts/feed-content.ts";
import { element, type Xml, xmlDocument } from "./parts/xml.ts";

export interface AtomFeedProps extends FeedProps, AtomHead {}

/** Atom 1.0 (RFC 4287). */
export const atomFeed: TextLayout<AtomFeedProps> = (feed, { bodies }) =>
  xmlDocument(
    atomFeedElement(
      feed,
      {},
      ...feed.entries.map((entry) => entryElement(entry, feed, feedContent(entry, feed, bodies))),
    ),
    feed.sheet,
  );

function entryElement(entry: FeedEntry, feed: FeedProps, content: FeedContent | undefined): Xml {
  return element(
    "entry",
    entry.language === feed.language ? {} : { "xml:lang": entry.language, "h:dir": directionOf(entry.language) },
    element("id", {}, entry.url),
    element("title", {}, entry.title),
    element("link", { rel: "alternate", type: "text/html", href: entry.url }),
    entry.image && element("link", { rel: "enclosure", type: entry.image.type, href: entry.image.url }),
    element("published", {}, entry.published),
    element("updated", {}, entry.updated),
    ...entry.authors.map(({ name, url }) => element("author", {}, element("name", {}, name), element("uri", {}, url))),
    ...entry.categories.map(({ slug, name, scheme }) => element("category", { term: slug, scheme, label: name })),
    element("h:a", { href: entry.url }, entry.title),
    element("summary", {}, entry.summary),
    content === undefined ? undefined : element("content", { type: "html" }, content.escaped),
  );
}
