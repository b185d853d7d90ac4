import type { Versions } from "../model/versions.ts";
import { request } from "../request.ts";
import type { Telling } from "./telling.ts";

/** Whoever is told here tells the other search engines (indexnow.org/documentation). */
export const INDEX_NOW = "https://api.indexnow.org/indexnow";

/** What one request may hold, and what the answers mean (indexnow.org/documentation). */
const MOST_ADDRESSES = 10_000;
const REFUSALS: Readonly<Record<number, string>> = {
  400: "does not understand the request",
  403: "does not find the key on the site",
  422: "says that the key does not fit, or that an address is of another site",
  429: "has been told too much of late",
};

/** Tells search engines of addresses that were added, changed or removed. Stops at the first batch that is refused. */
export async function tellIndexNow(
  { site, indexNow: key }: Versions,
  paths: readonly string[],
  { send, signal, indexNow }: Telling,
): Promise<{ untold: readonly string[]; line?: string }> {
  for (let from = 0; from < paths.length; from += MOST_ADDRESSES) {
    const batch = paths.slice(from, from + MOST_ADDRESSES);
    const told = {
      host: new URL(site).host,
      key,
      keyLocation: `${site}/${key}.txt`,
      urlList: batch.map((path) => `${site}${path}`),
    };
    const headers = { "content-type": "application/json; charset=utf-8" };
    const answer = await request(send, indexNow, { method: "POST", headers, body: JSON.stringify(told), signal });
    const line = refusal(answer);
    if (line !== undefined) return { untold: paths.slice(from), line: `IndexNow ${line}.` };
  }
  return { untold: [] };
}

function refusal(answer: Awaited<ReturnType<typeof request>>): string | undefined {
  if ("failure" in answer) return answer.failure;
  // 202: received, and the key will be looked at later.
  if (answer.status === 200 || answer.status === 202) return undefined;
  const why = REFUSALS[answer.status];
  return why ? `${why} (${answer.status})` : `answers ${answer.status}`;
}
