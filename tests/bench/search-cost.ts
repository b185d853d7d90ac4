import type { Browser, CDPSession, Page } from "playwright-core";

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
    let requests = 0;
    let bytes = 0;
    const icons = new Set<string>();
    await listen(await context.newCDPSession(page), slowly, (method, params) => {
      const { requestId, request, encodedDataLength } = params as NetworkEvent;
      if (method === "Network.requestWillBeSent" && request?.url.endsWith(".svg")) icons.add(requestId);
      // A browser fetches the page's icon when it has nothing else to do; and what comes from its cache costs nothing.
      if (method !== "Network.loadingFinished" || icons.has(requestId) || !encodedDataLength) return;
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

/** What is used of the protocol's events (chromedevtools.github.io/devtools-protocol/tot/Network). */
interface NetworkEvent {
  readonly requestId: string;
  readonly request?: { readonly url: string };
  readonly encodedDataLength?: number;
}

type Hear = (method: string, params: unknown) => void;

/** Hears what a page and its workers load, each as slow as the page where it is to be slow. */
async function listen(session: CDPSession, slowly: boolean, hear: Hear): Promise<void> {
  for (const event of ["Network.requestWillBeSent", "Network.loadingFinished"] as const)
    session.on(event, (params) => hear(event, params));
  const conditions = { offline: false, ...SLOW_4G };
  await session.send("Network.enable");
  if (slowly) await session.send("Network.emulateNetworkConditions", conditions);
  const wanted = [
    { id: 1, method: "Network.enable" },
    ...(slowly ? [{ id: 2, method: "Network.emulateNetworkConditions", params: conditions }] : []),
  ];
  const letGo = { id: 3, method: "Runtime.runIfWaitingForDebugger" };
  // A worker has a session of its own, through which messages go as text; it waits until it is let go.
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    // What the service worker keeps is no part of a search.
    for (const message of targetInfo.type === "worker" ? [...wanted, letGo] : [letGo])
      session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify(message) }).catch(() => {});
  });
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { method, params }: { method?: string; params?: unknown } = JSON.parse(message);
    if (method) hear(method, params);
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: false });
}
