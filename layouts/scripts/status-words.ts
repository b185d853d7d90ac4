import type { Found } from "./find.ts";

/** What a reader is told of an answer. */
export function statusOf({ total, isWhole, missing, joining, older }: Omit<Found, "stories">, words: string): string {
  const isExact = isWhole || (older !== undefined && missing.length === 0);
  const notes = [
    ...(joining ? ["Searching older stories…"] : []),
    ...(missing.length > 0 ? [`The stories of ${missing.join(", ")} could not be searched; try again.`] : []),
  ];
  if (total === 0 && !isExact) return notes.join(" ");
  const count = `${counted(total)}${words === "" ? "" : ` for “${words}”`}`;
  if (total === 0) return `${count}${older ? ` since ${older.since}` : ""}. Try fewer words or filters.`;
  const found = isExact ? count : `At least ${count}`;
  return [older ? `Best matches since ${older.since}: ${lowerFirst(found)}` : found, ...notes].join(". ");
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "No stories", "1 story", "12 stories". */
export const counted = (stories: number): string =>
  stories === 0 ? "No stories" : stories === 1 ? "1 story" : `${stories} stories`;
