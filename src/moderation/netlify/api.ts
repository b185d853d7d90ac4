import type { z } from "zod";
import { type Answer, request } from "../../request.ts";
import { FormsHostError } from "../forms-host.ts";
import { TRIES, waitingTime } from "./waiting-time.ts";

/** What it takes to ask Netlify. */
export interface NetlifyAccess {
  /** Where the API is: the token goes nowhere else. */
  readonly api: string;
  readonly token: string;
  readonly send: typeof fetch;
  /** Lets milliseconds pass. */
  readonly pause: (ms: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Milliseconds for one answer, and its bytes: more than a page of the longest replies that the form takes. */
const BOUNDS = { patience: 60_000, most: 32 * 1024 * 1024 };

/** Worth another try: too many requests at once, and what is the matter with servers for a while. */
const PASSING: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

const REFUSED: Readonly<Record<number, string>> = {
  401: "Netlify does not know the token (401): make a new one in Netlify under User settings, Applications, and put it into NETLIFY_AUTH_TOKEN.",
  403: "Netlify does not let this token see the site (403): make one with an account that belongs to the site's team, and put it into NETLIFY_AUTH_TOKEN.",
};

export interface Got<Value> {
  readonly value: Value;
  readonly headers: Headers;
}

/** Netlify's API of forms, asked with patience. What it says is believed when it is of the form that is expected. */
export class NetlifyApi {
  readonly #access: NetlifyAccess;

  constructor(access: NetlifyAccess) {
    this.#access = access;
  }

  /** The address of a path of the API. */
  at(path: string): URL {
    return new URL(`${this.#access.api.replace(/\/+$/, "")}${path}`);
  }

  /**
   * What an address answers. Throws a FormsHostError when it does not, or with something else, as often as it is asked;
   * "too long" is no error: something smaller can be asked for.
   */
  async get<Value>(url: URL, what: string, schema: z.ZodType<Value>): Promise<Got<Value> | "too long" | "not there"> {
    const answer = await this.#ask("GET", url, what, jsonIn);
    if (typeof answer === "string") return answer;
    const { data, error } = schema.safeParse(answer.read.json);
    // The path alone: what stands there may be anything that a reader has written.
    const where = error?.issues[0]?.path.join(".") || "all of it";
    if (error) throw new FormsHostError(`Netlify's answer for ${what} is not as its documentation says (${where}).`);
    return { value: data, headers: answer.headers };
  }

  /** Has something done with what may be gone already. Throws a FormsHostError when it is not done. */
  async act(method: "DELETE" | "PUT", path: string, what: string): Promise<void> {
    await this.#ask(method, this.at(path), what, (text) => text);
  }

  /** An answer of the 200s that can be read: `read` gives undefined for one that is not whole. */
  async #ask<Read>(method: string, url: URL, what: string, read: (text: string) => Read | undefined) {
    const { send, pause, now, token } = this.#access;
    const options: RequestInit = {
      method,
      headers: { authorization: `Bearer ${token}`, accept: "application/json" },
      // Wherever else it may lead, the token stays here.
      redirect: "manual",
    };
    for (let tried = 1; ; tried++) {
      const answer = await request(send, url.href, options, BOUNDS);
      if ("failure" in answer && answer.isTooLong) return "too long";
      if (!("failure" in answer)) {
        if (answer.status === 404) return "not there";
        const whole = isDone(answer.status) ? read(answer.text) : undefined;
        if (whole !== undefined) return { read: whole, headers: answer.headers };
        if (!isDone(answer.status) && !PASSING.has(answer.status)) {
          throw new FormsHostError(REFUSED[answer.status] ?? `Netlify answers ${answer.status} for ${what}.`);
        }
      }
      if (tried === TRIES) throw new FormsHostError(`Netlify ${faultOf(answer)} for ${what}, asked ${TRIES} times.`);
      await pause(waitingTime(tried, "failure" in answer ? undefined : answer.headers, now()));
    }
  }
}

const isDone = (status: number): boolean => status >= 200 && status < 300;

function faultOf(answer: Answer): string {
  if ("failure" in answer) return answer.failure;
  if (answer.status === 429) return "has been asked too much (429)";
  return isDone(answer.status) ? "gives an answer that is not whole" : `answers ${answer.status}`;
}

function jsonIn(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
