import type { Bodies } from "../model/newsroom.ts";
import type { Page } from "../pages/page.ts";
import { printBatch } from "./eleventy.ts";

/** Prints pages, each of them as JSON, into a folder. */
export async function printPages(pages: readonly string[], bodies: Bodies, folder: string): Promise<void> {
  // What a page shows survives the round trip: see `Page`.
  await printBatch(
    pages.map((page) => JSON.parse(page) as Page),
    bodies,
    folder,
  );
}
