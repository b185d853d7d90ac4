import type { Inserts } from "../model/inserts.ts";
import type { Page } from "../pages/page.ts";
import { ELEVENTY_INPUT, printBatch } from "./eleventy.ts";
import type { PageFindings } from "./gate/findings.ts";
import type { Inspector } from "./gate/inspector.ts";
import type { PageTime } from "./slowest.ts";

/** What printing came to. */
export interface PrintedPages {
  /** Those whose layouts took longest. */
  readonly slowest: readonly PageTime[];
  readonly found: PageFindings;
}

/** Prints pages, each of them as JSON, into a folder, under the inspector's eyes. */
export async function printPages(
  pages: readonly string[],
  inserts: Inserts,
  folder: string,
  inspector: Inspector,
): Promise<PrintedPages> {
  // What a page shows survives the round trip: see `Page`.
  const made = pages.map((page) => JSON.parse(page) as Page);
  const slowest = await printBatch(made, inserts, folder, ELEVENTY_INPUT, (page, text) =>
    inspector.inspect(page, text),
  );
  return { slowest, found: inspector.take() };
}
