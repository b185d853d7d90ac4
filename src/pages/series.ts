import type { SeriesNoteProps } from "../../layouts/parts/SeriesNote.tsx";
import { lastChangeOf } from "../model/changed.ts";
import type { Series } from "../model/newsroom.ts";
import type { Article, Listing, Publication } from "../model/publication.ts";
import { FRONT, SERIES_INDEX, seriesUrl } from "../model/urls.ts";
import { directory } from "./directories.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { structuredData } from "./json-ld.ts";
import { collectionPage } from "./json-ld-of-pages.ts";
import { type HtmlPage, type PlannedPage, planned } from "./page.ts";
import { storyCard } from "./story-props.ts";

/** `/series/…/`: the stories of a series in the order in which they are read. And `/series/`, where there is one. */
export function seriesPages(edition: Edition): PlannedPage<HtmlPage>[] {
  const { series } = edition.publication;
  if (series.length === 0) return [];
  return [
    planned(SERIES_INDEX, () => seriesIndexPage(edition)),
    ...series.map((listing) =>
      planned(
        seriesUrl(listing.subject.slug),
        () => seriesPage(edition, listing),
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

function seriesPage(edition: Edition, { subject, articles }: Listing<Series>): HtmlPage {
  const { settings } = edition.publication;
  const words = wordsOf(edition);
  const { name, slug, description } = subject;
  const url = seriesUrl(slug);
  const ways = [
    { name: words.home, url: FRONT },
    { name: words.series.heading, url: SERIES_INDEX },
    { name, url },
  ];
  return {
    kind: "html",
    url,
    layout: "list",
    props: {
      frame: frameOf(edition, {
        sheet: "list",
        url,
        title: name,
        description: description ?? words.from(name, settings.title),
        jsonLd: structuredData(collectionPage({ name, description, url, ways }, settings)),
      }),
      label: words.series.label,
      heading: name,
      description,
      count: articles.length,
      ways: [],
      stories: articles.map((article) => storyCard(article, settings)),
      pager: {},
      years: [],
    },
  };
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
