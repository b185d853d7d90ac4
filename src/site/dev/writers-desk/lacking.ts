import type { Publication } from "../../../model/publication.ts";
import { authorUrl, type SitePath, sectionUrl, seriesUrl, staticPageUrl, tagUrl } from "../../../model/urls.ts";

/** Things that lack something which a build does not insist on. */
export interface Lacking {
  /** What they lack, and what for. */
  readonly what: string;
  /** How many there are; `items` are the first of them. */
  readonly count: number;
  readonly items: readonly { readonly name: string; readonly url: SitePath; readonly file: string }[];
}

const AT_MOST = 10;

/**
 * What is left out that readers would miss. A story's summary, and the alternative text of every picture, cannot be:
 * without them there is a problem, and no edition.
 */
export function lackingIn(publication: Publication, shownAs: (file: string) => string): Lacking[] {
  const { articles, pages, tags, series, authors, settings } = publication;
  const tagsFile = shownAs("tags.yaml");
  const group = (what: string, items: Lacking["items"]): Lacking => ({
    what,
    count: items.length,
    items: items.slice(0, AT_MOST),
  });
  const withoutDescription = <Subject extends { readonly description?: string | undefined }>(all: readonly Subject[]) =>
    all.filter(({ description }) => description === undefined);
  return [
    group(
      "Pages without a summary, for search engines and shared links",
      pages
        .filter(({ summary }) => summary === undefined)
        .map(({ title, slug, file }) => ({ name: title, url: staticPageUrl(slug), file: shownAs(file) })),
    ),
    group("Sections without a description", [
      ...withoutDescription(settings.sections).map(({ name, slug }) => ({
        name,
        url: sectionUrl(slug),
        file: shownAs("settings.yaml"),
      })),
    ]),
    group(
      "Topics with stories and without a description",
      withoutDescription(tags.filter((tag) => tag.articles.length > 0).map(({ subject }) => subject)).map((tag) => ({
        name: tag.name,
        url: tagUrl(tag.slug),
        file: tagsFile,
      })),
    ),
    group(
      "Series without a description",
      withoutDescription(series.map(({ subject }) => subject)).map(({ name, slug }) => ({
        name,
        url: seriesUrl(slug),
        file: shownAs("series.yaml"),
      })),
    ),
    group(
      "People without a picture",
      authors
        .filter(({ subject }) => subject.type === "person" && !subject.picture)
        .map(({ subject }) => ({
          name: subject.name,
          url: authorUrl(subject.slug),
          file: shownAs(`authors/${subject.slug}.md`),
        })),
    ),
    group(
      "Stories without a picture",
      articles
        .filter(({ cover, figures }) => !cover && figures.length === 0)
        .map(({ title, url, file }) => ({ name: title, url, file: shownAs(file) })),
    ),
  ].filter(({ count }) => count > 0);
}
