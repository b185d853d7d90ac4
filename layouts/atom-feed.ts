import { directionOf } from "../src/model/languages.ts";
import type { SitePath } from "../src/model/urls.ts";
import type { FeedEntry, FeedProps } from "./feed.ts";
import type { TextLayout } from "./layout.ts";
import { type FeedContent, feedContent } from "./parts/feed-content.ts";
import { element, type Xml, xmlDocument } from "./parts/xml.ts";
import { wordsFor } from "./words/dictionaries.ts";

export interface AtomFeedProps extends FeedProps {
  /** For people who open the feed in a browser: its style sheet, and the page that says what a feed is. */
  readonly sheet: SitePath;
  readonly help: SitePath;
  readonly homeName: string;
}

/**
 * Atom 1.0 (RFC 4287). What stands in it in XHTML is for people who open it in a browser: programs pass over elements
 * of another namespace (6.3), and a style sheet hides what only programs read.
 */
export const atomFeed: TextLayout<AtomFeedProps> = (feed, { bodies }) =>
  xmlDocument(
    element(
      "feed",
      {
        xmlns: "http://www.w3.org/2005/Atom",
        "xmlns:h": "http://www.w3.org/1999/xhtml",
        "xml:lang": feed.language,
        "h:dir": directionOf(feed.language),
      },
      ...headOf(feed),
      element("id", {}, feed.home),
      element("title", {}, feed.title),
      element("subtitle", {}, feed.subtitle),
      element("updated", {}, feed.updated),
      element("link", { rel: "self", type: "application/atom+xml", href: feed.self }),
      element("link", { rel: "alternate", type: "text/html", href: feed.home }),
      feed.hub === undefined ? undefined : element("link", { rel: "hub", href: feed.hub }),
      noticeOf(feed),
      ...feed.entries.map((entry) => entryElement(entry, feed, feedContent(entry, feed, bodies))),
    ),
    feed.sheet,
  );

/** The tab's title, the width of a phone and the heading. */
const headOf = ({ title }: AtomFeedProps): Xml[] => [
  element("h:title", {}, title),
  element("h:meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
  element("h:h1", {}, title),
];

/** What this is, for somebody who has never seen a feed. */
function noticeOf({ language, home, homeName, help }: AtomFeedProps): Xml {
  const words = wordsFor(language);
  const { thisIsAFeed, whatIsAFeed } = words.feedsPage;
  const link = (name: string, href: string) => element("h:li", {}, element("h:a", { href }, name));
  return element(
    "h:header",
    {},
    element("h:p", {}, thisIsAFeed),
    element("h:ul", {}, link(whatIsAFeed, help), link(homeName, home)),
  );
}

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
