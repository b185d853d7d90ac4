import { describe, expect, test } from "vitest";
import { type Bell, ring } from "../../src/bell/ring.ts";
import { listener } from "../loopback/listener.ts";

const NINE = Date.UTC(2026, 10, 3, 9);
const DUE = { body: '{"next":"2026-11-03T09:00:00.000Z"}' };

/** A site that says this, with a build hook that answers so, at nine o'clock or so much later. */
async function ringFor(says: object, { hook = 200, minutes = 0, bell = {} as Partial<Bell> } = {}) {
  const server = await listener({ "/next-change.json": says, "/hook": { status: hook } });
  const rung = { site: server.url, hook: { url: `${server.url}/hook` }, ...bell };
  const { ok, line } = await ring(NINE + minutes * 60_000, rung, fetch);
  const rings = server.heard.filter(({ path }) => path === "/hook");
  return { ok, line: line.replaceAll(server.url, "SITE"), rings };
}

describe("ringing", () => {
  test("has the site built when a story is due", async () => {
    const { ok, line, rings } = await ringFor(DUE);
    expect({ ok, line }).toEqual({
      ok: true,
      line: "A change has been due since 2026-11-03T09:00:00.000Z: the site is being built.",
    });
    expect(rings).toMatchObject([{ method: "POST", body: "" }]);
  });

  test.each([
    [DUE, -1, "The next change is due at 2026-11-03T09:00:00.000Z."],
    [DUE, 30, "What is due since 2026-11-03T09:00:00.000Z was rung for; waiting."],
    [{ body: '{"next":null}' }, 0, "Nothing is going to change by itself."],
  ])("leaves the hook alone when the site says %j and it is nine and %i minutes", async (says, minutes, line) => {
    expect(await ringFor(says, { minutes })).toEqual({ ok: true, line, rings: [] });
  });

  test("sends what the hook wants to have", async () => {
    const server = await listener({ "/next-change.json": DUE, "/dispatch": { status: 204 } });
    const hook = { url: `${server.url}/dispatch`, headers: { authorization: "Bearer x" }, body: '{"ref":"main"}' };
    expect(await ring(NINE, { site: server.url, hook }, fetch)).toMatchObject({ ok: true, rang: true });
    expect(server.heard.at(-1)).toMatchObject({ body: '{"ref":"main"}', headers: { authorization: "Bearer x" } });
  });
});

describe("ringing fails, and says why in one line,", () => {
  const since = "A change has been due since 2026-11-03T09:00:00.000Z";

  test.each([
    ["the site has no such file", { status: 404 }, "SITE/next-change.json answers 404."],
    ["the site is out of order", { status: 503, body: "<h1>Sorry</h1>" }, "SITE/next-change.json answers 503."],
    [
      "the file is damaged",
      { body: '{"next":"20' },
      'SITE/next-change.json is no JSON (it begins with "{\\"next\\":\\"20").',
    ],
    [
      "the time is none",
      { body: '{"next":"soon"}' },
      'SITE/next-change.json says no time after "next" ("{\\"next\\":\\"soon\\"}").',
    ],
  ])("when %s", async (_, says, line) => {
    expect(await ringFor(says)).toEqual({ ok: false, line, rings: [] });
  });

  test.each([500, 404, 302])("when the hook answers %i", async (status) => {
    const { ok, line } = await ringFor(DUE, { hook: status });
    expect({ ok, line }).toEqual({ ok: false, line: `${since}, but the build hook answers ${status}.` });
  });

  test("when there is no hook, even while nothing is due, so that it is not found out at the hour", async () => {
    const line = "There is no build hook to ring: set BUILD_HOOK to the address of one.";
    expect(await ringFor(DUE, { minutes: -60, bell: { hook: undefined } })).toEqual({ ok: false, line, rings: [] });
  });

  test("when nobody says where the site is, or says something that is no address", async () => {
    const hook = { url: "http://127.0.0.1:9/" };
    expect((await ring(NINE, { site: "", hook }, fetch)).line).toBe(
      "Nobody says where the site is, so nobody can say when it is due.",
    );
    expect((await ring(NINE, { site: "courier", hook }, fetch)).line).toBe(
      'The site\'s address "courier" is no address.',
    );
  });

  test("when the site or the hook cannot be reached; the hook's address, which is a secret, is not told", async () => {
    const gone = await listener({});
    await gone.close();
    const site = await ring(NINE, { site: gone.url, hook: { url: `${gone.url}/s3cret` } }, fetch);
    expect(site).toMatchObject({ ok: false, line: `${gone.url}/next-change.json cannot be reached (ECONNREFUSED).` });
    const hook = await ringFor(DUE, { bell: { hook: { url: `${gone.url}/s3cret` } } });
    expect(hook).toMatchObject({ ok: false, line: `${since}, but the build hook cannot be reached (ECONNREFUSED).` });
    const wrong = await ringFor(DUE, { bell: { hook: { url: "s3cret" } } });
    expect(wrong).toMatchObject({ ok: false, line: `${since}, but the build hook is no address.` });
  });

  test("when the site does not answer in time", async () => {
    const late: typeof fetch = () => Promise.reject(new DOMException("The operation timed out.", "TimeoutError"));
    const { line } = await ring(NINE, { site: "https://courier.example", hook: { url: "https://hook.example" } }, late);
    expect(line).toBe("https://courier.example/next-change.json does not answer in time.");
  });
});
