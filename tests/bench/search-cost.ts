import type { Browser, Page } from "playwright-core";

/** What a reader's search costs. */
export interface SearchCost {
  /** Those that were not answered from the browser's cache. */
  readonly requests: number;
  /** On the way, with their headers. */
  readonly bytes: number;
  /** From the last letter until the stories stand there. */
  readonly milliseconds: number;
}

export interface SearchVisit {
  readonly site: string;
  readonly words: string;
  readonly order: "newest" | "relevance";
  /** Whether the reader has rested in the field until what is loaded on focus is there. */
  readonly rested: boolean;
  readonly slowly: boolean;
}

/** Chromium's "Slow 4G" in its developer tools, in milliseconds and bytes a second. */
const SLOW_4G = { latency: 562.5, downloadThroughput: (1.6e6 * 0.9) / 8, uploadThroughput: (750e3 * 0.9) / 8 };

/** A search on the search page by a reader with an empty cache. The page itself is not in its cost. */
export const searchOnPage = (browser: Browser, visit: SearchVisit): Promise<SearchCost> =>
  measuring(browser, visit, async (page, begin) => {
    await page.goto(`${visit.site}search/?order=${visit.order}`, { waitUntil: "networkidle" });
    begin();
    if (visit.rested) await resting(page, () => page.focus("#query_"));
    const start = performance.now();
    await page.fill("#query_", visit.words);
    await page.locator("#results_ > li").nth(9).waitFor();
    const milliseconds = performance.now() - start;
    await page.waitForFunction(() => !document.querySelector("#status_")?.textContent?.endsWith("…"));
    return milliseconds;
  });

/** A search in the dialog over a page, from the key that opens it. */
export const searchInDialog = (browser: Browser, visit: SearchVisit): Promise<SearchCost> =>
  measuring(browser, visit, async (page, begin) => {
    await page.goto(visit.site, { waitUntil: "networkidle" });
    begin();
    const open = async () => {
      await page.keyboard.press("/");
      await page.locator("#find_").waitFor();
    };
    await (visit.rested ? resting(page, open) : open());
    const start = performance.now();
    await page.fill("#find_", visit.words);
    await page.locator("#options_ mark").first().waitFor();
    return performance.now() - start;
  });

/** Does something, and waits for what a search loads before it knows the words. */
async function resting(page: Page, act: () => Promise<void>): Promise<void> {
  const early = [/\/engine\/wasm/, /\.pf_meta$/].map((file) => page.waitForResponse(file));
  await act();
  for (const response of await Promise.all(early)) await response.finished();
}

async function measuring(
  browser: Browser,
  { slowly }: SearchVisit,
  search: (page: Page, begin: () => void) => Promise<number>,
): Promise<SearchCost> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    if (slowly) await network.send("Network.emulateNetworkConditions", { offline: false, ...SLOW_4G });
    let requests = 0;
    let bytes = 0;
    const icons = new Set<string>();
    network.on("Network.requestWillBeSent", ({ requestId, request }) => {
      if (request.url.endsWith(".svg")) icons.add(requestId);
    });
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      // A browser fetches the page's icon when it has nothing else to do; and what comes from its cache costs nothing.
      if (icons.has(requestId) || encodedDataLength === 0) return;
      requests++;
      bytes += encodedDataLength;
    });
    const begin = () => {
      requests = 0;
      bytes = 0;
    };
    const milliseconds = await search(page, begin);
    return { requests, bytes, milliseconds };
  } finally {
    await context.close();
  }
}
