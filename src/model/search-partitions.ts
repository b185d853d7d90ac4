import { type Moment, monthOf, yearOf } from "./time.ts";
import { month2, year4 } from "./urls.ts";

/** Stories that share one search index. */
export interface SearchPartition<Story> {
  /** Part of an address, such as `2026-11`, `2026`, `2025-h1` or `all`. */
  readonly name: string;
  /** The year of all its stories; absent where there is one partition for everything. */
  readonly year?: number;
  /** In the order in which they were given. */
  readonly stories: readonly Story[];
}

interface Dated {
  readonly date: Moment;
}

/** As many stories as one index holds well: more cost the build memory and the reader's first search time. */
export const FULL = 1500;

/** Months in a piece of a year, coarsest first, with the piece's name. */
const CUTS: readonly { readonly months: number; readonly name: (year: string, piece: number) => string }[] = [
  { months: 12, name: (year) => year },
  { months: 6, name: (year, piece) => `${year}-h${piece}` },
  { months: 3, name: (year, piece) => `${year}-q${piece}` },
  { months: 1, name: (year, piece) => `${year}-${month2(piece)}` },
];

/**
 * Cuts the stories by calendar, newest partition first: the month of the newest story, the rest of its year, then each
 * earlier year; fewer than `full` stories stay together. A year with more than `full` is cut into halves, quarters or
 * months, the coarsest that fit. A story of the newest month, new or changed, changes the first partition only.
 */
export function searchPartitions<Story extends Dated>(
  stories: readonly Story[],
  full: number = FULL,
): SearchPartition<Story>[] {
  if (stories.length === 0) return [];
  if (stories.length < full) return [{ name: "all", stories }];
  const newest = Math.max(...new Set(stories.map(monthNumber)));
  const isNewest = (story: Story) => monthNumber(story) === newest;
  const year = Math.floor(newest / 12);
  const older = Map.groupBy(
    stories.filter((story) => !isNewest(story)),
    ({ date }) => yearOf(date),
  );
  return [
    { name: `${year4(year)}-${month2((newest % 12) + 1)}`, year, stories: stories.filter(isNewest) },
    ...[...older].sort(([a], [b]) => b - a).flatMap(([ofYear, its]) => cutYear(ofYear, its, full)),
  ];
}

function cutYear<Story extends Dated>(year: number, stories: readonly Story[], full: number): SearchPartition<Story>[] {
  for (const { months, name } of CUTS) {
    const pieces = Map.groupBy(stories, ({ date }) => Math.ceil(monthOf(date) / months));
    const fits = [...pieces.values()].every((piece) => piece.length <= full);
    if (!fits && months > 1) continue;
    return [...pieces]
      .sort(([a], [b]) => b - a)
      .map(([piece, its]) => ({ name: name(year4(year), piece), year, stories: its }));
  }
  return [];
}

/** Months since the year 0, in the site's zone. */
const monthNumber = ({ date }: Dated): number => yearOf(date) * 12 + monthOf(date) - 1;
