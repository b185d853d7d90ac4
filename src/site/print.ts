import type { Inserts } from "../model/inserts.ts";
import type { Page } from "../pages/page.ts";
import { printBatch } from "./eleventy.ts";
import type { PageTime } from "./slowest.ts";

/** Prints pages, each of them as JSON, into a folder. Resolves with the pages whose layouts took longest. */
export async function printPages(pages: readonly string[], inserts: Inserts, folder: string): Promise<PageTime[]> {
  // What a page shows survives the round trip: see `Page`.
  const made = pages.map((page) => JSON.parse(page) as Page);
  return printBatch(made, inserts, folder);
}
