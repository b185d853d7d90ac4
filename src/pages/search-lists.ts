import type { Facet, SearchStory } from "../../layouts/search-lists.ts";
import type { Article } from "../model/publication.ts";
import { type SearchPartition, searchPartitions } from "../model/search-partitions.ts";
import type { Settings } from "../model/settings.ts";
import { printShort, yearOf } from "../model/time.ts";
import { searchFacetsUrl, searchStoriesUrl } from "../model/urls.ts";
import type { Edition } from "./frame.ts";
import type { PlannedPage, TextPage } from "./page.ts";
import { labelOf } from "./story-props.ts";

// Ten results from ten files are the dearest page: of 20 stories each they weigh 24 KB, of 50 they would 53 KB (gzip).
const STORIES_PER_FILE = 20;

/** By which names a story can be found without a word. */
export const facetNames: Readonly<Record<Facet, (article: Article) => readonly string[]>> = {
  section: ({ section }) => [section.name],
  tag: ({ tags }) => tags.map(({ name }) => name),
  author: ({ authors }) => authors.map(({ name }) => name),
  year: ({ date }) => [String(yearOf(date))],
};

/** For each search partition, which stories have which names, and the stories themselves as results show them. */
export function searchListPages({ publication: { articles, settings } }: Edition): PlannedPage<TextPage>[] {
  return searchPartitions(articles).flatMap((partition) => [
    { kind: "json", url: searchFacetsUrl(partition.name), make: () => facetsPage(partition) },
    ...storiesPages(partition, settings),
  ]);
}

function facetsPage({ name, stories }: SearchPartition<Article>): TextPage {
  const places = (facet: Facet) => placesByName(stories.toReversed(), facetNames[facet]);
  return {
    kind: "json",
    url: searchFacetsUrl(name),
    layout: "search-facets",
    props: {
      stories: stories.length,
      storiesPerFile: STORIES_PER_FILE,
      facets: { section: places("section"), tag: places("tag"), author: places("author"), year: places("year") },
    },
  };
}

function placesByName(
  oldestFirst: readonly Article[],
  namesOf: (article: Article) => readonly string[],
): Record<string, readonly number[]> {
  const named = oldestFirst.flatMap((article, place) =>
    [...new Set(namesOf(article))].map((name) => ({ name, place })),
  );
  const byName = Map.groupBy(named, ({ name }) => name);
  return Object.fromEntries(
    [...byName].map(([name, its]) => [name, its.map(({ place }, at) => place - (its[at - 1]?.place ?? 0))]),
  );
}

/** Numbered from the oldest, so that a story at the newest end changes the last file only. */
function storiesPages({ name, stories }: SearchPartition<Article>, settings: Settings): PlannedPage<TextPage>[] {
  const oldestFirst = stories.toReversed();
  const files = Math.ceil(oldestFirst.length / STORIES_PER_FILE);
  return Array.from({ length: files }, (_, file) => {
    const its = oldestFirst.slice(file * STORIES_PER_FILE, (file + 1) * STORIES_PER_FILE);
    const url = searchStoriesUrl(name, file + 1);
    const make = (): TextPage => ({
      kind: "json",
      url,
      layout: "search-stories",
      props: { stories: its.map((article) => searchStory(article, settings)) },
    });
    return { kind: "json", url, make };
  });
}

/** A story as a result shows it. */
export const searchStory = (article: Article, { timeZone, language }: Settings): SearchStory => ({
  url: article.url,
  title: article.title,
  standfirst: article.summary,
  section: labelOf(article, language),
  date: printShort(article.date, timeZone, language).words,
  ...(article.language === language ? {} : { language: article.language }),
});
