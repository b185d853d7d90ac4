import type { Found } from "./find.ts";
import { words } from "./site-words.ts";

const { answers } = words;

/** What a reader is told of an answer. */
export function statusOf({ total, isWhole, missing, joining, older }: Omit<Found, "stories">, query: string): string {
  const isExact = isWhole || (older !== undefined && missing.length === 0);
  const notes = [
    ...(joining ? [answers.searchingOlder] : []),
    ...(missing.length > 0 ? [answers.missing(missing.join(", "))] : []),
  ];
  if (total === 0 && !isExact) return notes.join(" ");
  if (total === 0) {
    const none = older ? answers.noneSince(query, older.since) : answers.none(query);
    return [none, answers.tryOthers].join(answers.stop);
  }
  const count = answers.found(words.stories(total), query);
  const found = isExact ? count : answers.atLeast(count);
  return [older ? answers.bestSince(older.since, found) : found, ...notes].join(answers.stop);
}
