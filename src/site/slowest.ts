/** A page, and how long its layout took: the path of its file, and milliseconds. */
export type PageTime = readonly [page: string, milliseconds: number];

/** How many are worth showing. */
const SHOWN = 5;

/** The pages that took longest, slowest first. */
export function slowestOf(times: readonly PageTime[]): PageTime[] {
  return [...times].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
}
