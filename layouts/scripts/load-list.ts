const loaded = new Map<string, Promise<unknown>>();

/** A list of the build, read once; a failed try is forgotten, so that the next one may succeed. */
export function loadList<List>(url: string): Promise<List> {
  const reading = loaded.get(url) ?? readJson(url);
  loaded.set(url, reading);
  reading.catch(() => loaded.delete(url));
  // The layout of the list ties its address to its type.
  return reading as Promise<List>;
}

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
  return response.json();
}
