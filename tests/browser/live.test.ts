import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page, Request } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import type { RunningServer } from "../../src/site/serve.ts";
import { save, siteFolder } from "../site/site-folder.ts";
import { asReader, DESKTOP, PHONE } from "./reader.ts";
import { serveAsNetlify } from "./serve-as-netlify.ts";

const STORY = "/2026/11/regatta/";
const HALF_A_MINUTE = 31_000;

const LONG = "The boats go round the buoy, and the wind goes round with them. ".repeat(12);
const EARLIER = Array.from({ length: 12 }, (_, index) => `## 10:${40 - index} Round ${12 - index}\n\n${LONG}`);
const THREE_MORE = [
  "## 11:20 **It is over**\n\nThe *Tern* has won.[^1]",
  "## 11:15 Fog",
  "## 11:10 A collision\n\nNobody is hurt.",
];
const NOTE = "[^1]: By a length.";

let site: string;
let server: RunningServer;

/** Publishes the story with these posts as it would be written now; `live` is its field, or "" for none. */
async function publish(posts: readonly string[], live = "live: true\n"): Promise<void> {
  const front = `title: The regatta\nsummary: As it happens.\nauthor: ann\ndate: 2026-11-20T10:00\nsection: news\n${live}`;
  const text = `---\n${front}---\nWe are on the pier.\n\n${posts.join("\n\n")}\n`;
  await save(join(site, "content/articles/2026/11/regatta.md"), text);
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

const at = (path: string) => server.url.slice(0, -1) + path;

/** Opens the story under a clock that the test turns, and counts the looks at what is new. */
async function follow(page: Page): Promise<() => number> {
  let looks = 0;
  page.on("request", (request: Request) => {
    if (request.url().endsWith("live.json")) looks++;
  });
  await page.clock.install();
  await page.goto(at(STORY));
  return () => looks;
}

const headlines = (page: Page) => page.locator(".post > h2").allTextContents();

/** How far below the top of the window a post stands. */
const topOf = (page: Page, id: string) =>
  page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top, id);

const offered = (page: Page) => page.locator(".new-posts button");

/** Does what makes the page look at what is new, and waits until the page has its answer. */
async function look(page: Page, make: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse(/live\.json$/, { timeout: 10_000 });
  await make();
  await answered;
  // What is asked for later is answered later.
  await page.evaluate(async () => (await fetch("/robots.txt")).text());
}

/** Turns the clock on until a look is due. */
const nextLook = (page: Page, milliseconds = HALF_A_MINUTE) => look(page, () => page.clock.fastForward(milliseconds));

beforeAll(async () => {
  site = await siteFolder("tiny");
  await publish(EARLIER);
  server = await serveAsNetlify(join(site, "_site"));
});

afterAll(async () => {
  server.close();
  await server.closed;
  await rm(site, { recursive: true });
});

beforeEach(() => publish(EARLIER));

