import { browse } from "./browse.ts";
import type { Filters } from "./engine/messages.ts";
import { type FoundStory, storyOfPagefind } from "./found-story.ts";
import { type Order, openIndex, searchIndex } from "./search-engine.ts";
import {
  countOf,
  failuresOf,
  hasReached,
  isWhole,
  type Match,
  type Partition,
  reachFurther,
  startWalk,
  type Walk,
  walkBest,
  walkNewest,
} from "./walk.ts";

/** Where the next page of results starts. Made by `find`, and only handed back to it. */
export type Cursor = Walk<FoundStory>;

export interface Found {
  /** How many stories match, as far as has been searched. */
  readonly total: number;
  /** Whether the total is that of the whole site. */
  readonly isWhole: boolean;
  /** Partitions that could not be searched. */
  readonly missing: readonly string[];
  /** The next stories of the list: none of them goes above one that was found before. */
  readonly stories: readonly FoundStory[];
  /** Absent when there are no more. */
  readonly next?: Cursor | undefined;
  /** Where to go on at once, because older stories that may match better have not been asked yet. */
  readonly joining?: Cursor | undefined;
  /** Absent unless the search for the best match has stopped before older stories, which cost as much again. */
  readonly older?: Older | undefined;
}

export interface Older {
  /** Goes on with some of them. */
  readonly cursor: Cursor;
  /** The month from which on everything has been searched, in words. */
  readonly since: string;
  /** Their years, such as "2016–2023". */
  readonly years: string;
}

/** What is looked for, and where. */
export interface Question {
  readonly words: string;
  readonly filters: Filters;
  /** `recent` is the best match within the newest partition that has any, then within older ones. */
  readonly order: Order | "recent";
  /** Those that may have such stories, newest first. */
  readonly partitions: readonly Partition[];
  /** How many stories the filters let through, where the build has counted them. */
  readonly known?: number | undefined;
  /** How many stories make a page, unless it is to be as usual. */
  readonly page?: number;
}

/**
 * Stories that match, one page of them. Without words, everything that the filters let through, newest first. The
 * indexes are loaded as they are needed, the newest before it by `loadIndex`. Rejects when none can be reached.
 */
export async function find(question: Question, cursor?: Cursor): Promise<Found> {
  const { words } = question;
  const known = words === "" ? question.known : undefined;
  // Without words no story is a better match than another, and there is no need to look at them all.
  const order = words === "" ? "newest" : question.order;
  const ask = (partition: Partition) => askPartition(partition, { ...question, order });
  const walk = cursor ?? startWalk<FoundStory>(question.partitions);
  const step = order === "relevance" ? await walkBest(walk, ask) : await walkNewest(walk, ask, question.page);
  const { names, reason } = failuresOf(step.walk);
  if (names.length > 0 && names.length === step.walk.answers.length && step.goOn !== "joining") throw reason;
  return {
    total: known ?? countOf(step.walk),
    isWhole: known !== undefined || (isWhole(step.walk) && names.length === 0),
    missing: names,
    stories: await Promise.all(step.matches.map(({ read }) => read())),
    next: step.goOn === "more" ? step.walk : undefined,
    joining: step.goOn === "joining" ? step.walk : undefined,
    older: order === "relevance" && hasReached(step.walk) ? olderThan(step.walk) : undefined,
  };
}

function olderThan(walk: Cursor): Older | undefined {
  const cursor = reachFurther(walk);
  const years = walk.partitions.slice(walk.reach).flatMap(({ year }) => year ?? []);
  const [newest] = years;
  const oldest = years.at(-1);
  return (
    cursor && {
      cursor,
      since: walk.partitions[walk.reach - 1]?.since ?? "",
      years: oldest === newest ? `${newest}` : `${oldest}–${newest}`,
    }
  );
}

async function askPartition({ name, year }: Partition, question: Question): Promise<Match<FoundStory>[]> {
  const { words, order } = question;
  const { year: askedYear, ...others } = question.filters;
  // All stories of a year's partition are of that year, and its list of years need not be loaded.
  const filters = year || !askedYear ? others : { ...others, year: askedYear };
  if (words === "") return browse(name, filters);
  const results = await searchIndex(name, words, filters, order);
  return results.map(({ score, data }) => ({ score, read: async () => storyOfPagefind(await data()) }));
}

/** Starts loading what a search of these partitions asks first. Rejects when it cannot be reached. */
export async function loadIndex([newest]: readonly Partition[]): Promise<void> {
  if (newest) await openIndex(newest.name);
}
