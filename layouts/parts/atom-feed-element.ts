import { directionOf } from "../../src/model/languages.ts";
import type { SitePath } from "../../src/model/urls.ts";
import { wordsFor } from "../words/dictionaries.ts";
import { element, type Xml } from "./xml.ts";

/** What an Atom feed says of itself. */
export interface AtomHead {
  readonly title: string;
  readonly subtitle: string;
  /** BCP 47. */
  readonly language: string;
  /** The page that shows the same. Absolute, like the feed's own address. */
  readonly home: string;
  readonly self: string;
  /** The WebSub hub that tells of what is new (w3.org/TR/websub). */
  readonly hub?: string | undefined;
  /** RFC 3339. */
  readonly updated: string;
  /** For people who open the feed in a browser: its style sheet, and the page that says what a feed is. */
  readonly sheet: SitePath;
  readonly help: SitePath;
  readonly homeName: string;
}

/**
 * The root of an Atom feed, with its entries. What stands in it in XHTML is for people who open it in a browser: programs
 * pass over elements of another namespace (RFC 4287, 6.3), and a style sheet hides what only programs read.
 */
export const atomFeedElement = (
  feed: AtomHead,
  namespaces: Readonly<Record<`xmlns:${string}`, string>>,
  ...entries: readonly Xml[]
): Xml =>
  element(
    "feed",
    {
      xmlns: "http://www.w3.org/2005/Atom",
      "xmlns:h": "http://www.w3.org/1999/xhtml",
      ...namespaces,
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
    ...entries,
  );

/** The tab's title, the width of a phone and the heading. */
const headOf = ({ title }: AtomHead): Xml[] => [
  element("h:title", {}, title),
  element("h:meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
  element("h:h1", {}, title),
];

/** What this is, for somebody who has never seen a feed. */
function noticeOf({ language, home, homeName, help }: AtomHead): Xml {
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
