import type { SearchFilterValue } from "../../layouts/search.tsx";
import type { Facet } from "../../layouts/search-lists.ts";
import type { Article, Publication } from "../model/publication.ts";
import type { SearchPartition } from "../model/search-partitions.ts";
import { facetNames } from "./search-lists.ts";

/** What a search can be narrowed to: the names that have stories, in the order of the form. */
export function filterValues(
  { settings, sections, tags, authors, years }: Publication,
  partitions: readonly SearchPartition<Article>[],
): Record<Facet, readonly SearchFilterValue[]> {
  const byName = new Intl.Collator(settings.language).compare;
  const namesOf = (listings: readonly { readonly subject: { readonly name: string } }[]) =>
    listings.map(({ subject }) => subject.name);
  const values = (facet: Facet, names: readonly string[]) => {
    const counts = countNames(partitions, facetNames[facet]);
    return [...new Set(names)].flatMap((name) => filterValue(name, counts.get(name)));
  };
  return {
    section: values("section", namesOf(sections)),
    tag: values("tag", namesOf(tags).sort(byName)),
    author: values("author", namesOf(authors).sort(byName)),
    year: values(
      "year",
      years.map(({ year }) => String(year)),
    ),
  };
}

/** How many stories of each partition have each name. */
function countNames(
  partitions: readonly SearchPartition<Article>[],
  namesOf: (article: Article) => readonly string[],
): Map<string, number[]> {
  const counts = new Map<string, number[]>();
  for (const [at, { stories }] of partitions.entries()) {
    for (const name of stories.flatMap((story) => [...new Set(namesOf(story))])) {
      const its = counts.get(name) ?? partitions.map(() => 0);
      its[at] = (its[at] ?? 0) + 1;
      counts.set(name, its);
    }
  }
  return counts;
}

function filterValue(name: string, counts: readonly number[] = []): SearchFilterValue[] {
  const storyCount = counts.reduce((sum, count) => sum + count, 0);
  if (storyCount === 0) return [];
  const partitions = counts.map((count) => (count > 0 ? "1" : "0")).join("");
  return [{ name, storyCount, ...(partitions.includes("0") ? { partitions } : {}) }];
}
