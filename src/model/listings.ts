import type { Series } from "./newsroom.ts";
import type { Article, Listing, Year } from "./publication.ts";
import type { Slug } from "./slugs.ts";
import { monthOf, yearOf } from "./time.ts";

/** Subjects with the articles under each, in their order. */
export function listings<Subject extends { readonly slug: Slug }>(
  subjects: readonly Subject[],
  articles: readonly Article[],
  subjectsOf: (article: Article) => readonly Subject[],
): Listing<Subject>[] {
  const under = new Map<Slug, Article[]>(subjects.map((subject) => [subject.slug, []]));
  for (const article of articles) for (const subject of subjectsOf(article)) under.get(subject.slug)?.push(article);
  return subjects.map((subject) => ({ subject, articles: under.get(subject.slug) ?? [] }));
}

/** A series without a story that is shown has no page either: nothing could lead to it. */
export function seriesOf(series: readonly Series[], articles: readonly Article[]): Listing<Series>[] {
  const bySeries = Map.groupBy(
    articles.filter((article) => article.series),
    (article) => article.series,
  );
  return series.flatMap((subject) => {
    const newestFirst = bySeries.get(subject);
    return newestFirst ? [{ subject, articles: newestFirst.toReversed() }] : [];
  });
}

/** Articles by the year and the month in which they came out. */
export function archive(articles: readonly Article[]): Year[] {
  const byYear = Map.groupBy(articles, (article) => yearOf(article.date));
  return [...byYear].map(([year, ofYear]) => {
    const byMonth = Map.groupBy(ofYear, (article) => monthOf(article.date));
    return { year, months: [...byMonth].map(([month, ofMonth]) => ({ year, month, articles: ofMonth })) };
  });
}
