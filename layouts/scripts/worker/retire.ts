import { forgetStores } from "./stores.ts";
import type { WorkerScope } from "./worker-scope.ts";

declare const self: WorkerScope;

// The site keeps nothing for reading offline any more: what an earlier worker has kept goes, and then this one.
self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => {
  event.waitUntil(forgetStores().then(() => self.registration.unregister()));
});