describe("a live story", () => {
  test("is read without JavaScript, with key events and permalinks that lead to their posts", async () => {
    await publish([...THREE_MORE, ...EARLIER, NOTE]);
    await asReader({ ...PHONE, javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(at(STORY));
      expect((await headlines(page)).slice(0, 4)).toEqual(["It is over", "Fog", "A collision", "Round 12"]);
      expect(await page.locator(".story-head .mark").textContent()).toBe("Live");
      expect(await offered(page).count()).toBe(0);
      await page.locator(".key-events a").click();
      expect(new URL(page.url()).hash).toBe("#11-20-it-is-over");
      await page.goto(at(`${STORY}#10-31-round-3`));
      expect(await page.locator("[id='10-31-round-3']").isVisible()).toBe(true);
      const top = await page.locator("[id='10-31-round-3']").boundingBox();
      expect(top?.y).toBeLessThan(100);
    });
  });

  test.each([
    ["a phone", PHONE],
    ["a desktop", DESKTOP],
  ])(
    "offers new posts on %s without moving what the reader reads, and shows them when asked",
    async (_name, device) => {
      await asReader(device, async ({ page }) => {
        const looks = await follow(page);
        await page.evaluate(() => document.getElementById("10-34-round-6")?.scrollIntoView());
        const before = await topOf(page, "10-34-round-6");
        await publish([...THREE_MORE, ...EARLIER, NOTE]);
        expect(looks()).toBe(0);
        await nextLook(page);
        await offered(page).waitFor();
        expect(await offered(page).textContent()).toBe("3 new posts");
        expect(await page.locator("[role=status].new-posts").textContent()).toBe("3 new posts");
        expect(await topOf(page, "10-34-round-6")).toBe(before);
        expect((await headlines(page)).length).toBe(12);

        await offered(page).click();
        await page.locator("[id='11-20-it-is-over']").waitFor();
        expect((await headlines(page)).slice(0, 4)).toEqual(["It is over", "Fog", "A collision", "Round 12"]);
        expect(await offered(page).count()).toBe(0);
        expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-labelledby"))).toBe(
          "11-20-it-is-over",
        );
        expect(await topOf(page, "11-20-it-is-over")).toBeLessThan(200);
        expect(await page.locator(".key-events a").textContent()).toBe("It is over");
        expect(await page.locator(".updated").textContent()).toContain("11:20");
        await page.locator(".footnote-ref a").click();
        expect(new URL(page.url()).hash).toBe("#fn_1");
        await page.locator(".post", { hasText: "Round 6" }).locator(".post-time").click();
        expect(new URL(page.url()).hash).toBe("#10-34-round-6");
        expect(await topOf(page, "10-34-round-6")).toBeLessThan(100);
      });
    },
  );

  test("offers one more while the first still waits, by keyboard too, and forgets the offer of a post taken back", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await follow(page);
      await publish([...THREE_MORE.slice(2), ...EARLIER]);
      await nextLook(page);
      await expect.poll(() => offered(page).textContent()).toBe("1 new post");
      await offered(page).focus();
      await publish([...THREE_MORE.slice(1), ...EARLIER]);
      await nextLook(page);
      await expect.poll(() => offered(page).textContent()).toBe("2 new posts");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("2 new posts");
      await page.keyboard.press("Enter");
      await expect.poll(async () => (await headlines(page))[0]).toBe("Fog");
      await publish([...THREE_MORE, ...EARLIER, NOTE]);
      await nextLook(page);
      await offered(page).waitFor();
      await publish([...THREE_MORE.slice(1), ...EARLIER]);
      await nextLook(page);
      await offered(page).waitFor({ state: "detached" });
    });
  });

  test("shows corrections and what was taken away with the next new posts, and calls nobody for them", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await follow(page);
      const corrected = EARLIER.map((post) => post.replace("Round 6", "Round six")).slice(0, 11);
      await publish(corrected);
      await nextLook(page);
      await nextLook(page);
      expect(await offered(page).count()).toBe(0);
      await publish([...THREE_MORE.slice(1), ...corrected]);
      await nextLook(page);
      await offered(page).click();
      await expect.poll(() => headlines(page)).toContain("Round six");
      expect(await headlines(page)).not.toContain("Round 1");
      expect((await headlines(page)).length).toBe(13);
    });
  });

  test("says when it is over, offers its last posts, and is not looked at again", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      const looks = await follow(page);
      await publish([...THREE_MORE, ...EARLIER, NOTE], "live: false\n");
      await nextLook(page);
      await offered(page).click();
      await page.locator("text=Live coverage has ended").waitFor();
      expect((await headlines(page))[0]).toBe("It is over");
      await page.clock.fastForward(20 * 60_000);
      expect(looks()).toBe(1);
      await page.reload();
      expect(await page.locator(".mark").count()).toBe(0);
      expect((await headlines(page)).length).toBe(15);
    });
  });

  test("that ended without another post says so on the page that is open, and moves nothing", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await follow(page);
      await page.evaluate(() => document.getElementById("10-34-round-6")?.scrollIntoView());
      const before = await topOf(page, "10-34-round-6");
      await publish(EARLIER, "live: false\n");
      await nextLook(page);
      await page.locator("text=Live coverage has ended").waitFor();
      expect(await topOf(page, "10-34-round-6")).toBe(before);
    });
  });

  test("that has become a story like any other is left alone, and its permalinks still work", async () => {
    await asReader(
      DESKTOP,
      async ({ page }) => {
        const looks = await follow(page);
        await publish(EARLIER, "");
        await nextLook(page);
        await page.clock.fastForward(20 * 60_000);
        expect(looks()).toBe(1);
        await page.goto(at(`${STORY}#10-34-round-6`));
        await page.reload();
        expect(await page.locator(".post").count()).toBe(0);
        expect(await topOf(page, "10-34-round-6")).toBeLessThan(100);
      },
      /404/,
    );
  });
});

describe("looks at what is new", () => {
  test("become rarer while the host is in trouble, and go on when it is well", async () => {
    await asReader(
      DESKTOP,
      async ({ page }) => {
        const looks = await follow(page);
        await page.route("**/live.json", (route) => route.fulfill({ status: 503 }));
        await nextLook(page);
        await page.clock.fastForward(HALF_A_MINUTE);
        expect(looks()).toBe(1);
        await nextLook(page);
        await page.unroute("**/live.json");
        await publish([...THREE_MORE, ...EARLIER, NOTE]);
        await nextLook(page, 4 * HALF_A_MINUTE);
        await offered(page).waitFor();
        expect(looks()).toBe(3);
      },
      /503/,
    );
  });

  test("are not taken without a network, nor at a page that nobody sees, and at once when the reader is back", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      const looks = await follow(page);
      // A worker that is being fetched would complain.
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await page.context().setOffline(true);
      await page.clock.fastForward(HALF_A_MINUTE);
      expect(looks()).toBe(0);
      await look(page, () => page.context().setOffline(false));
      const turn = (hidden: boolean) =>
        page.evaluate((hidden) => {
          Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
          document.dispatchEvent(new Event("visibilitychange"));
        }, hidden);
      await turn(true);
      await page.clock.fastForward(10 * HALF_A_MINUTE);
      expect(looks()).toBe(1);
      await look(page, () => turn(false));
      expect(looks()).toBe(2);
    });
  });

  test("are answered by the network, also where the page is kept for reading offline", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await page.goto(at(STORY));
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await follow(page);
      await publish([...THREE_MORE, ...EARLIER, NOTE]);
      await nextLook(page);
      await offered(page).click();
      await page.locator("[id='11-20-it-is-over']").waitFor();
      await page.reload();
      expect((await headlines(page))[0]).toBe("It is over");
    });
  });

  test("ask a host only whether the file is what it was", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await follow(page);
      await nextLook(page);
      const answer = await page.request.get(at(`${STORY}live.json`));
      expect(answer.headers()["cache-control"]).toBe("no-cache");
      expect(Buffer.byteLength(await answer.body())).toBeLessThan(400);
    });
  });
});
