import { STORES, trim } from "./stores.ts";
import type { FetchEvent } from "./worker-scope.ts";

/** How many pages are kept: those visited last. With styles in it a page has some 30 KB, so these are 2 MB. */
const MOST_PAGES = 60;

/** Gone for good, or taken back: then it is not kept either. */
const GONE: readonly number[] = [404, 410];

/** A page as the network gives it; without a network as it was kept, or else the offline page. */
export async function answerPage(event: FetchEvent, offlinePage: string): Promise<Response> {
  const { url } = event.request;
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    if (GONE.includes(response.status)) event.waitUntil(forgetPage(url));
    return response;
  } catch (error) {
    // `fetch` fails only where no answer came (Fetch, "network error"): a server that has one to give, even 500, is heard.
    const kept = (await keptPage(url)) ?? (await caches.match(offlinePage));
    if (kept) return kept;
    throw error;
  }
}

/**
 * Keeps a page that a reader has open, as the newest. It stands in the browser's own cache since it was opened, so that
 * this asks nothing of the network; one that was read offline is kept on.
 */
export async function keepPage(url: string): Promise<void> {
  const response = await fetch(addressOf(url), { cache: "force-cache" }).catch(() => keptPage(url));
  if (!response || !isWhole(response)) return;
  const store = await caches.open(STORES.pages);
  await store.put(addressOf(url), response);
  await trim(store, MOST_PAGES);
}

/** A page of ours in full: no error, nothing led elsewhere, nothing half. */
const isWhole = ({ status, type, redirected, headers }: Response): boolean =>
  status === 200 && type === "basic" && !redirected && (headers.get("content-type") ?? "").startsWith("text/html");

async function keptPage(url: string): Promise<Response | undefined> {
  return (await caches.open(STORES.pages)).match(addressOf(url));
}

async function forgetPage(url: string): Promise<void> {
  await (await caches.open(STORES.pages)).delete(addressOf(url));
}

/** Where a link came from, or which heading it leads to, makes no other page. */
function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
