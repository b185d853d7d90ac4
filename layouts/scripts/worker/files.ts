import { STORES, trim } from "./stores.ts";
import type { FetchEvent } from "./worker-scope.ts";

const MOST_FILES = 150;
/** Bytes; what is larger is not worth its room on a small phone. */
const LARGEST = 300_000;

/** Whether a file's name holds a hash of its bytes, so that a kept one is never old. The search's own files are not kept. */
export const isFile = ({ pathname }: URL): boolean => /^\/(?:assets|images)\//.test(pathname);

/** A file as it was kept, or else from the network. */
export async function answerFile(event: FetchEvent): Promise<Response> {
  const { url } = event.request;
  const kept = await caches.match(url);
  if (kept) return kept;
  const response = await fetch(event.request);
  event.waitUntil(keep(url, response.clone()));
  return response;
}

/** Keeps a file that a page has loaded before the worker was there; the browser's own cache has it. */
export async function fileKept({ href }: URL): Promise<void> {
  if (await caches.match(href)) return;
  const response = await fetch(href, { cache: "force-cache" }).catch(() => undefined);
  if (response) await keep(href, response);
}

async function keep(url: string, response: Response): Promise<void> {
  // Not part of a file, not another site's, not an error.
  if (response.status !== 200 || response.type !== "basic") return;
  const bytes = await response.clone().arrayBuffer();
  if (bytes.byteLength > LARGEST) return;
  const store = await caches.open(STORES.files);
  await store.put(url, response);
  await trim(store, MOST_FILES);
}
