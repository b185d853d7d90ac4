import type { Bodies } from "../model/newsroom.ts";
import type { Page, PlannedPage } from "../pages/page.ts";
import { printBatch } from "./eleventy.ts";
import { keyOf } from "./page-key.ts";

/** Eleventy keeps all that it makes until its run has ended, so it is given so many pages a run. */
const BATCH = 500;

/** Prints pages of a flatplan, by their places in it, into a folder. Resolves with their keys. */
export async function printPages(
  plan: readonly PlannedPage[],
  places: readonly number[],
  bodies: Bodies,
  folder: string,
): Promise<string[]> {
  const keys: string[] = [];
  for (let start = 0; start < places.length; start += BATCH) {
    const pages = places.slice(start, start + BATCH).map((place) => pageAt(plan, place));
    await printBatch(pages, bodies, folder);
    for (const page of pages) keys.push(keyOf(page));
  }
  return keys;
}

function pageAt(plan: readonly PlannedPage[], place: number): Page {
  const page = plan[place];
  if (!page) throw new RangeError(`There is no page ${place} in a plan of ${plan.length}`);
  return page.make();
}
