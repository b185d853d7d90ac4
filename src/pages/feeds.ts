import type { FeedEntry, FeedProps } from "../../layouts/json-feed.ts";
import { originalUrl, sharedFiles } from "../model/image-variants.ts";
import type { Cover, Settings } from "../model/newsroom.ts";
import { type Article, changedAt, isOut } from "../model/publication.ts";
import { ATOM_FEED, absoluteUrl, authorUrl, FEEDS, FRONT, JSON_FEED, type SitePath } from "../model/urls.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import type { HtmlPage, PlannedPage } from "./page.ts";

const ENTRIES = 30;

/** The site's feeds: the newest stories, in Atom and in JSON. */
export function feedPages({ publication, assets }: Edition): PlannedPage[] {
  const feed = (self: SitePath) => {
    const newest = publication.articles.filter(isOut).slice(0, ENTRIES);
    return feedProps(newest, self, publication.settings);
  };
  return [
    {
      kind: "xml",
      url: ATOM_FEED,
      make: () => ({
        kind: "xml",
        url: ATOM_FEED,
        layout: "atom-feed",
        props: {
          ...feed(ATOM_FEED),
          sheet: assets.feedSheet,
          help: FEEDS,
        },
      }),
    },
    {
      kind: "json",
      url: JSON_FEED,
      make: () => ({ kind: "json", url: JSON_FEED, layout: "json-feed", props: feed(JSON_FEED) }),
    },
  ];
}

/** `/feeds/` */
export function feedsPage(edition: Edition): HtmlPage {
  const { settings } = edition.publication;
  const words = wordsOf(edition);
  const { heading } = words.feedsPage;
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
      feeds: [
        {
          name: words.allStories,
          formats: [
            { name: "Atom", url: absoluteUrl(settings.url, ATOM_FEED) },
            { name: "JSON Feed", url: absoluteUrl(settings.url, JSON_FEED) },
          ],
        },
      ],
      newsletter: settings.newsletter,
    },
  };
}

function feedProps(articles: readonly Article[], self: SitePath, settings: Settings): FeedProps {
  const entries = articles.map((article) => feedEntry(article, settings));
  const changes = articles.map(changedAt);
  const latest = changes.reduce((a, b) => (b.epochMs > a.epochMs ? b : a), changes[0] ?? NEVER);
  return {
    title: settings.title,
    subtitle: settings.description,
    language: settings.language,
    home: absoluteUrl(settings.url, FRONT),
    self: absoluteUrl(settings.url, self),
    updated: latest.iso,
    entries,
  };
}

/** Atom wants a date even of a feed without entries (RFC 4287, 4.1.1). */
const NEVER = { epochMs: 0, iso: "1970-01-01T00:00:00Z" };

function feedEntry(article: Article, settings: Settings): FeedEntry {
  return {
    url: absoluteUrl(settings.url, article.url),
    language: article.language,
    title: article.title,
    summary: article.summary,
    published: article.date.iso,
    updated: changedAt(article).iso,
    authors: article.authors.map(({ name, slug }) => ({ name, url: absoluteUrl(settings.url, authorUrl(slug)) })),
    tags: article.tags.map(({ slug, name }) => ({ slug, name })),
    image: article.cover && absoluteUrl(settings.url, imageUrlOf(article.cover)),
  };
}

const imageUrlOf = ({ image, focus }: Cover): SitePath => sharedFiles(image, focus)[0]?.url ?? originalUrl(image);
