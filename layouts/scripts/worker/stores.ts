/** What all our stores' names begin with: others at the same address are not ours to touch. */
const OURS = "dateline-";

/** The stores of this worker. A store whose contents change in kind gets a new name. */
export const STORES = { shell: `${OURS}shell-1`, pages: `${OURS}pages-1`, files: `${OURS}files-1` } as const;

/** Forgets every store of ours but those named. */
export async function forgetStores(except: readonly string[] = []): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && !except.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Leaves the last `most` of a store: a cache lists what it holds from what was put longest ago (Service Workers, "put"). */
export async function trim(store: Cache, most: number): Promise<void> {
  const requests = await store.keys();
  await Promise.all(requests.slice(0, Math.max(0, requests.length - most)).map((request) => store.delete(request)));
}
