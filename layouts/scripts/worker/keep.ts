import { answerFile, fileKept, isFile } from "./files.ts";
import { answerPage, keepPage } from "./pages.ts";
import { forgetStores, STORES } from "./stores.ts";
import type { WorkerScope } from "./worker-scope.ts";

declare const self: WorkerScope;

// The worker of a site whose visited stories can be read without a network. With one, a page is always the network's:
// what was kept is shown only when the network gives no answer at all.

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all([keepShell(), self.skipWaiting()]));
});

self.addEventListener("activate", (event) => {
  const { navigationPreload } = self.registration;
  event.waitUntil(
    Promise.all([forgetStores(Object.values(STORES)), navigationPreload?.enable(), self.clients.claim()]),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(answerPage(event, self.shell.offlinePage));
  else if (isFile(url)) event.respondWith(answerFile(event));
});

self.addEventListener("message", (event) => {
  const files = Array.isArray(event.data) ? event.data.map((name) => new URL(String(name))) : [];
  const ours = files.filter((url) => url.origin === self.location.origin && isFile(url));
  if (event.source) event.waitUntil(Promise.all([keepPage(event.source.url), ...ours.map(fileKept)]));
});

/** The offline page with its files, all or none. */
async function keepShell(): Promise<void> {
  const { offlinePage, files } = self.shell;
  const store = await caches.open(STORES.shell);
  await store.addAll([new Request(offlinePage, { cache: "reload" }), ...files]);
  const wanted = [offlinePage, ...files].map((path) => new URL(path, self.location.href).href);
  const old = (await store.keys()).filter(({ url }) => !wanted.includes(url));
  await Promise.all(old.map((request) => store.delete(request)));
}
