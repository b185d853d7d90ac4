import { renderToString } from "preact-render-to-string";
import { searchRecord } from "../../layouts/search-record.tsx";
import type { Bodies } from "../model/newsroom.ts";
import type { Publication } from "../model/publication.ts";
import { type Moment, printShort, yearOf } from "../model/time.ts";
import type { SitePath } from "../model/urls.ts";

/** What the search index is told of one address. */
export interface SearchRecord {
  readonly url: SitePath;
  /** When the story appeared, which decides the partition that it goes to. */
  readonly date: Moment;
  readonly html: string;
}

/** A record a story, oldest first: the same stories in the same order give the same index, byte for byte. */
export function searchRecords({ articles, settings }: Publication, bodies: Bodies): SearchRecord[] {
  return articles
    .map((article) => ({
      url: article.url,
      date: article.date,
      html: renderToString(
        searchRecord(
          {
            language: settings.language,
            title: article.title,
            standfirst: article.summary,
            body: article.body,
            section: article.section.name,
            tags: article.tags.map(({ name }) => name),
            authors: article.authors.map(({ name }) => name),
            year: String(yearOf(article.date)),
            date: printShort(article.date, settings.timeZone, settings.language).words,
            sortKey: String(article.date.epochMs),
          },
          bodies,
        ),
      ),
    }))
    .reverse();
}
