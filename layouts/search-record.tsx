import type { Bodies, BodyHash } from "../src/model/newsroom.ts";
import { Prose } from "./parts/Prose.tsx";

/** A story as the search index takes it: its words with their headings, and what it can be narrowed to and sorted by. */
export interface SearchRecordProps {
  /** By whose rules the endings of words are taken off; the same for every story of a site. */
  readonly language: string;
  /** The story's language, where it is not the site's. */
  readonly writtenIn?: string;
  readonly title: string;
  readonly standfirst: string;
  readonly body: BodyHash;
  readonly section: string;
  /** What a result shows in the section's place. */
  readonly label?: string;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly year: string;
  /** As a result shows it. */
  readonly date: string;
  /** Milliseconds since 1970, for the order. */
  readonly sortKey: string;
}

// Pagefind reads filters and metadata from ignored elements too, but leaves their words out (pagefind.app/docs).
export const searchRecord = (record: SearchRecordProps, bodies: Bodies) => (
  <html lang={record.language}>
    <body data-pagefind-body>
      <h1>{record.title}</h1>
      <p>{record.standfirst}</p>
      <Prose body={record.body} bodies={bodies} language={record.language} />
      <div data-pagefind-ignore>
        <span data-pagefind-filter="section">{record.section}</span>
        {record.tags.map((tag) => (
          <span data-pagefind-filter="tag">{tag}</span>
        ))}
        {record.authors.map((author) => (
          <span data-pagefind-filter="author">{author}</span>
        ))}
        <span data-pagefind-filter="year">{record.year}</span>
        <span data-pagefind-meta="section">{record.label ?? record.section}</span>
        <span data-pagefind-meta="date">{record.date}</span>
        {record.writtenIn && <span data-pagefind-meta="language">{record.writtenIn}</span>}
        <span data-pagefind-sort="date">{record.sortKey}</span>
      </div>
    </body>
  </html>
);
