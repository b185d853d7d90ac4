import { closesAt } from "./discussion.ts";
import { endOfNews } from "./news-window.ts";
import type { Newsroom, WrittenArticle } from "./newsroom.ts";

/** The times (milliseconds since 1970 UTC) between which nothing changes by itself: from the first on, before the second. */
export interface TimeSpan {
  readonly from: number;
  readonly before: number;
}

/** When something last changed by itself before `now`, and when something will next. */
export function timeSpanOf(newsroom: Newsroom, now: number): TimeSpan {
  let [from, before] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  for (const time of turningPoints(newsroom, () => true)) {
    if (time <= now) from = Math.max(from, time);
    else before = Math.min(before, time);
  }
  return { from, before };
}

/** When readers will next have something else to see than at `now`. Undefined when they never will. */
export function nextChangeAfter(newsroom: Newsroom, now: number): number | undefined {
  let next: number | undefined;
  for (const time of turningPoints(newsroom, isForReaders)) {
    if (time > now && (next === undefined || time < next)) next = time;
  }
  return next;
}

const isForReaders = ({ draft, retracted }: WrittenArticle): boolean => !draft && !retracted;

export const isWithin = (time: number, { from, before }: TimeSpan): boolean => from <= time && time < before;

/** The times (milliseconds since 1970 UTC) at which something changes by itself, in no order. */
function* turningPoints(
  { articles, front, settings }: Newsroom,
  counts: (article: WrittenArticle) => boolean,
): Generator<number> {
  if (front.lead?.until) yield front.lead.until.epochMs;
  if (front.banner) yield front.banner.until.epochMs;
  for (const article of articles) {
    if (!counts(article)) continue;
    const { date, updated, expires, corrections, retracted, sponsored, live } = article;
    yield date.epochMs;
    // Advertisements never are.
    if (!sponsored) yield endOfNews(date.epochMs);
    if (expires) yield expires.epochMs;
    const closes = closesAt(article, settings);
    if (closes !== undefined) yield closes;
    // From then on these are no problem any more.
    if (updated) yield updated.epochMs;
    if (retracted) yield retracted.date.epochMs;
    for (const correction of corrections) yield correction.date.epochMs;
    if (live) for (const { at } of live.posts) yield at.epochMs;
  }
}
