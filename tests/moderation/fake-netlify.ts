import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { COMMENT_FIELDS, COMMENT_FORM } from "../../src/model/comment-form.ts";

/** What a reader sends, and what the host adds to it. Everything but the first three is nobody's business. */
export interface SentReply {
  readonly story: string;
  readonly name: string;
  readonly text: string;
  readonly replyTo: string;
  readonly email: string;
  readonly honeypot: string;
  /** RFC 3339. */
  readonly at: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly referrer: string;
  /** Fields that the form does not have. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** What goes wrong with one request. */
export type Trouble =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The JSON ends too early in an answer that is whole; the answer ends too early; there is none. */
  | "half the JSON"
  | "half the answer"
  | "no answer"
  /** Something else than what was asked for, as from a hotel's network. */
  | "a page of HTML"
  /** What was asked is done, and then the connection is lost. */
  | "done, no answer";

export type FakeNetlify = Awaited<ReturnType<typeof startNetlify>>;

/** Netlify's API of forms, as far as moderation asks it, on this machine until the test is over. */
export async function fakeNetlify(): Promise<FakeNetlify> {
  const netlify = await startNetlify();
  onTestFinished(netlify.close);
  return netlify;
}

/** The same, for those who close it themselves. */
export async function startNetlify() {
  const [token, site, form] = ["nfp_a-secret-token", "site-1", "form-1"];
  // The newest first, as Netlify lists them.
  let verified: object[] = [];
  let spam: object[] = [];
  let sent = 0;
  let most = 100;
  let asked: string[] = [];
  let troubles: { readonly where: RegExp; readonly trouble: Trouble }[] = [];
  let meanwhile: { readonly where: RegExp; readonly act: () => void }[] = [];

  /** What is asked, carried out. */
  function answerOf(method: string, url: URL): { status: number; body?: unknown; link?: string } {
    const path = url.pathname.replace(/^\/api\/v1/, "");
    if (path === `/sites/${site}/forms`) {
      const other = { id: "form-0", site_id: site, name: "newsletter", submission_count: 7 };
      return { status: 200, body: [other, { ...other, id: form, name: COMMENT_FORM }] };
    }
    if (path === `/forms/${form}/submissions`) return pageOf(url);
    const [, id, state] = /^\/submissions\/([^/]+)(\/spam)?$/.exec(path) ?? [];
    const one = [...verified, ...spam].find((each) => idOf(each) === id);
    if (!one) return { status: 404, body: { code: 404, message: "Not Found" } };
    if (method === "DELETE" && !state)
      [verified, spam] = [verified, spam].map((list) => list.filter((each) => each !== one)) as [object[], object[]];
    else if (method === "PUT" && state) {
      verified = verified.filter((each) => each !== one);
      spam = [one, ...spam.filter((each) => each !== one)];
    } else return { status: 405 };
    return { status: 204 };
  }

  function pageOf(url: URL) {
    const page = Number(url.searchParams.get("page") ?? 1);
    const size = Math.min(most, Number(url.searchParams.get("per_page") ?? 100));
    const last = Math.max(1, Math.ceil(verified.length / size));
    const to = (number: number, rel: string) => {
      const there = new URL(url);
      there.searchParams.set("page", `${number}`);
      return `<${there.href}>; rel="${rel}"`;
    };
    const links = [...(page < last ? [to(page + 1, "next")] : []), to(last, "last")];
    return { status: 200, body: verified.slice((page - 1) * size, page * size), link: links.join(", ") };
  }

  function serve(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", api);
    const what = `${request.method} ${url.pathname.replace(/^\/api\/v1/, "")}${url.search}`;
    asked.push(what);
    const act = meanwhile.find(({ where }) => where.test(what));
    meanwhile = meanwhile.filter((one) => one !== act);
    act?.act();
    if (request.headers.authorization !== `Bearer ${token}`) {
      return reply(response, 401, JSON.stringify({ code: 401, message: "Access Denied" }));
    }
    const at = troubles.findIndex(({ where }) => where.test(what));
    const [{ trouble } = { trouble: undefined }] = at === -1 ? [] : troubles.splice(at, 1);
    if (trouble === "no answer") return void request.socket.destroy();
    if (trouble === "a page of HTML") return reply(response, 200, "<!doctype html><title>Welcome to our hotel</title>");
    if (typeof trouble === "object") return reply(response, trouble.status, "", trouble.headers);
    const { status, body, link } = answerOf(request.method ?? "", url);
    if (trouble === "done, no answer") return void request.socket.destroy();
    const text = body === undefined ? "" : JSON.stringify(body);
    const half = text.slice(0, Math.floor(text.length / 2));
    const headers = link === undefined ? {} : { link };
    if (trouble === "half the JSON") return reply(response, status, half, headers);
    if (trouble !== "half the answer") return reply(response, status, text, headers);
    response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(text) + 1 });
    return void response.write(half, () => response.destroy());
  }

  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;

  return {
    api,
    token,
    site,
    /** What the commands are told by. */
    environment: { NETLIFY_AUTH_TOKEN: token, NETLIFY_SITE_ID: site, NETLIFY_API_URL: api },
    /** A reader sends a reply; gives its id there. */
    send(reply: Partial<SentReply> = {}): string {
      sent += 1;
      const submission = submissionOf(sent, { ...usual(sent), ...reply });
      verified = [submission, ...verified];
      return idOf(submission);
    },
    /** Puts anything into the list of submissions, as it is. */
    sendAnything(submission: object): void {
      verified = [submission, ...verified];
    },
    /** The ids of the submissions that are there and no spam, the newest first. */
    left: (): string[] => verified.map(idOf),
    /** The ids of those that were said to be spam. */
    spam: (): string[] => spam.map(idOf),
    /** All that is there, as its JSON export has it. */
    exported: (): object[] => structuredClone(verified),
    /** What was asked so far: "GET /forms/form-1/submissions?page=2". */
    asked: (): readonly string[] => asked,
    /** What goes wrong with the next requests like `where`, one after the other. */
    trouble(where: RegExp, ...next: Trouble[]): void {
      troubles = [...troubles, ...next.map((trouble) => ({ where, trouble }))];
    },
    /** What happens there when it is next asked for `where`, before it answers. */
    meanwhile(where: RegExp, act: () => void): void {
      meanwhile = [...meanwhile, { where, act }];
    },
    /** It gives at most so many on a page, whatever it is asked. */
    givesAtMost(submissions: number): void {
      most = submissions;
    },
    /** As it was in the beginning. */
    empty(): void {
      [verified, spam, asked, troubles, meanwhile, sent, most] = [[], [], [], [], [], 0, 100];
    },
    async close(): Promise<void> {
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function reply(response: ServerResponse, status: number, body: string, headers: Readonly<Record<string, string>> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}

const idOf = (submission: object): string => ("id" in submission ? String(submission.id) : "");

/** What the nth reader sends who says nothing else. */
const usual = (n: number): SentReply => ({
  story: "/2026/05/bridge-opens/",
  name: `Reader ${n}`,
  text: `Reply ${n}: it was the second lorry that I saw.`,
  replyTo: "",
  email: `reader-${n}@mail.example`,
  honeypot: "",
  at: new Date(Date.UTC(2026, 4, 20, 8, 0, n)).toISOString(),
  ip: `203.0.113.${n % 256}`,
  userAgent: `Mozilla/5.0 (Reader ${n})`,
  referrer: `https://courier.example/2026/05/bridge-opens/?from=${n}`,
  more: {},
});

/** As Netlify's API has it (open-api.netlify.com, listFormSubmissions). */
function submissionOf(n: number, sent: SentReply) {
  const { story, name, text, replyTo, email, honeypot, at, ip, userAgent, referrer, more } = sent;
  const data = {
    [COMMENT_FIELDS.story]: story,
    [COMMENT_FIELDS.replyTo]: replyTo,
    [COMMENT_FIELDS.name]: name,
    [COMMENT_FIELDS.email]: email,
    [COMMENT_FIELDS.text]: text,
    [COMMENT_FIELDS.consent]: "on",
    [COMMENT_FIELDS.honeypot]: honeypot,
    ...more,
    ip,
    user_agent: userAgent,
    referrer,
  };
  return {
    id: n.toString(16).padStart(24, "0"),
    number: n,
    title: name,
    email,
    name,
    first_name: name.split(" ")[0],
    last_name: name.split(" ").at(-1),
    company: null,
    summary: text.slice(0, 100),
    body: text,
    data,
    created_at: at,
    human_fields: { Name: name, Email: email, Comment: text },
    ordered_human_fields: [{ title: "Email", name: "email", value: email }],
    site_url: "https://courier.example",
    form_id: "form-1",
    form_name: COMMENT_FORM,
  };
}
