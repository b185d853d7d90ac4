import { renderToString } from "preact-render-to-string";
import { type SearchRecordProps, searchRecord } from "../../layouts/search-record.tsx";
import type { Bodies } from "../model/newsroom.ts";
import type { Article, Publication } from "../model/publication.ts";
import { type Moment, printShort, yearOf } from "../model/time.ts";
import type { SitePath } from "../model/urls.ts";

/** What the search index is told of one address. */
export interface SearchRecord {
  readonly url: SitePath;
  /** When the story appeared, which decides the partition that it goes to. */
  readonly date: Moment;
  /** Survives a JSON round trip, and changes when anything in the record does. */
  readonly props: SearchRecordProps;
}

/** A record a story, oldest first: the same stories in the same order give the same index, byte for byte. */
export function searchRecords({ articles, settings }: Publication): SearchRecord[] {
  const { language, timeZone } = settings;
  const recordOf = (article: Article): SearchRecord => ({
    url: article.url,
    date: article.date,
    props: {
      language: article.language,
      title: article.title,
      standfirst: article.summary,
      body: article.body,
      section: article.section.name,
      tags: article.tags.map(({ name }) => name),
      authors: article.authors.map(({ name }) => name),
      year: String(yearOf(article.date)),
      date: printShort(article.date, timeZone, language).words,
      sortKey: String(article.date.epochMs),
    },
  });
  return articles.map(recordOf).reverse();
}

/** The record as the index reads it. */
export const printRecord = ({ props }: SearchRecord, bodies: Bodies): string =>
  renderToString(searchRecord(props, bodies));
