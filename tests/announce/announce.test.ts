import { describe, expect, test } from "vitest";
import { announce } from "../../src/announce/announce.ts";
import type { Versions } from "../../src/model/versions.ts";
import { listener } from "../loopback/listener.ts";

const site = "https://courier.example";
const KEY = "3f8e2a7c5d914b60";
const before: Versions = { site, pages: { "/": "a", "/gone/": "b" }, feeds: { "/feed.xml": "a", "/rss.xml": "b" } };
const after: Versions = { site, pages: { "/": "z", "/new/": "y" }, feeds: { "/feed.xml": "z", "/rss.xml": "b" } };

/** A search engine and a hub on this machine, which answer so, are told what has changed. */
async function tell(
  was: Versions | undefined,
  is: Versions,
  { search = 200, hub = 204, signal = new AbortController().signal } = {},
) {
  const answers = { "/indexnow": () => ({ status: search }), "/hub": () => ({ status: hub }) };
  const server = await listener(answers);
  const now = { ...is, indexNow: KEY, hub: `${server.url}/hub` };
  const telling = { send: fetch, signal, indexNow: `${server.url}/indexnow` };
  const result = await announce(was, now, telling);
  const at = (path: string) => server.heard.filter((heard) => heard.path === path);
  const lines = result.lines.map((line) => line.replaceAll(server.url, "HERE"));
  return {
    ...result,
    lines,
    search: at("/indexnow"),
    hub: at("/hub"),
    again: () => announce(result.remembered, now, telling),
  };
}

describe("announcing", () => {
  test("tells search engines, in the words of IndexNow, which pages are new, changed or gone", async () => {
    const { ok, search, lines } = await tell(before, after);
    expect(ok).toBe(true);
    expect(lines).toEqual(["IndexNow was told of 3 pages, the hub of 1 feed."]);
    expect(search).toMatchObject([{ method: "POST", headers: { "content-type": "application/json; charset=utf-8" } }]);
    expect(search.map(({ body }) => JSON.parse(body))).toEqual([
      {
        host: "courier.example",
        key: KEY,
        keyLocation: `${site}/${KEY}.txt`,
        urlList: [`${site}/`, `${site}/new/`, `${site}/gone/`],
      },
    ]);
  });

  test("tells the hub of each feed that is another, one at a time", async () => {
    const { hub } = await tell(before, { ...after, feeds: { "/feed.xml": "z", "/tags/%E5%8D%8E/rss.xml": "y" } });
    expect(hub.map(({ method, body }) => ({ method, body }))).toEqual([
      { method: "POST", body: "hub.mode=publish&hub.url=https%3A%2F%2Fcourier.example%2Ffeed.xml" },
      {
        method: "POST",
        body: "hub.mode=publish&hub.url=https%3A%2F%2Fcourier.example%2Ftags%2F%25E5%258D%258E%2Frss.xml",
      },
    ]);
    expect(hub[0]?.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded/);
  });

  test("tells nobody anything when nothing has changed, and nothing twice", async () => {
    const { search, hub, again, lines } = await tell(after, after);
    expect([...search, ...hub]).toEqual([]);
    expect(lines).toEqual(["IndexNow was told of 0 pages, the hub of 0 feeds."]);
    expect((await again()).lines).toEqual(["IndexNow was told of 0 pages, the hub of 0 feeds."]);
  });

  test("tells nobody of a site that it sees for the first time, and from then on what changes", async () => {
    const { ok, search, hub, lines, remembered } = await tell(undefined, after);
    expect({ ok, heard: [...search, ...hub] }).toEqual({ ok: true, heard: [] });
    expect(lines).toEqual(["It is not known what the site was like before: from now on, changes are told."]);
    expect((await tell(remembered, { ...after, pages: { "/": "z", "/new/": "2" } })).search.length).toBe(1);
  });

  test("tells only whom the site names, and does not save up what the other was not told", async () => {
    const telling = { send: fetch, signal: new AbortController().signal, indexNow: "http://127.0.0.1:9/" };
    const { ok, lines, remembered } = await announce(before, after, telling);
    expect({ ok, lines, remembered }).toEqual({ ok: true, lines: ["Nobody is to be told."], remembered: after });
  });

  test("sends at most ten thousand addresses in one request", async () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`/${at}/`, "a"]));
    const { search, lines } = await tell({ ...before, pages: {} }, { ...before, pages: many });
    const lists: string[][] = search.map(({ body }) => JSON.parse(body).urlList);
    expect(lists.map(({ length }) => length)).toEqual([10_000, 10_000, 1]);
    expect(new Set(lists.flat()).size).toBe(20_001);
    expect(lines).toEqual(["IndexNow was told of 20,001 pages, the hub of 0 feeds."]);
  });
});

describe("announcing fails, says why, and tells the next time what was not told,", () => {
  test.each([
    [400, "IndexNow does not understand the request (400)."],
    [403, "IndexNow does not find the key on the site (403)."],
    [422, "IndexNow says that the key does not fit, or that an address is of another site (422)."],
    [429, "IndexNow has been told too much of late (429)."],
    [500, "IndexNow answers 500."],
  ])("when IndexNow answers %i; the hub is told all the same", async (status, line) => {
    const { ok, lines, hub, remembered } = await tell(before, after, { search: status });
    expect({ ok, lines }).toEqual({ ok: false, lines: ["IndexNow was told of 0 pages, the hub of 1 feed.", line] });
    expect(hub.length).toBe(1);
    const next = await tell(remembered, after);
    expect(next.lines).toEqual(["IndexNow was told of 3 pages, the hub of 0 feeds."]);
  });

  test("when the hub refuses: the feeds before that one are not told again", async () => {
    const feeds = { "/feed.xml": "1", "/rss.xml": "2", "/tags/c/feed.xml": "3" };
    const { ok, lines, remembered } = await tell(before, { ...after, feeds }, { hub: 503 });
    expect({ ok, lines }).toEqual({
      ok: false,
      lines: ["IndexNow was told of 3 pages, the hub of 0 feeds.", "The hub HERE/hub answers 503 for /feed.xml."],
    });
    expect((await tell(remembered, { ...after, feeds })).lines).toEqual([
      "IndexNow was told of 0 pages, the hub of 3 feeds.",
    ]);
  });

  test("when nobody can be reached, or the time is over", async () => {
    const gone = await listener({});
    await gone.close();
    const now = { ...after, indexNow: KEY, hub: `${gone.url}/hub` };
    const telling = { send: fetch, signal: new AbortController().signal, indexNow: gone.url };
    expect((await announce(before, now, telling)).lines).toEqual([
      "IndexNow was told of 0 pages, the hub of 0 feeds.",
      "IndexNow cannot be reached (ECONNREFUSED).",
      `The hub ${gone.url}/hub cannot be reached (ECONNREFUSED).`,
    ]);
    const over = AbortSignal.abort(new DOMException("The operation timed out.", "TimeoutError"));
    const { lines, search, hub } = await tell(before, after, { signal: over });
    expect([...search, ...hub]).toEqual([]);
    expect(lines.slice(1)).toEqual(["IndexNow does not answer in time.", "The hub HERE/hub does not answer in time."]);
  });
});
