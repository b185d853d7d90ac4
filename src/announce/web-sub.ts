import { request } from "../request.ts";
import type { Telling } from "./telling.ts";

/**
 * Tells a hub that these feeds are new or changed, one after the other. How is left open by WebSub (w3.org/TR/websub,
 * section 6); this is what PubSubHubbub 0.4 (section 7.1) says, which the hubs that there are understand. Stops at the first
 * refusal.
 */
export async function tellHub(
  hub: string,
  site: string,
  feeds: readonly string[],
  { send, signal }: Telling,
): Promise<{ untold: readonly string[]; line?: string }> {
  for (const [at, feed] of feeds.entries()) {
    const body = new URLSearchParams({ "hub.mode": "publish", "hub.url": `${site}${feed}` });
    const answer = await request(send, hub, { method: "POST", body, signal });
    const name = `The hub ${hub}`;
    if ("failure" in answer) return { untold: feeds.slice(at), line: `${name} ${answer.failure}.` };
    if (answer.status < 200 || answer.status > 299)
      return { untold: feeds.slice(at), line: `${name} answers ${answer.status} for ${feed}.` };
  }
  return { untold: [] };
}
