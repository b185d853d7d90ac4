import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";
import { SEARCH_INDEX } from "../model/urls.ts";
import type { SearchRecord } from "../pages/search-records.ts";

/** Pagefind's ready-made interfaces, which no page here loads: 420 KB that every deploy would carry. */
const INTERFACES = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\./;

/** Indexes the records into a folder of the site with Pagefind. Throws what Pagefind reports. */
export async function writeSearchIndex(records: readonly SearchRecord[], folder: string): Promise<void> {
  try {
    const { index, errors } = await createIndex({});
    if (!index) throw new Error(`Pagefind made no index: ${errors.join("; ")}`);
    for (const { url, html } of records) failOn((await index.addHTMLFile({ url, content: html })).errors, url);
    const made = await index.getFiles();
    failOn(made.errors, "the index");
    for (const { path, content } of made.files) {
      if (INTERFACES.test(path)) continue;
      const file = join(folder, SEARCH_INDEX, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  } finally {
    await close();
  }
}

/** Pagefind answers with errors instead of throwing them. */
function failOn(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`Pagefind could not take ${what}: ${errors.join("; ")}`);
}
