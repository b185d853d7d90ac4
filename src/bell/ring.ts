import { request } from "../request.ts";
import { isTimeToRing, readNextChange } from "./due.ts";

/** What has the site built when it is asked: a request that the bell sends. */
export interface Hook {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Bell {
  /** Where the published site is, from https:// on. */
  readonly site: string | undefined;
  readonly hook: Hook | undefined;
}

/** What the bell has done, in one line. Not `ok` when somebody has to see to it. */
export interface Ringing {
  readonly ok: boolean;
  readonly rang: boolean;
  readonly line: string;
}

/**
 * Has the site built if it is due: asks it when it next changes by itself, compares that with `now` (milliseconds since
 * 1970 UTC) and sends the request to the hook. Whatever goes wrong on the way is said, not thrown.
 */
export async function ring(now: number, { site, hook }: Bell, send: typeof fetch): Promise<Ringing> {
  if (!site) return failed("Nobody says where the site is, so nobody can say when it is due.");
  if (!hook?.url) return failed("There is no build hook to ring: set BUILD_HOOK to the address of one.");
  const asked = address(site, "/next-change.json");
  if (!asked) return failed(`The site's address ${JSON.stringify(site)} is no address.`);
  const answer = await request(send, asked, { headers: { "cache-control": "no-cache" } });
  if ("failure" in answer) return failed(`${asked} ${answer.failure}.`);
  if (answer.status !== 200) return failed(`${asked} answers ${answer.status}.`);
  const next = readNextChange(answer.text);
  if (typeof next === "object" && next !== null) return failed(`${asked} ${next.wrong}.`);
  if (!isTimeToRing(next, now)) return { ok: true, rang: false, line: quiet(next, now) };
  const rung = await request(send, hook.url, { method: "POST", headers: hook.headers ?? {}, body: hook.body ?? "" });
  const since = `A change has been due since ${new Date(next ?? now).toISOString()}`;
  // The hook's address is a secret: it stands in no log.
  if ("failure" in rung) return failed(`${since}, but the build hook ${rung.failure}.`);
  if (rung.status < 200 || rung.status > 299) return failed(`${since}, but the build hook answers ${rung.status}.`);
  return { ok: true, rang: true, line: `${since}: the site is being built.` };
}

const failed = (line: string): Ringing => ({ ok: false, rang: false, line });

function quiet(next: number | null, now: number): string {
  if (next === null) return "Nothing is going to change by itself.";
  const time = new Date(next).toISOString();
  return next > now ? `The next change is due at ${time}.` : `What is due since ${time} was rung for; waiting.`;
}

const address = (site: string, path: string): string | undefined =>
  URL.canParse(path, site) ? new URL(path, site).href : undefined;
