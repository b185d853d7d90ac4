import { describe, expect, test } from "vitest";
import { FormsHostError, type Submission } from "../../src/moderation/forms-host.ts";
import { netlifyForms } from "../../src/moderation/netlify/forms.ts";
import { NOW } from "../pages/newspaper.ts";
import { type FakeNetlify, fakeNetlify } from "./fake-netlify.ts";

const PAGES = /^GET \/forms\/form-1\/submissions/;

function forms(netlify: FakeNetlify, { token = netlify.token, site = netlify.site, send = fetch } = {}) {
  const pauses: number[] = [];
  const pause = async (ms: number) => void pauses.push(ms);
  return { ...netlifyForms({ api: netlify.api, token, site, send, pause, now: () => NOW }), pauses };
}

/** What was handed over, and the sentence with which it ended, if it did not end well. */
async function all(host: ReturnType<typeof forms>) {
  const submissions: Submission[] = [];
  try {
    for await (const page of host.submissions()) submissions.push(...page);
  } catch (error) {
    if (!(error instanceof FormsHostError)) throw error;
    return { submissions, ids: submissions.map(({ id }) => id), failure: error.message };
  }
  return { submissions, ids: submissions.map(({ id }) => id), failure: undefined };
}

describe("replies are fetched from Netlify", () => {
  test("with what the form has sent, and nothing that Netlify adds", async () => {
    const netlify = await fakeNetlify();
    netlify.send({
      story: "/2026/05/bridge-opens/",
      name: "Ann",
      text: "I saw it.",
      replyTo: "5f2c81",
      email: "a@b.example",
    });
    const { submissions } = await all(forms(netlify));
    expect(submissions).toEqual([
      {
        id: "000000000000000000000001",
        sent: "2026-05-20T08:00:01Z",
        fields: {
          story: "/2026/05/bridge-opens/",
          "reply-to": "5f2c81",
          name: "Ann",
          email: "a@b.example",
          comment: "I saw it.",
          consent: "on",
          website: "",
        },
      },
    ]);
  });

  test("page after page, also when Netlify gives fewer on a page than it is asked for", async () => {
    const netlify = await fakeNetlify();
    const sent = Array.from({ length: 25 }, () => netlify.send()).toReversed();
    netlify.givesAtMost(10);
    expect(await all(forms(netlify))).toMatchObject({ ids: sent, failure: undefined });
    expect(netlify.asked()).toEqual([
      "GET /sites/site-1/forms",
      "GET /forms/form-1/submissions?per_page=100&page=1",
      "GET /forms/form-1/submissions?per_page=100&page=2",
      "GET /forms/form-1/submissions?per_page=100&page=3",
    ]);
  });

  test("in smaller pages where long replies make one too long, and then in usual ones again", async () => {
    const netlify = await fakeNetlify();
    const plain = Array.from({ length: 150 }, () => netlify.send());
    // Netlify says everything four times, so that these are 44 MB on one page.
    const long = Array.from({ length: 12 }, () => netlify.send({ text: "x".repeat(1_000_000) }));
    const newer = Array.from({ length: 100 }, () => netlify.send());
    const { ids, failure } = await all(forms(netlify));
    expect(failure).toBeUndefined();
    expect(ids).toEqual([...plain, ...long, ...newer].toReversed());
    expect(netlify.asked().filter((asked) => asked.includes("per_page=10&")).length).toBeGreaterThan(5);
    expect(netlify.asked().at(-1)).toContain("per_page=100&page=3");
  });

  test("again when the limit of requests is reached, after as long as Netlify asks for", async () => {
    const netlify = await fakeNetlify();
    netlify.send();
    const inSeconds = { "retry-after": "7" };
    const byDate = { "retry-after": new Date(NOW + 20_000).toUTCString() };
    const byReset = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": `${NOW / 1000 + 40}` };
    const forEver = { "retry-after": "86400" };
    for (const headers of [inSeconds, byDate, byReset, forEver]) netlify.trouble(PAGES, { status: 429, headers });
    const host = forms(netlify);
    expect((await all(host)).ids.length).toBe(1);
    expect(host.pauses).toEqual([7_000, 20_000, 40_000, 120_000]);
  });

  test.each([
    { status: 500 },
    { status: 503 },
    "half the JSON",
    "half the answer",
    "no answer",
    "a page of HTML",
  ] as const)("again, with growing pauses, after %j", async (trouble) => {
    const netlify = await fakeNetlify();
    const id = netlify.send();
    netlify.trouble(PAGES, trouble, trouble, trouble);
    const host = forms(netlify);
    expect(await all(host)).toMatchObject({ ids: [id], failure: undefined });
    expect(host.pauses).toEqual([1_000, 4_000, 15_000]);
  });
});

