import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import type { RunningServer } from "../../src/site/serve.ts";
import { siteFolder } from "../site/site-folder.ts";
import { asReader, DESKTOP, PHONE } from "./reader.ts";
import { serveAsNetlify } from "./serve-as-netlify.ts";

const BRIDGE = "/2026/04/bridge-opens/";
const FERRY = "/2026/05/ferry-stops/";
const FERRY_FILE = "content/articles/2026/05/ferry-stops.md";

/** What the console says where there is no network. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED/;

let site: string;
let server: RunningServer;

/** Publishes the newspaper as it is written now. */
async function publish(): Promise<void> {
  const result = await build({
    content: join(site, "content"),
    output: join(site, "_site"),
    work: join(site, ".dateline"),
    now: Date.parse("2026-11-22T12:00:00Z"),
    unpublished: "none",
    indexed: true,
  });
  expect(result.problems).toEqual([]);
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(join(site, path), change(await readFile(join(site, path), "utf8")));
}

const at = (path: string) => server.url.slice(0, -1) + path;

/** Opens a page, and waits until it can be read offline. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(at(path));
  const isKept = (url: string) =>
    page.evaluate(async (url) => {
      const kept = await (await caches.open("dateline-pages-1")).match(url);
      return (await kept?.text()) ?? "";
    }, url);
  await expect.poll(() => isKept(at(path))).toContain(`<title>${await page.title()}`.replace("&", "&amp;"));
}

const keptPages = (page: Page) =>
  page.evaluate(async () => {
    const requests = await (await caches.open("dateline-pages-1")).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  });

beforeAll(async () => {
  site = await siteFolder("tiny");
  await publish();
  server = await serveAsNetlify(join(site, "_site"));
});

afterAll(async () => {
  server.close();
  await server.closed;
  await rm(site, { recursive: true });
});

beforeEach(async () => {
  const fresh = await siteFolder("tiny");
  await rm(join(site, "content"), { recursive: true });
  await cp(join(fresh, "content"), join(site, "content"), { recursive: true });
  await rm(fresh, { recursive: true });
  await publish();
});

describe("without a network, a reader", () => {
  test("reads a visited story again, with its picture, and the front page as it was", async () => {
    await asReader(PHONE, async ({ page }) => {
      await visit(page, "/");
      await visit(page, BRIDGE);
      const text = await page.textContent(".prose");
      await page.context().setOffline(true);
      await page.goto(at(BRIDGE));
      expect(await page.textContent(".prose")).toBe(text);
      const loaded = await page.evaluate(() =>
        [...document.images].map((image) => image.complete && image.naturalWidth > 0),
      );
      expect(loaded.length).toBeGreaterThan(0);
      expect(loaded).not.toContain(false);
      await page.goto(at("/?from=home"));
      expect(await page.textContent("h1")).toBe("The Small Paper");
    });
  });

  test("is told at a page that was not visited that there is no network, and which stories can be read", async () => {
    await asReader(
      DESKTOP,
      async ({ page }) => {
        await visit(page, "/");
        await visit(page, BRIDGE);
        await page.context().setOffline(true);
        await page.goto(at(FERRY));
        expect(await page.textContent("h1")).toBe("You are offline");
        await page.locator("[data-kept]").waitFor();
        const links = page.locator("[data-kept] a");
        expect(await links.allTextContents()).toEqual(["Bridge opens a month early"]);
        await links.first().click();
        await page.waitForURL(at(BRIDGE));
        expect(await page.textContent("h1")).toBe("Bridge opens a month early");
      },
      NO_NETWORK,
    );
  });

  test("gets the page that was wanted when the network is back, at the same address", async () => {
    await asReader(
      DESKTOP,
      async ({ page }) => {
        await visit(page, "/");
        await page.context().setOffline(true);
        await page.goto(at(FERRY));
        expect(await page.locator("[data-kept]").isVisible()).toBe(false);
        await page.context().setOffline(false);
        await page.click("text=Try again");
        await page.locator(".prose").first().waitFor();
        expect(new URL(page.url()).pathname).toBe(FERRY);
      },
      NO_NETWORK,
    );
  });
});

describe("with a network, a reader", () => {
  test("gets a story as it is now, however often it was read before, and reads that offline", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await visit(page, FERRY);
      await edit(FERRY_FILE, (text) => text.replace(/^title: .*$/m, "title: The ferry goes on after all"));
      await publish();
      await visit(page, FERRY);
      expect(await page.textContent("h1")).toBe("The ferry goes on after all");
      await page.context().setOffline(true);
      await page.reload();
      expect(await page.textContent("h1")).toBe("The ferry goes on after all");
    });
  });

  test("who finds a story gone has no copy of it left either, and an error is never kept", async () => {
    await asReader(
      DESKTOP,
      async ({ page }) => {
        await visit(page, FERRY);
        await rm(join(site, FERRY_FILE));
        await publish();
        await page.goto(at(FERRY));
        expect(await page.textContent("h1")).toBe("There is no page at this address");
        await visit(page, BRIDGE);
        expect(await keptPages(page)).toEqual([BRIDGE]);
      },
      /404/,
    );
  });
});

describe("what is kept", () => {
  test("is no more than the sixty pages visited last", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await visit(page, BRIDGE);
      await page.evaluate(async () => {
        const store = await caches.open("dateline-pages-1");
        for (let index = 0; index < 70; index++) await store.put(`/old-${index}/`, new Response(""));
      });
      await visit(page, BRIDGE);
      await visit(page, FERRY);
      const kept = await keptPages(page);
      expect(kept.length).toBe(60);
      expect(kept.slice(-3)).toEqual(["/old-69/", BRIDGE, FERRY]);
    });
  });

  test("is not the search's index, and nothing that another program keeps at this address is touched", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await page.goto(at("/about/"));
      await page.evaluate(async () => {
        await caches.open("dateline-pages-0");
        await caches.open("another-program");
      });
      await visit(page, "/search/");
      await page.fill("input[type=search]", "bridge");
      await page.keyboard.press("Enter");
      await page.locator("#results_ h2").first().waitFor();
      const files = await page.evaluate(async () => {
        const requests = await (await caches.open("dateline-files-1")).keys();
        return requests.map(({ url }) => new URL(url).pathname);
      });
      expect(files.filter((path) => !/^\/(?:assets|images)\//.test(path))).toEqual([]);
    });
  });

  test("goes from the browsers of readers when the setting is off, and the worker with it", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await visit(page, BRIDGE);
      await page.evaluate(() => caches.open("another-program"));
      await edit("content/settings.yaml", (text) => `${text}offlineReading: false\n`);
      await publish();
      await page.goto(at(FERRY));
      const left = () =>
        page.evaluate(async () => {
          const workers = await navigator.serviceWorker.getRegistrations();
          return [...workers.map(({ scope }) => scope), ...(await caches.keys())];
        });
      await expect.poll(left, { timeout: 30_000 }).toEqual(["another-program"]);
      // A worker stays with the pages that it has until they are closed.
      await page.goto("about:blank");
      await page.goto(at(BRIDGE));
      expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
      expect(await left()).toEqual(["another-program"]);
    });
  });
});
