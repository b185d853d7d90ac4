import type { Moved } from "./newsroom.ts";
import type { Publication } from "./publication.ts";
import { authorUrl, type SitePath, sectionUrl, seriesUrl, staticPageUrl, tagUrl } from "./urls.ts";

/** An address that a page had before. */
export interface Redirect {
  readonly from: SitePath;
  readonly to: SitePath;
  /** What the page there is called. */
  readonly title: string;
  /** Of the title, where it is not the site's. */
  readonly language?: string | undefined;
}

/**
 * Every redirect to something shown: those of a story that is not are not there either. Pages of which there are few come
 * first, then stories, newest first, and last the tombstones of those that were taken back.
 */
export function redirectsOf(publication: Publication): Redirect[] {
  const { settings, articles, tombstones, authors, pages, sections, series, tags } = publication;
  const leadingTo = (to: SitePath, title: string, { formerly }: Moved): Redirect[] =>
    formerly.map((from) => ({ from, to, title }));
  return [
    ...sections.flatMap(({ subject }) => leadingTo(sectionUrl(subject.slug), subject.name, subject)),
    ...tags.flatMap(({ subject }) => leadingTo(tagUrl(subject.slug), subject.name, subject)),
    ...series.flatMap(({ subject }) => leadingTo(seriesUrl(subject.slug), subject.name, subject)),
    ...authors.flatMap(({ subject }) => leadingTo(authorUrl(subject.slug), subject.name, subject)),
    ...pages.flatMap((page) => leadingTo(staticPageUrl(page.slug), page.title, page)),
    ...[...articles, ...tombstones].flatMap(({ url, title, language, formerly }) =>
      formerly.map((from) => ({
        from,
        to: url,
        title,
        language: language === settings.language ? undefined : language,
      })),
    ),
  ];
}
