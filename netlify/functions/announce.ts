import { getStore } from "@netlify/blobs";
import { announce } from "../../src/announce/announce.ts";
import { INDEX_NOW } from "../../src/announce/index-now.ts";
import { readVersions, type Versions } from "../../src/model/versions.ts";
import { request } from "../../src/request.ts";

/** What Netlify says of a deploy (docs.netlify.com/build/functions/trigger-on-events), as far as it is asked for. */
interface Deployed {
  readonly deploy: { readonly context: string; readonly sslUrl: string };
}

/** Milliseconds; Netlify ends a function after a minute. What is not told by then is told after the next deploy. */
const PATIENCE = 40_000;

/** After a deploy for readers: tells others what has changed since they were last told. See docs/publishing.md. */
export default {
  async deploySucceeded({ deploy: { context, sslUrl } }: Deployed): Promise<void> {
    if (context !== "production") return;
    const now = await versionsOf(sslUrl);
    if (!now) return say("This site has no /versions.json: it tells nobody what changes.");
    // The site's, whichever deploy asks; read where it was written, because a copy may be of the deploy before the last.
    const store = getStore({ name: "announced", consistency: "strong" });
    const memory = await store.get("told", { type: "text" });
    const before = memory === null ? undefined : versionsIn(memory, "What is remembered (blob told of announced)");
    const telling = {
      send: fetch,
      signal: AbortSignal.timeout(PATIENCE),
      indexNow: process.env["INDEX_NOW"] ?? INDEX_NOW,
    };
    const { ok, lines, remembered } = await announce(before, now, telling);
    await store.set("told", JSON.stringify(remembered));
    if (!ok) throw new Error(lines.join(" "));
    say(...lines);
  },
};

/** The function's log. */
const say = (...lines: string[]): void => void process.stdout.write(lines.map((line) => `${line}\n`).join(""));

async function versionsOf(site: string): Promise<Versions | undefined> {
  const list = `${site}/versions.json`;
  const answer = await request(fetch, list, { headers: { "cache-control": "no-cache" } });
  if ("failure" in answer) throw new Error(`${list} ${answer.failure}.`);
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw new Error(`${list} answers ${answer.status}.`);
  return versionsIn(answer.text, list);
}

function versionsIn(text: string, where: string): Versions {
  const versions = readVersions(text);
  if ("wrong" in versions) throw new Error(`${where} ${versions.wrong}.`);
  return versions;
}
