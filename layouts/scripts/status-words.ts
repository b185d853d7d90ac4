import type { Found } from "./find.ts";

/** What a reader is told of an answer. */
export function statusOf({ total, isWhole, missing, joining }: Omit<Found, "stories">, words: string): string {
  const about = words === "" ? "" : ` for “${words}”`;
  const notes = [
    ...(joining ? ["Searching older stories…"] : []),
    ...(missing.length > 0 ? [`The stories of ${missing.join(", ")} could not be searched; try again.`] : []),
  ];
  if (total === 0 && !isWhole) return notes.join(" ");
  const advice = total === 0 ? ["Try fewer words or filters."] : [];
  return [`${isWhole ? "" : "At least "}${counted(total)}${about}`, ...advice, ...notes].join(". ");
}

/** "No stories", "1 story", "12 stories". */
export const counted = (stories: number): string =>
  stories === 0 ? "No stories" : stories === 1 ? "1 story" : `${stories} stories`;
