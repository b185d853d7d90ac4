import { chromium } from "playwright-core";
import { findChromium, thisMachine } from "../browser/find-chromium.ts";
import { serveByHttp2 } from "./compressed-host.ts";
import { type SearchCost, type SearchVisit, searchInDialog, searchOnPage } from "./search-cost.ts";

// What a reader's search costs on a site that is built: `npm run bench:search -- FOLDER WORDS`.
const [folder = "_site", words = ""] = process.argv.slice(2);
const site = await serveByHttp2(folder);
const browser = await chromium.launch({
  executablePath: findChromium(thisMachine),
  args: ["--no-sandbox", site.trust],
});
const visit: SearchVisit = { site: site.url, words, order: "newest", rested: false, slowly: false };
const rows: readonly (readonly [string, () => Promise<SearchCost>])[] = [
  ["newest first", () => searchOnPage(browser, visit)],
  ["best match", () => searchOnPage(browser, { ...visit, order: "relevance" })],
  ["in the dialog", () => searchInDialog(browser, visit)],
  ["newest first, Slow 4G", () => searchOnPage(browser, { ...visit, slowly: true })],
  ["newest first, Slow 4G, loaded on focus", () => searchOnPage(browser, { ...visit, slowly: true, rested: true })],
  [
    "in the dialog, Slow 4G, loaded on opening",
    () => searchInDialog(browser, { ...visit, slowly: true, rested: true }),
  ],
];
for (const [name, measure] of rows) {
  const { requests, bytes, milliseconds } = await measure();
  process.stdout.write(
    `${name}: ${requests} requests, ${(bytes / 1000).toFixed(0)} KB, ${milliseconds.toFixed(0)} ms\n`,
  );
}
await browser.close();
site.close();
