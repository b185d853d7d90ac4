import type { CorrectionEntry } from "../../layouts/corrections.tsx";
import type { FeedEntry } from "../../layouts/feed.ts";
import { listPages } from "../model/lists.ts";
import type { Correction } from "../model/newsroom.ts";
import { type Article, isOut, type Publication } from "../model/publication.ts";
import { type Moment, printShort } from "../model/time.ts";
import { absoluteUrl, CORRECTIONS, FRONT } from "../model/urls.ts";
import { feedPagesOf, feedTitle, listFeedLinks } from "./feeds.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { structuredData } from "./json-ld.ts";
import { collectionPage } from "./json-ld-of-pages.ts";
import { listPageUrl, pagerOf } from "./lists.ts";
import { type HtmlPage, type PlannedPage, planned, type TextPage } from "./page.ts";
import { foreignLanguage } from "./story-props.ts";

/** `/corrections/`: everything that was put right or taken back, newest first. */
export function correctionsPages(edition: Edition): PlannedPage<HtmlPage>[] {
  const { settings } = edition.publication;
  const words = wordsOf(edition);
  const { heading, every } = words.corrections;
  const description = every(settings.title);
  const feeds = listFeedLinks(CORRECTIONS, heading, settings);
  const ways = [
    { name: words.home, url: FRONT },
    { name: heading, url: CORRECTIONS },
  ];
  return listPages(correctionsOf(edition.publication), settings.pageSize).map((page) =>
    planned(
      listPageUrl(CORRECTIONS, page.number),
      (url) => {
        const title = page.number === "first" ? heading : words.pageOf(heading, page.number);
        return {
          kind: "html",
          url,
          layout: "corrections",
          props: {
            frame: frameOf(edition, {
              sheet: "list",
              url,
              title,
              description,
              feeds,
              jsonLd: structuredData(collectionPage({ name: title, description, url, ways }, settings)),
            }),
            heading: title,
            description,
            entries: page.items.map(({ date: _, anchor: __, ...entry }) => entry),
            pager: pagerOf(CORRECTIONS, page),
          },
        };
      },
      undefined,
      () => page.items[0]?.date,
    ),
  );
}

/** `/corrections/feed.xml` and its like. */
export function correctionsFeeds(edition: Edition): PlannedPage<TextPage>[] {
  const { publication } = edition;
  const { settings } = publication;
  const { corrections } = wordsOf(edition);
  const home = absoluteUrl(settings.url, FRONT);
  const entryOf = ({ kind, date, headline, url, anchor, text, language }: DatedEntry): FeedEntry => ({
    url: absoluteUrl(settings.url, url) + (anchor === undefined ? "" : `#${anchor}`),
    language: language ?? settings.language,
    title: `${corrections[kind]}: ${headline}`,
    summary: text,
    published: date.iso,
    updated: date.iso,
    authors: [{ name: settings.publisher.name, url: home }],
    categories: [],
  });
  return feedPagesOf(edition, {
    home: CORRECTIONS,
    title: feedTitle(corrections.heading, settings),
    subtitle: corrections.every(settings.title),
    entries: () => correctionsOf(publication).slice(0, FEED_ENTRIES).map(entryOf),
  });
}

const FEED_ENTRIES = 30;

/** A story's corrections, newest first, each with an anchor that it keeps when others are added. */
export function numbered({ corrections }: Pick<Article, "corrections">): (Correction & { readonly id: string })[] {
  return corrections
    .toSorted((a, b) => a.date.epochMs - b.date.epochMs)
    .map((correction, index) => ({ ...correction, id: `correction-${index + 1}_` }))
    .reverse();
}

/** A correction or retraction, as pages show it, with its date and its place on the story's page. */
export type DatedEntry = CorrectionEntry & { readonly date: Moment; readonly anchor?: string };

/** All that stories which are out, or were, had wrong: newest first. */
export function correctionsOf({ articles, tombstones, settings }: Publication): DatedEntry[] {
  const { timeZone, language } = settings;
  const time = (date: Moment) => ({ date, time: printShort(date, timeZone, language) });
  const corrected = articles.filter(isOut).flatMap((article) =>
    numbered(article).map(
      ({ id, date, text }): DatedEntry => ({
        kind: "correction",
        ...time(date),
        anchor: id,
        headline: article.title,
        url: article.url,
        changes: article.changesUrl,
        text,
        language: foreignLanguage(article, language),
      }),
    ),
  );
  const retracted = tombstones.map(
    (tombstone): DatedEntry => ({
      kind: "retraction",
      ...time(tombstone.retracted.date),
      headline: tombstone.title,
      url: tombstone.url,
      text: tombstone.retracted.reason,
      language: foreignLanguage(tombstone, language),
    }),
  );
  return [...corrected, ...retracted].sort(
    (a, b) => b.date.epochMs - a.date.epochMs || (a.url < b.url ? 1 : a.url > b.url ? -1 : 0),
  );
}
