import { type Article, isOut, type Publication } from "../../../model/publication.ts";
import { monthOf, yearOf } from "../../../model/time.ts";
import { month2, year4 } from "../../../model/urls.ts";

/** How many stories there are of something. */
export interface Count {
  readonly name: string;
  readonly stories: number;
}

/** What of the archive is drawn: stories that are out. */
export interface ArchiveCounts {
  /** From the first month to the last, those without a story too; named `2020-04`. */
  readonly months: readonly Count[];
  /** Most stories first. */
  readonly sections: readonly Count[];
  /** Likewise; a story of two authors counts for both. */
  readonly authors: readonly Count[];
  readonly topics: TopicsOverTime;
}

/** How often topics were written about. */
export interface TopicsOverTime {
  /** From the first to the last, each as its counts are named. */
  readonly periods: readonly string[];
  /** Those with the most stories, first; of each, the stories of every period, in their order. */
  readonly topics: readonly { readonly name: string; readonly stories: readonly number[] }[];
}

const MOST_AUTHORS = 12;
const MOST_TOPICS = 6;

/** Counts the stories of a publication that are out. */
export function countArchive({ articles, sections, authors, tags }: Publication): ArchiveCounts {
  const out = articles.filter(isOut);
  const counted = (listings: readonly Listed[]) => mostFirst(listings.map(countOf));
  return {
    months: storiesAMonth(out),
    sections: counted(sections),
    authors: counted(authors).slice(0, MOST_AUTHORS),
    topics: topicsOverTime(out, mostFirst(tags.map(countOf)).slice(0, MOST_TOPICS)),
  };
}

interface Listed {
  readonly subject: { readonly name: string };
  readonly articles: readonly Article[];
}

const countOf = ({ subject: { name }, articles }: Listed): Count => ({ name, stories: articles.filter(isOut).length });

const mostFirst = (counts: readonly Count[]): Count[] =>
  counts.filter(({ stories }) => stories > 0).sort((a, b) => b.stories - a.stories || (a.name < b.name ? -1 : 1));

type Dated = Pick<Article, "date">;

/** Of stories, newest first: how many came out in each month, in the site's zone. */
export function storiesAMonth(stories: readonly Dated[]): Count[] {
  const counts = Map.groupBy(stories, ({ date }) => monthName(yearOf(date), monthOf(date)));
  return monthsOf(stories).map((name) => ({ name, stories: counts.get(name)?.length ?? 0 }));
}

const monthName = (year: number, month: number) => `${year4(year)}-${month2(month)}`;

function monthsOf(stories: readonly Dated[]): string[] {
  const [newest, oldest] = [stories[0], stories.at(-1)];
  if (!newest || !oldest) return [];
  const first = yearOf(oldest.date) * 12 + monthOf(oldest.date) - 1;
  const last = yearOf(newest.date) * 12 + monthOf(newest.date) - 1;
  return Array.from({ length: last - first + 1 }, (_, index) =>
    monthName(Math.floor((first + index) / 12), ((first + index) % 12) + 1),
  );
}

/** A topic's stories by year, or by month where all of it is within two years. Topics are named as their tags are. */
export function topicsOverTime(
  stories: readonly Pick<Article, "date" | "tags">[],
  topics: readonly Pick<Count, "name">[],
): TopicsOverTime {
  const months = monthsOf(stories);
  const letters = months.length > 24 ? "2020".length : "2020-04".length;
  const periods = [...new Set(months.map((month) => month.slice(0, letters)))];
  const places = new Map(periods.map((period, place) => [period, place]));
  const counts = new Map(topics.map(({ name }) => [name, periods.map(() => 0)]));
  for (const { date, tags } of stories) {
    const place = places.get(monthName(yearOf(date), monthOf(date)).slice(0, letters)) ?? 0;
    for (const { name } of tags) {
      const ofTopic = counts.get(name);
      if (ofTopic) ofTopic[place] = (ofTopic[place] ?? 0) + 1;
    }
  }
  return { periods, topics: [...counts].map(([name, ofTopic]) => ({ name, stories: ofTopic })) };
}
