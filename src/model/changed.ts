import { type Article, isOut } from "./publication.ts";
import type { Moment } from "./time.ts";

/** When an article was last changed: by its last update, correction or post, where that is later than its date. */
export function changedAt({
  date,
  updated,
  corrections,
  live,
}: Pick<Article, "date" | "updated" | "corrections" | "live">): Moment {
  let last = date;
  if (updated && updated.epochMs > last.epochMs) last = updated;
  for (const correction of corrections) if (correction.date.epochMs > last.epochMs) last = correction.date;
  if (live && live.posts[0].at.epochMs > last.epochMs) last = live.posts[0].at;
  return last;
}

/** The newest change of articles that are out; undefined where none is. */
export function lastChangeOf(articles: readonly Article[]): Moment | undefined {
  let last: Moment | undefined;
  for (const article of articles) {
    const change = isOut(article) ? changedAt(article) : undefined;
    if (change && (last === undefined || change.epochMs > last.epochMs)) last = change;
  }
  return last;
}
