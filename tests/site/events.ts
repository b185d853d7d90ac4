/** An event of a server, as a browser's EventSource would get it. */
export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

/** The events that a server sends at a URL, from the moment when it has taken the connection. */
export async function eventsAt(url: string): Promise<{ next(name: string): Promise<ServerEvent>; close(): void }> {
  const abort = new AbortController();
  const { body } = await fetch(url, { signal: abort.signal });
  if (!body) throw new Error(`${url} sends nothing`);
  const events = readEvents(body);
  return {
    /** The next event of that name; those before it are passed over. */
    async next(name) {
      for (;;) {
        const { value, done } = await events.next();
        if (done) throw new Error(`${url} ended before "${name}"`);
        if (value.name === name) return value;
      }
    },
    close: () => abort.abort(),
  };
}

async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent, undefined> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(block)?.[1];
      const name = field("event");
      if (name !== undefined) yield { name, data: field("data") ?? "" };
    }
  }
  return undefined;
}
