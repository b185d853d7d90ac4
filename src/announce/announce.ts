import type { Versions } from "../model/versions.ts";
import { afterTelling, changesSince } from "./changes.ts";
import { tellIndexNow } from "./index-now.ts";
import type { Telling } from "./telling.ts";
import { tellHub } from "./web-sub.ts";

export interface Announcement {
  /** False when somebody could not be told. */
  readonly ok: boolean;
  /** What was done, and what was not and why. */
  readonly lines: readonly string[];
  /** What to give as `before` the next time. */
  readonly remembered: Versions;
}

/**
 * Tells search engines and the hub what has changed on a site since it was as in `before`, and nothing else. Without a
 * `before` nobody knows what has changed, and nobody is told.
 */
export async function announce(before: Versions | undefined, now: Versions, telling: Telling): Promise<Announcement> {
  if (!before) {
    const line = "It is not known what the site was like before: from now on, changes are told.";
    return { ok: true, lines: [line], remembered: now };
  }
  const { pages, feeds } = changesSince(before, now);
  // Whom nobody is to be told of is not waiting to be told.
  const search = now.indexNow === undefined ? { untold: [] } : await tellIndexNow(now, pages, telling);
  const hub = now.hub === undefined ? { untold: [] } : await tellHub(now.hub, now.site, feeds, telling);
  const told = [
    now.indexNow === undefined
      ? undefined
      : `IndexNow was told of ${counted(pages.length - search.untold.length, "page")}`,
    now.hub === undefined ? undefined : `the hub of ${counted(feeds.length - hub.untold.length, "feed")}`,
  ].filter((part) => part !== undefined);
  const failures = [search.line, hub.line].filter((line) => line !== undefined);
  return {
    ok: failures.length === 0,
    lines: [`${capital(told.join(", ") || "nobody is to be told")}.`, ...failures],
    remembered: afterTelling(before, now, { pages: search.untold, feeds: hub.untold }),
  };
}

const counted = (count: number, one: string): string => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;
const capital = (line: string): string => line.charAt(0).toUpperCase() + line.slice(1);
