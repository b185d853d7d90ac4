import type { FeedEntry, FeedProps } from "../../layouts/feed.ts";
import type { HeadProps } from "../../layouts/parts/Head.tsx";
import { wordsFor } from "../../layouts/words/dictionaries.ts";
import { changedAt } from "../model/changed.ts";
import { type Article, isOut } from "../model/publication.ts";
import type { Settings } from "../model/settings.ts";
import {
  absoluteUrl,
  authorUrl,
  FEED_FORMATS,
  FEEDS,
  type FeedFormat,
  FRONT,
  feedUrl,
  SECTIONS,
  type SitePath,
  sectionUrl,
  TAG_INDEX,
  tagUrl,
} from "../model/urls.ts";
import { type Edition, wordsOf } from "./frame.ts";
import type { PlannedPage, TextPage } from "./page.ts";
import { coverFile } from "./pictures.ts";
import { share } from "./shared.ts";

const SITE_ENTRIES = 30;
/** There are as many feeds as lists, three times over. */
const LIST_ENTRIES = 10;

/** What a feed is of. Its own addresses follow from its page's. */
export interface Feed {
  /** The page that shows the same. */
  readonly home: SitePath;
  readonly title: string;
  readonly subtitle: string;
  /** Newest first. */
  readonly entries: () => readonly FeedEntry[];
  /** As a planned page has it. */
  readonly madeFrom?: PlannedPage["madeFrom"];
}

/** The feeds of the site, and of each section, topic and author: the newest stories that are out, in every format. */
export function* feedPages(edition: Edition): Generator<PlannedPage<TextPage>> {
  const { settings, articles, sections, tags, authors } = edition.publication;
  const words = wordsOf(edition);
  const feed = (home: SitePath, title: string, subtitle: string, stories: () => readonly Article[]) =>
    feedPagesOf(edition, {
      home,
      title,
      subtitle,
      entries: () => stories().map((article) => feedEntry(article, settings)),
      madeFrom: () => [{ title, subtitle }, ...stories()],
    });
  const ofList = (home: SitePath, name: string, subtitle: string, stories: readonly Article[]) =>
    feed(home, feedTitle(name, settings), subtitle, () => firstOut(stories, LIST_ENTRIES));
  yield* feed(FRONT, settings.title, settings.description, () => firstOut(articles, SITE_ENTRIES));
  for (const { subject, articles } of sections)
    yield* ofList(sectionUrl(subject.slug), subject.name, subject.description, articles);
  for (const { subject, articles } of tags) {
    const subtitle = subject.description ?? words.from(subject.name, settings.title);
    yield* ofList(tagUrl(subject.slug), subject.name, subtitle, articles);
  }
  for (const { subject, articles } of authors)
    yield* ofList(authorUrl(subject.slug), subject.name, words.storiesBy(subject.name), articles);
}

/** A feed in every format, for whoever has entries: one format after another, for they share what is made of a story. */
export function feedPagesOf(edition: Edition, feed: Feed): PlannedPage<TextPage>[] {
  const { publication, assets } = edition;
  const homeName = feed.home === FRONT ? wordsOf(edition).home : feed.title;
  const props = (self: SitePath) => feedProps(feed, self, publication.settings);
  const make: Readonly<Record<FeedFormat, (url: SitePath) => TextPage>> = {
    atom: (url) => ({
      kind: "xml",
      url,
      layout: "atom-feed",
      props: { ...props(url), sheet: assets.feedSheet, help: FEEDS, homeName },
    }),
    rss: (url) => ({ kind: "xml", url, layout: "rss-feed", props: props(url) }),
    json: (url) => ({ kind: "json", url, layout: "json-feed", props: props(url) }),
  };
  return FEED_FORMATS.map((format) => {
    const url = feedUrl(feed.home, format);
    return { kind: format === "json" ? "json" : "xml", url, make: () => make[format](url), madeFrom: feed.madeFrom };
  });
}

/** How the feed of a list calls itself among the others that somebody reads. */
export const feedTitle = (list: string, { title }: Settings): string => `${list} | ${title}`;

/** The feeds of a list, for the heads of its pages. */
export function listFeedLinks(home: SitePath, list: string, settings: Settings): HeadProps["feeds"] {
  return FEED_FORMATS.map((format) => feedLink(format, feedTitle(list, settings), feedUrl(home, format)));
}

/** A feed, for the heads of pages that show the same. */
export const feedLink = (format: FeedFormat, title: string, url: SitePath): HeadProps["feeds"][number] => ({
  type: MEDIA_TYPES[format],
  title,
  url,
});

const MEDIA_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: "application/atom+xml",
  rss: "application/rss+xml",
  json: "application/feed+json",
};

/** Looks no further than it must: a list may have thousands. */
function firstOut(stories: readonly Article[], count: number): Article[] {
  const found: Article[] = [];
  for (const story of stories) {
    if (found.length === count) break;
    if (isOut(story)) found.push(story);
  }
  return found;
}

function feedProps({ home, title, subtitle, entries }: Feed, self: SitePath, settings: Settings): FeedProps {
  const shown = entries();
  const changes = shown.map(({ updated }) => ({ updated, time: Date.parse(updated) }));
  const last = changes.reduce((a, b) => (b.time > a.time ? b : a), changes[0] ?? NEVER);
  return {
    title,
    subtitle,
    language: settings.language,
    origin: settings.url,
    home: absoluteUrl(settings.url, home),
    self: absoluteUrl(settings.url, self),
    hub: settings.distribution.hub,
    updated: last.updated,
    entries: shown,
  };
}

/** Atom wants a date even of a feed without entries (RFC 4287, 4.1.1): one before there was anything to change. */
const NEVER = { updated: "1970-01-01T00:00:00Z", time: 0 };

/** One object however often it is asked for: a story stands in the feeds of all its lists, three times over. */
function feedEntry(article: Article, settings: Settings): FeedEntry {
  const entries = entriesBy.get(settings) ?? new WeakMap<Article, FeedEntry>();
  entriesBy.set(settings, entries);
  const entry = entries.get(article) ?? share(makeEntry(article, settings));
  entries.set(article, entry);
  return entry;
}

const entriesBy = new WeakMap<Settings, WeakMap<Article, FeedEntry>>();

/** A reader shows no mark but the title. */
function titleOf({ title, sponsored }: Article, siteLanguage: string): string {
  return sponsored ? `${sponsored.label ?? wordsFor(siteLanguage).sponsored.label} · ${title}` : title;
}

function makeEntry(article: Article, settings: Settings): FeedEntry {
  const absolute = (path: SitePath) => absoluteUrl(settings.url, path);
  const { section, cover } = article;
  const file = cover && coverFile(cover);
  return {
    url: absolute(article.url),
    language: article.language,
    title: titleOf(article, settings.language),
    summary: article.summary,
    body: article.body,
    published: article.date.iso,
    updated: changedAt(article).iso,
    authors: article.authors.map(({ name, slug }) => ({ name, url: absolute(authorUrl(slug)) })),
    categories: [
      { slug: section.slug, name: section.name, scheme: absolute(SECTIONS) },
      ...article.tags.map(({ slug, name }) => ({ slug, name, scheme: absolute(TAG_INDEX) })),
    ],
    image: file && { ...file, url: absolute(file.url), alt: cover.alt },
  };
}
