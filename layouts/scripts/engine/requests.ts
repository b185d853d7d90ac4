const failed = new Set<string>();

/**
 * Notes which requests of this worker fail from now on. Pagefind goes on without a part of an index that it could not
 * load, and keeps no account of it; "No stories" on a bad connection would be a lie.
 */
export function watchRequests(): void {
  const send = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    try {
      const response = await send(input, init);
      if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
      return response;
    } catch (error) {
      failed.add(url);
      throw error;
    }
  };
}

/** The requests below a path that have failed since this was last asked. */
export function takeFailures(path: string): string[] {
  const below = [...failed].filter((url) => url.startsWith(path));
  for (const url of below) failed.delete(url);
  return below;
}
