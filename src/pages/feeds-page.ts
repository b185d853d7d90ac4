import type { OfferedFeed } from "../../layouts/feeds.tsx";
import {
  absoluteUrl,
  authorUrl,
  CORRECTIONS,
  FEED_FORMATS,
  FEEDS,
  type FeedFormat,
  FRONT,
  feedUrl,
  type SitePath,
  sectionUrl,
  tagUrl,
} from "../model/urls.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import type { HtmlPage } from "./page.ts";

const FORMAT_NAMES: Readonly<Record<FeedFormat, string>> = { atom: "Atom", rss: "RSS", json: "JSON Feed" };

/** `/feeds/` */
export function feedsPage(edition: Edition): HtmlPage {
  const { settings, sections, tags, authors } = edition.publication;
  const words = wordsOf(edition);
  const { heading } = words.feedsPage;
  const offered = (name: string, home: SitePath): OfferedFeed => ({
    name,
    formats: FEED_FORMATS.map((format) => ({
      name: FORMAT_NAMES[format],
      url: absoluteUrl(settings.url, feedUrl(home, format)),
    })),
  });
  const inOrder = new Intl.Collator(settings.language);
  const byName = (a: OfferedFeed, b: OfferedFeed) => inOrder.compare(a.name, b.name);
  return {
    kind: "html",
    url: FEEDS,
    layout: "feeds",
    props: {
      frame: frameOf(edition, {
        sheet: "list",
        url: FEEDS,
        title: heading,
        description: words.from(words.feeds, settings.title),
      }),
      site: offered(words.allStories, FRONT),
      groups: [
        {
          heading: words.sections,
          feeds: sections.map(({ subject }) => offered(subject.name, sectionUrl(subject.slug))),
        },
        {
          heading: words.topics,
          // As in the index of topics: one without stories is there only for those who know it.
          feeds: tags
            .filter(({ articles }) => articles.length > 0)
            .map(({ subject }) => offered(subject.name, tagUrl(subject.slug)))
            .sort(byName),
        },
        {
          heading: words.authors,
          feeds: authors.map(({ subject }) => offered(subject.name, authorUrl(subject.slug))).sort(byName),
        },
        { heading: words.corrections.heading, feeds: [offered(words.corrections.heading, CORRECTIONS)] },
      ].filter(({ feeds }) => feeds.length > 0),
      newsletter: settings.newsletter,
    },
  };
}
