import { openIndex, type PagefindResult, searchIndex } from "./indexes.ts";
import type { Answer, NumberedRequest } from "./messages.ts";

/** What we use of a worker's global scope; TypeScript's own types for it do not go with those for pages. */
declare const self: {
  addEventListener(name: "message", listen: (event: { readonly data: NumberedRequest }) => void): void;
  postMessage(answer: Answer): void;
};

// The search engine, in a worker: its response alone has a policy that lets it compile WebAssembly, and no page's has.

/** Searches whose stories can still be read: more than a reader's last one asks, with every partition of a large site. */
const MOST_SEARCHES = 150;

const searches = new Map<number, readonly PagefindResult[]>();

self.addEventListener("message", ({ data: request }) => {
  const { number } = request;
  answerTo(request).then(
    (answer) => self.postMessage({ number, answer }),
    (error: unknown) => self.postMessage({ number, failure: String(error) }),
  );
});

async function answerTo(request: NumberedRequest): Promise<unknown> {
  switch (request.ask) {
    case "open":
      await openIndex(request.index);
      return undefined;
    case "search": {
      const results = await searchIndex(request);
      searches.set(request.number, results);
      const [oldest] = searches.keys();
      if (searches.size > MOST_SEARCHES && oldest !== undefined) searches.delete(oldest);
      return results.map(({ score }) => score);
    }
    case "read": {
      const result = searches.get(request.search)?.[request.place];
      if (!result) throw new Error("Nobody has searched for this, or too long ago");
      return result.data();
    }
  }
}
