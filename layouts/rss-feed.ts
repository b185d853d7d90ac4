import { inRfc822 } from "../src/model/time.ts";
import type { FeedEntry, FeedProps } from "./feed.ts";
import type { TextLayout } from "./layout.ts";
import { type FeedContent, feedContent } from "./parts/feed-content.ts";
import { element, xmlDocument } from "./parts/xml.ts";

const NAMESPACES = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};

/**
 * RSS 2.0 (rssboard.org/rss-specification), with what it has no element for from where it has: whole texts, names of
 * authors (its own wants their e-mail addresses), changes and languages.
 */
export const rssFeed: TextLayout<FeedProps> = (feed, { bodies }) =>
  xmlDocument(
    element(
      "rss",
      { version: "2.0", ...NAMESPACES },
      element(
        "channel",
        {},
        element("title", {}, feed.title),
        element("link", {}, feed.home),
        element("description", {}, feed.subtitle),
        element("language", {}, feed.language),
        feed.entries.length > 0 ? element("lastBuildDate", {}, inRfc822(feed.updated)) : undefined,
        element("atom:link", { rel: "self", type: "application/rss+xml", href: feed.self }),
        feed.hub === undefined ? undefined : element("atom:link", { rel: "hub", href: feed.hub }),
        ...feed.entries.map((entry) => itemElement(entry, feed, feedContent(entry, feed, bodies))),
      ),
    ),
  );

function itemElement(entry: FeedEntry, feed: FeedProps, content: FeedContent | undefined) {
  const isForeign = entry.language !== feed.language;
  return element(
    "item",
    { "xml:lang": isForeign ? entry.language : undefined },
    element("title", {}, entry.title),
    element("link", {}, entry.url),
    element("guid", { isPermaLink: "true" }, entry.url),
    element("pubDate", {}, inRfc822(entry.published)),
    element("atom:updated", {}, entry.updated),
    ...entry.authors.map(({ name }) => element("dc:creator", {}, name)),
    isForeign ? element("dc:language", {}, entry.language) : undefined,
    ...entry.categories.map(({ name, scheme }) => element("category", { domain: scheme }, name)),
    element("description", {}, asHtml(entry.summary)),
    content === undefined ? undefined : element("content:encoded", {}, content.escaped),
    entry.image && mediaElement(entry.image),
  );
}

/** Readers' programs take an item's description for HTML (rssboard.org/rss-specification, "Elements of <item>"). */
const asHtml = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/**
 * A picture in Media RSS. An `enclosure` of RSS itself must say how many bytes it has, and a picture is made after the
 * pages that name it.
 */
const mediaElement = ({ url, type, width, height, alt }: NonNullable<FeedEntry["image"]>) =>
  element(
    "media:content",
    { url, type, medium: "image", width: String(width), height: String(height) },
    element("media:description", { type: "plain" }, alt),
  );
