import type { SeriesNoteProps } from "../../layouts/parts/SeriesNote.tsx";
import { lastChangeOf } from "../model/changed.ts";
import type { Series } from "../model/newsroom.ts";
import type { Article, Listing, Publication } from "../model/publication.ts";
import { SERIES_INDEX, type SitePath, seriesUrl } from "../model/urls.ts";
import { directory } from "./directories.ts";
import { type Edition, wordsOf } from "./frame.ts";
import { listPage } from "./lists.ts";
import { type HtmlPage, type PlannedPage, planned } from "./page.ts";

/** `/series/…/`: the stories of a series in the order in which they are read. And `/series/`, where there is one. */
export function seriesPages(edition: Edition): PlannedPage<HtmlPage>[] {
  const { series } = edition.publication;
  if (series.length === 0) return [];
  return [
    planned(SERIES_INDEX, () => seriesIndexPage(edition)),
    ...series.map((listing) =>
      planned(
        seriesUrl(listing.subject.slug),
        (url) => seriesPage(edition, listing, url),
        undefined,
        () => lastChangeOf(listing.articles),
      ),
    ),
  ];
}

function seriesIndexPage(edition: Edition): HtmlPage {
  const { series, settings } = edition.publication;
  const { heading, every } = wordsOf(edition).series;
  return directory(edition, {
    url: SERIES_INDEX,
    heading,
    description: every(settings.title),
    entries: series.map(({ subject: { name, slug, description }, articles }) => ({
      name,
      url: seriesUrl(slug),
      description,
      storyCount: articles.length,
    })),
  });
}

function seriesPage(edition: Edition, { subject, articles }: Listing<Series>, url: SitePath): HtmlPage {
  const { heading, label } = wordsOf(edition).series;
  const { name, description } = subject;
  const above = { name: heading, url: SERIES_INDEX };
  const list = { url, above, label, heading: name, description, articles, counted: true };
  return listPage(edition, list, { number: "first", items: articles }, url);
}

/** The parts of the series that a story belongs to, in the order in which they are read. */
export const partsOf = ({ series }: Publication, story: Article): readonly Article[] =>
  story.series ? (series.find(({ subject }) => subject === story.series)?.articles ?? []) : [];

/** Where a story stands among the parts of its series. Undefined for a story without one. */
export function seriesNote({ series }: Article, parts: readonly Article[], place: number): SeriesNoteProps | undefined {
  if (!series) return undefined;
  const part = (article: Article | undefined) => article && { headline: article.title, url: article.url };
  return {
    name: series.name,
    url: seriesUrl(series.slug),
    part: place + 1,
    of: parts.length,
    previous: part(parts[place - 1]),
    next: part(parts[place + 1]),
  };
}
