/**
 * Has the site's worker keep this page, and what it shows, for reading without a network. Does nothing where the site
 * keeps no pages, or the browser has no workers.
 */
export function keepForOffline(): void {
  const { worker } = document.documentElement.dataset;
  if (!worker || !("serviceWorker" in navigator)) return;
  const policy = globalThis.trustedTypes?.createPolicy("offline-worker", { createScriptURL: () => worker });
  const files = performance.getEntriesByType("resource").map(({ name }) => name);
  navigator.serviceWorker
    .register(policy?.createScriptURL(worker) ?? worker)
    .then(() => navigator.serviceWorker.ready)
    // A browser that blocks storage refuses workers too: its reader reads with a network only.
    .then(
      ({ active }) => active?.postMessage(files),
      () => {},
    );
}
