import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BlobsServer } from "@netlify/blobs/server";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Versions } from "../../src/model/versions.ts";
import { listener } from "../loopback/listener.ts";
import { invoke } from "./on-netlify.ts";

const KEY = "3f8e2a7c5d914b60";

/** Netlify, with a store that lasts, and a site whose list of versions can be changed. */
async function netlify() {
  const directory = mkdtempSync(join(tmpdir(), "dateline-blobs-"));
  const blobs = new BlobsServer({ directory, token: "t0k3n" });
  const { port } = await blobs.start();
  onTestFinished(async () => {
    await blobs.stop();
    rmSync(directory, { recursive: true });
  });
  let list: { status?: number; body?: string } = { status: 404 };
  const answers = { search: 200 };
  const server = await listener({
    "/versions.json": () => list,
    "/indexnow": () => ({ status: answers.search }),
    "/hub": { status: 204 },
  });
  const url = `http://127.0.0.1:${port}`;
  const store = { url, url_uncached: url, token: "t0k3n" };
  return {
    answers,
    /** The site is now so, and its host says that a deploy has succeeded. */
    async deploy(pages: Versions["pages"] | string | undefined, context = "production") {
      const site = { site: server.url, indexNow: KEY, hub: `${server.url}/hub`, pages, feeds: { "/feed.xml": "a" } };
      list = pages === undefined ? { status: 404 } : { body: typeof pages === "string" ? pages : JSON.stringify(site) };
      server.heard.length = 0;
      const payload = { id: "1", state: "ready", created_at: "2026-11-03T09:00:00Z", ssl_url: server.url, context };
      const { log } = await invoke("announce", {
        env: { INDEX_NOW: `${server.url}/indexnow` },
        headers: { "x-netlify-event": "deploy_succeeded", "x-nf-site-id": "site-1", "x-nf-deploy-id": "deploy-1" },
        body: { payload, site: { id: "site-1" } },
        blobs: Buffer.from(JSON.stringify(store)).toString("base64"),
      });
      const told = server.heard
        .filter(({ path }) => path === "/indexnow")
        .flatMap(({ body }): string[] => JSON.parse(body).urlList);
      return { log, told: told.map((address) => address.replace(server.url, "")) };
    },
  };
}

describe("after a deploy on Netlify", () => {
  test("search engines are told of what has changed since they were last told", async () => {
    const { deploy, answers } = await netlify();
    expect(await deploy({ "/": "1" })).toEqual({
      told: [],
      log: "It is not known what the site was like before: from now on, changes are told.",
    });
    const told = { told: ["/", "/new/"], log: "IndexNow was told of 2 pages, the hub of 0 feeds." };
    expect(await deploy({ "/": "2", "/new/": "1" })).toEqual(told);
    expect((await deploy({ "/": "2", "/new/": "1" })).told).toEqual([]);
    answers.search = 429;
    const refused = await deploy({ "/": "2" });
    expect(refused.log).toContain(
      "IndexNow was told of 0 pages, the hub of 0 feeds. IndexNow has been told too much of late (429).",
    );
    answers.search = 202;
    expect((await deploy({ "/": "3" })).told).toEqual(["/", "/new/"]);
  });

  test("of a preview, or of a site that tells nobody, nobody is told", async () => {
    const { deploy } = await netlify();
    expect(await deploy({ "/": "1" }, "deploy-preview")).toEqual({ told: [], log: "" });
    expect(await deploy(undefined)).toEqual({
      told: [],
      log: "This site has no /versions.json: it tells nobody what changes.",
    });
  });

  test("a list that is damaged is said in the log, and nothing is forgotten over it", async () => {
    const { deploy } = await netlify();
    await deploy({ "/": "1" });
    expect((await deploy("<h1>Sorry</h1>")).log).toMatch(/\/versions\.json is no JSON\./);
    expect((await deploy({ "/": "2" })).told).toEqual(["/"]);
  });
});
