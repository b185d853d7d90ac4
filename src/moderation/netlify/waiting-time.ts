/** Milliseconds before the second try, the third, and so on. */
const PAUSES = [1_000, 4_000, 15_000, 30_000] as const;

/** How often one thing is asked, the first time included. */
export const TRIES = PAUSES.length + 1;

/** Milliseconds. Netlify counts by the minute; whoever asks for more is not waited for longer. */
const LONGEST = 2 * 60 * 1000;

/**
 * How long to wait after the `tried`th try (from 1), in milliseconds: as long as the host asks for, in seconds or until a
 * date (`Retry-After`, RFC 9110, 10.2.3; Netlify's `X-RateLimit-Reset`, in seconds since 1970), but never less than
 * a growing pause of ours, nor more than two minutes. `now` is in milliseconds since 1970.
 */
export function waitingTime(tried: number, headers: Headers | undefined, now: number): number {
  const pause = PAUSES[tried - 1] ?? PAUSES[PAUSES.length - 1] ?? 0;
  return Math.min(LONGEST, Math.max(pause, (headers && asked(headers, now)) ?? 0));
}

function asked(headers: Headers, now: number): number | undefined {
  const after = headers.get("retry-after")?.trim();
  if (after !== undefined) {
    const wait = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now;
    if (Number.isFinite(wait)) return wait;
  }
  const reset = headers.get("x-ratelimit-reset")?.trim() ?? "";
  const isSpent = headers.get("x-ratelimit-remaining")?.trim() === "0";
  return isSpent && /^\d{1,12}$/.test(reset) ? Number(reset) * 1000 - now : undefined;
}
