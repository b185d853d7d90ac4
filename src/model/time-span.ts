import type { Newsroom } from "./newsroom.ts";

/** The times (milliseconds since 1970 UTC) between which no story comes out: from the first on, and before the second. */
export interface TimeSpan {
  readonly from: number;
  readonly before: number;
}

/** When a story came out last before `now`, and when one will come out next. */
export function timeSpanOf(newsroom: Newsroom, now: number): TimeSpan {
  let [from, before] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  for (const { date } of newsroom.articles) {
    if (date.epochMs <= now) from = Math.max(from, date.epochMs);
    else before = Math.min(before, date.epochMs);
  }
  return { from, before };
}

export const isWithin = (time: number, { from, before }: TimeSpan): boolean => from <= time && time < before;
