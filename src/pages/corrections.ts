import type { CorrectionEntry } from "../../layouts/corrections.tsx";
import { listPages } from "../model/lists.ts";
import { isOut, type Publication } from "../model/publication.ts";
import { type Moment, printShort } from "../model/time.ts";
import { CORRECTIONS, FRONT } from "../model/urls.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { structuredData } from "./json-ld.ts";
import { collectionPage } from "./json-ld-of-pages.ts";
import { listPageUrl, pagerOf } from "./lists.ts";
import { type HtmlPage, type PlannedPage, planned } from "./page.ts";
import { foreignLanguage } from "./story-props.ts";

/** `/corrections/`: everything that was put right or taken back, newest first. */
export function correctionsPages(edition: Edition): PlannedPage<HtmlPage>[] {
  const { settings } = edition.publication;
  const words = wordsOf(edition);
  const { heading, every } = words.corrections;
  const description = every(settings.title);
  const ways = [
    { name: words.home, url: FRONT },
    { name: heading, url: CORRECTIONS },
  ];
  return listPages(correctionsOf(edition.publication), settings.pageSize).map((page) =>
    planned(listPageUrl(CORRECTIONS, page.number), (url) => {
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
            jsonLd: structuredData(collectionPage({ name: title, description, url, ways }, settings)),
          }),
          heading: title,
          description,
          entries: page.items.map(({ date: _, ...entry }) => entry),
          pager: pagerOf(CORRECTIONS, page),
        },
      };
    }),
  );
}

/** A correction or retraction, as pages show it and with its date. */
export type DatedEntry = CorrectionEntry & { readonly date: Moment };

/** All that stories which are out, or were, had wrong: newest first. */
export function correctionsOf({ articles, tombstones, settings }: Publication): DatedEntry[] {
  const { timeZone, language } = settings;
  const time = (date: Moment) => ({ date, time: printShort(date, timeZone, language) });
  const corrected = articles.filter(isOut).flatMap((article) =>
    article.corrections.map(
      ({ date, text }): DatedEntry => ({
        kind: "correction",
        ...time(date),
        headline: article.title,
        url: article.url,
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
