import { renderToString } from "preact-render-to-string";
import { languageOfText } from "../../layouts/forms/forms.tsx";
import { textForSearch } from "../../layouts/forms/plain-forms.tsx";
import { type SearchRecordProps, searchRecord } from "../../layouts/search-record.tsx";
import type { Bodies } from "../model/newsroom.ts";
import type { Article, Publication } from "../model/publication.ts";
import { type Moment, printShort, yearOf } from "../model/time.ts";
import { bodiesWithoutLinks } from "../model/unlinked.ts";
import { isUnspaced, spaceWords } from "../model/unspaced.ts";
import type { SitePath } from "../model/urls.ts";
import { labelOf } from "./story-props.ts";

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
  const indexedAs = indexLanguage(language);
  const recordOf = (article: Article): SearchRecord => ({
    url: article.url,
    date: article.date,
    props: {
      language: indexedAs,
      ...(article.language === language ? {} : { writtenIn: article.language }),
      title: article.title,
      standfirst: article.summary,
      body: article.body,
      section: article.section.name,
      ...labelled(article, language),
      tags: article.tags.map(({ name }) => name),
      authors: article.authors.map(({ name }) => name),
      year: String(yearOf(article.date)),
      date: printShort(article.date, timeZone, language).words,
      sortKey: String(article.date.epochMs),
    },
  });
  return articles.map(recordOf).reverse();
}

/** What a result shows above its headline, where it is not just the section: a story that was paid for says so. */
const labelled = (article: Article, language: string): Pick<SearchRecordProps, "label"> =>
  article.sponsored ? { label: labelOf(article, language) } : {};

/** The record as the index reads it: with spaces between words in every language. */
export function printRecord({ props }: SearchRecord, bodies: Bodies): string {
  const title = spaceWords(props.title);
  const standfirst = spaceWords(props.standfirst);
  const written = bodiesWithoutLinks(bodies).get(props.body);
  if (written === undefined) throw new Error(`No body with the hash ${props.body}`);
  const body = textForSearch(written, languageOfText(props.writtenIn ?? props.language));
  const spaced = isUnspaced(body) ? body.replace(TEXTS, spaceWords) : body;
  return renderToString(searchRecord({ ...props, title, standfirst }, new Map([[props.body, spaced]])));
}

/** What stands between tags. A body's tags are ours, and hold no `>` in their attributes. */
const TEXTS = /(?<=>)[^<]+/g;

// Languages without spaces have no endings for Pagefind to take off; the words of other languages that stand in such a
// newspaper are mostly English.
const WITHOUT_ENDINGS: ReadonlySet<string> = new Set(["zh", "ja", "th"]);

/**
 * The language by whose rules the index takes off the endings of words. One for all stories of a site, whatever they
 * are written in: each further one would be another engine and another index to load (docs/decisions/0018).
 */
function indexLanguage(language: string): string {
  return WITHOUT_ENDINGS.has(new Intl.Locale(language).language) ? "en" : language;
}