describe("a sentence says why they cannot be fetched", () => {
  test.each([
    [{ status: 403 }, "Netlify does not let this token see the site (403)"],
    [{ status: 302, headers: { location: "https://elsewhere.example/" } }, "Netlify answers 302 for the replies."],
    [{ status: 404 }, "Netlify has no such form any more (404)."],
  ] as const)("at once, when Netlify answers %j", async (trouble, sentence) => {
    const netlify = await fakeNetlify();
    netlify.trouble(PAGES, trouble);
    const host = forms(netlify);
    expect((await all(host)).failure).toContain(sentence);
    expect(host.pauses).toEqual([]);
  });

  test.each([
    [{ status: 502 }, "Netlify answers 502 for the replies, asked 5 times."],
    [{ status: 429 }, "Netlify has been asked too much (429) for the replies, asked 5 times."],
    ["half the JSON", "Netlify gives an answer that is not whole for the replies, asked 5 times."],
    ["no answer", "Netlify cannot be reached (UND_ERR_SOCKET) for the replies, asked 5 times."],
  ] as const)("when it does not get better: %j; the pages before are kept", async (trouble, sentence) => {
    const netlify = await fakeNetlify();
    for (let n = 0; n < 12; n++) netlify.send();
    netlify.givesAtMost(10);
    netlify.trouble(/&page=2$/, ...Array.from({ length: 5 }, () => trouble));
    const host = forms(netlify);
    const { ids, failure } = await all(host);
    expect({ got: ids.length, failure }).toEqual({ got: 10, failure: sentence });
    expect(host.pauses).toEqual([1_000, 4_000, 15_000, 30_000]);
  });

  test("when the token is not known, and it does not stand in the sentence", async () => {
    const netlify = await fakeNetlify();
    const { failure } = await all(forms(netlify, { token: "nfp_wrong" }));
    expect(failure).toContain("Netlify does not know the token (401): make a new one");
    expect(failure).not.toContain("nfp_wrong");
  });

  test("when there is no such site, or no form on it", async () => {
    const netlify = await fakeNetlify();
    expect((await all(forms(netlify, { site: "../site-2" }))).failure).toContain("Netlify has no such site (404)");
    const noForms: typeof fetch = async () => new Response("[]");
    const { failure } = await all(forms(netlify, { send: noForms }));
    expect(failure).toContain('The site has no form "comment" at Netlify');
  });

  test("when a submission lacks something: which one it is, and all others are there", async () => {
    const netlify = await fakeNetlify();
    netlify.send();
    netlify.sendAnything({ id: "5f2c81", data: { name: "Ann", email: "ann@mail.example" } });
    netlify.sendAnything({ created_at: "yesterday", data: {}, id: "5f2c82" });
    const { ids, failure } = await all(forms(netlify));
    expect(ids).toEqual(["000000000000000000000001"]);
    expect(failure).toBe(
      "Netlify's answer cannot be read: the submission 5f2c82 has no created_at that is a time; the submission 5f2c81 has no created_at.",
    );
  });

  test("when a next page lies elsewhere, where the token is not sent", async () => {
    const netlify = await fakeNetlify();
    const elsewhere = await fakeNetlify();
    netlify.send();
    const send: typeof fetch = async (...asked) => {
      const answer = await fetch(...asked);
      const link = `<${elsewhere.api}/forms/form-1/submissions?page=2>; rel="next"`;
      return new Response(await answer.text(), { headers: { link } });
    };
    const { ids, failure } = await all(forms(netlify, { send }));
    expect({ got: ids.length, failure }).toEqual({
      got: 1,
      failure: "Netlify names a next page that is none of the replies'.",
    });
    expect(elsewhere.asked()).toEqual([]);
  });
});

describe("what was decided is carried out at Netlify", () => {
  test("a reply is removed, with all that is known of its sender, or said to be spam", async () => {
    const netlify = await fakeNetlify();
    const [first, second] = [netlify.send(), netlify.send()];
    const host = forms(netlify);
    await host.remove(first);
    await host.reportSpam(second);
    expect({ left: netlify.left(), spam: netlify.spam() }).toEqual({ left: [], spam: [second] });
  });

  test("also when the answer is lost on the way, and when somebody else did it before", async () => {
    const netlify = await fakeNetlify();
    const [first, second] = [netlify.send(), netlify.send()];
    netlify.trouble(/^DELETE/, "done, no answer");
    netlify.trouble(/^PUT/, { status: 500 }, "done, no answer");
    const host = forms(netlify);
    await host.remove(first);
    await host.remove(first);
    await host.reportSpam(second);
    expect({ left: netlify.left(), spam: netlify.spam() }).toEqual({ left: [], spam: [second] });
  });

  test("or it is said that it was not", async () => {
    const netlify = await fakeNetlify();
    const id = netlify.send();
    netlify.trouble(/^DELETE/, { status: 403 });
    await expect(forms(netlify).remove(id)).rejects.toThrow(FormsHostError);
    expect(netlify.left()).toEqual([id]);
  });

  test("an id that is a path reaches nothing else", async () => {
    const netlify = await fakeNetlify();
    await forms(netlify).remove("../forms/form-1");
    expect(netlify.asked()).toEqual(["DELETE /submissions/..%2Fforms%2Fform-1"]);
  });
});
