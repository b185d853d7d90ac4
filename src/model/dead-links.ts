import type { Newsroom, WrittenArticle } from "./newsroom.ts";
import { once } from "./once.ts";
import type { PublishedLast } from "./published-stories.ts";
import type { Slug } from "./slugs.ts";
import { type Moment, monthOf, yearOf } from "./time.ts";
import { monthUrl, SERIES_INDEX, type SitePath, seriesUrl, yearUrl } from "./urls.ts";
import { writtenUrl } from "./written-url.ts";

/** Picks from the addresses that a text links to those where nothing stands, because no shown story does. */
export function findDeadLinks(newsroom: Newsroom, shown: readonly WrittenArticle[], { stories }: PublishedLast) {
  const urlOf = (story: WrittenArticle) => {
    const known = stories.get(story.file);
    return known?.written === story ? known.article.url : writtenUrl(story);
  };
  const there = once(() => {
    const standing = [...shown, ...newsroom.articles.filter(({ retracted, draft }) => retracted && !draft)];
    return new Set([...standing.map(urlOf), ...listsThatComeWith(shown)]);
  });
  return (linksTo: readonly SitePath[]): readonly SitePath[] =>
    linksTo.length === 0 ? linksTo : linksTo.filter((address) => !there().has(address));
}

/** The pages that are there while this story is, or another like it: the archives of its time, and its series. */
export const pagesThatComeWith = ({ date, series }: Pick<WrittenArticle, "date" | "series">): readonly SitePath[] => [
  yearUrl(yearOf(date)),
  monthUrl(yearOf(date), monthOf(date)),
  ...(series ? [SERIES_INDEX, seriesUrl(series)] : []),
];

/** The same of many stories: each list once. */
export function listsThatComeWith(stories: readonly Pick<WrittenArticle, "date" | "series">[]): ReadonlySet<SitePath> {
  const [months, series] = [new Map<string, Moment>(), new Set<Slug>()];
  for (const story of stories) {
    months.set(story.date.iso.slice(0, 7), story.date);
    if (story.series) series.add(story.series);
  }
  return new Set([
    ...[...months.values()].flatMap((date) => pagesThatComeWith({ date })),
    ...[...series].flatMap((slug) => [SERIES_INDEX, seriesUrl(slug)]),
  ]);
}
