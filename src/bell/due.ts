/** How often the bell looks at the clock, in milliseconds. The schedules in `netlify/functions` and `.github` say the same. */
export const TICK = 10 * 60 * 1000;

/**
 * Whether to ring for a change of the site that is due at `next` when it is `now` (milliseconds since 1970 UTC): in the
 * tick in which it falls due, and 1, 2, 4, 8 … ticks later, for as long as the site that is up still has the change
 * before it. So a build that fails, or takes long, is asked for less and less often, and nothing has to remember when the
 * bell last rang. Of any three ticks on end after the change, one rings.
 */
export function isTimeToRing(next: number | null, now: number): boolean {
  if (next === null || next > now) return false;
  const ticks = Math.floor((now - next) / TICK);
  return ticks === 0 || Number.isInteger(Math.log2(ticks));
}

/** What a site's `/next-change.json` says: milliseconds since 1970 UTC, null for never, or why it says nothing. */
export function readNextChange(text: string): number | null | { readonly wrong: string } {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return { wrong: `is no JSON (it begins with ${shortened(text)})` };
    throw error;
  }
  const next = typeof told === "object" && told !== null && "next" in told ? told.next : undefined;
  if (next === null) return null;
  // Only as a build writes it: Date would take half of all nonsense for a time.
  const time = typeof next === "string" ? Date.parse(next) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString() === next) return time;
  return { wrong: `says no time after "next" (${shortened(text)})` };
}

/** The beginning of a text, in quotes, on one line. */
const shortened = (text: string): string => JSON.stringify(text.slice(0, 60));
