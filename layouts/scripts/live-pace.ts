/** Milliseconds between two looks at what is new. */
const USUAL = 30_000;
/** A reader who saves data waits longer, and so does one whose looks fail, in the end. */
const SAVING = 120_000;
const SLOWEST = 600_000;

/** How long to wait before the next look. `failures` counts those that have failed in a row. */
export function paceOf(failures: number, savesData: boolean): number {
  return Math.min((savesData ? SAVING : USUAL) * 2 ** failures, SLOWEST);
}

/**
 * How many of the posts (newest first) stand above the first that the reader has. A post further down that is not known
 * has most likely a new headline, and is none to call somebody for.
 */
export function newAbove(posts: readonly string[], known: ReadonlySet<string>): number {
  const first = posts.findIndex((id) => known.has(id));
  return first === -1 ? posts.length : first;
}
