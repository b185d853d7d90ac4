import { join } from "node:path";
import { close, createIndex } from "pagefind";
import { SEARCH_INDEX } from "../model/urls.ts";
import type { SearchRecord } from "../pages/search-records.ts";

/** Indexes the records into a folder of the site with Pagefind. Throws what Pagefind reports. */
export async function writeSearchIndex(records: readonly SearchRecord[], folder: string): Promise<void> {
  try {
    const { index, errors } = await createIndex({});
    if (!index) throw new Error(`Pagefind made no index: ${errors.join("; ")}`);
    for (const { url, html } of records) failOn((await index.addHTMLFile({ url, content: html })).errors, url);
    failOn((await index.writeFiles({ outputPath: join(folder, SEARCH_INDEX) })).errors, "the index");
  } finally {
    await close();
  }
}

/** Pagefind answers with errors instead of throwing them. */
function failOn(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`Pagefind could not take ${what}: ${errors.join("; ")}`);
}
