import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import type { RunningServer } from "../../src/site/serve.ts";
import { siteFolder } from "../site/site-folder.ts";
import { brokenRules, sidewaysScroll } from "./checks.ts";
import { asReader, DESKTOP, PHONE } from "./reader.ts";
import { serveAsNetlify } from "./serve-as-netlify.ts";

let site: string;
let server: RunningServer;
let story: string;
let arabic: string;
let live: string;

const TEXT = `

[The first lorry crosses](https://www.youtube.com/watch?v=aBcDeFgHiJk&t=90)

https://www.openstreetmap.org/?mlat=51.50&mlon=-0.08#map=15/51.50/-0.08

[What the mayor says](https://social.example/@mayor/113456789012345678)
`;

const OF_YOUTUBE = "https://www.youtube-nocookie.com/embed/aBcDeFgHiJk?start=90";

beforeAll(async () => {
  site = await siteFolder("tiny");
  const content = join(site, "content");
  await appendFile(join(content, "settings.yaml"), "embeds: [social.example]\n");
  const folder = join(content, "articles/2026/04");
  const written = await readFile(join(folder, "bridge-opens.md"), "utf8");
  const add = (file: string, field: string, body: string) =>
    writeFile(join(folder, file), written.replace("---\n", `---\n${field}`).replace("The first lorry", body));
  await add("bridge-opens.md", "", `${TEXT}\nThe first lorry`);
  await add("arabic.md", "language: ar\n", `${TEXT}\nThe first lorry`);
  await add("live.md", "live: true\n", `## 15:30 It opens\n${TEXT}\nThe first lorry`);
  const output = join(site, "_site");
  const now = Date.parse("2026-11-22T12:00:00Z");
  const { problems } = await build({
    ...{ content, output, work: join(site, ".dateline"), now },
    ...{ unpublished: "none", indexed: true },
  });
  expect(problems).toEqual([]);
  server = await serveAsNetlify(output);
  [story, arabic, live] = ["bridge-opens", "arabic", "live"].map((slug) => `${server.url}2026/04/${slug}/`) as [
    string,
    string,
    string,
  ];
});

afterAll(async () => {
  server.close();
  await server.closed;
  await rm(site, { recursive: true });
});

interface Asked {
  readonly url: string;
  readonly referer: string | undefined;
}

/** Stands in for every provider. Says what it was asked for. */
async function answer(
  page: Page,
  body = "<!doctype html><title>A frame</title><button>Play</button>",
): Promise<Asked[]> {
  const asked: Asked[] = [];
  await page.route(/^https:/, async (route) => {
    const { referer } = await route.request().allHeaders();
    asked.push({ url: route.request().url(), referer });
    await route.fulfill({ contentType: "text/html", body });
  });
  return asked;
}

/** Of the hosts that a frame may come from here. */
const PROVIDERS = /^asked https:\/\/(?:www\.youtube-nocookie\.com|www\.openstreetmap\.org|social\.example)\//;

const button = (page: Page, name: string) => page.getByRole("button", { name });

describe("a card", () => {
  test("asks no other host for anything, however far a reader reads, and says what it would", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await page.goto(story);
      await button(page, "Load the post: What the mayor says").scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 10_000);
      expect(await page.locator(".embed").first().innerText()).toMatch(
        /The first lorry crosses YouTube\s+Load the video\s+Loading it sends your internet address, and what you watch, to YouTube\./,
      );
      expect(await button(page, "Load the map: A map by OpenStreetMap").isVisible()).toBe(true);
      expect(await page.locator("iframe").count()).toBe(0);
      await page.waitForLoadState("networkidle");
    });
  });

  test("is loaded from the keyboard into a frame, which then has the focus, and only its provider is asked", async () => {
    await asReader(
      DESKTOP,
      async ({ page }) => {
        const asked = await answer(page);
        await page.goto(story);
        await page.getByRole("link", { name: "The first lorry crosses" }).focus();
        await button(page, "Load the video: The first lorry crosses").waitFor();
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        const frame = page.frameLocator('iframe[title="The first lorry crosses"]');
        await expect.poll(() => frame.locator("body").evaluate(() => document.hasFocus())).toBe(true);
        expect(asked).toEqual([{ url: OF_YOUTUBE, referer: server.url }]);
        expect(await page.evaluate(() => document.activeElement?.getAttribute("title"))).toBe(
          "The first lorry crosses",
        );
        await page.keyboard.press("Tab");
        await expect.poll(() => frame.getByRole("button").evaluate((one) => one === document.activeElement)).toBe(true);
        expect(await page.locator(".embed iframe").count()).toBe(1);
        expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, ""]);
      },
      PROVIDERS,
    );
  });

  test("tells a provider that does not need it nothing of the site", async () => {
    await asReader(
      DESKTOP,
      async ({ page }) => {
        const asked = await answer(page);
        await page.goto(story);
        await button(page, "Load the map").click();
        await page.frameLocator("iframe").getByRole("button").waitFor();
        expect(asked.map(({ referer }) => referer)).toEqual([undefined]);
      },
      PROVIDERS,
    );
  });

  test("is as high as a post says, when the post is the one that says so", async () => {
    await asReader(
      DESKTOP,
      async ({ page }) => {
        // As Mastodon does: whoever shows the post asks, and it answers.
        await answer(
          page,
          "<script>onmessage = ({ data, source }) => source.postMessage({ ...data, height: 333 }, '*');</script>",
        );
        await page.goto(story);
        await button(page, "Load the post").click();
        const height = () => page.locator(".embed-post iframe").evaluate((one) => one.clientHeight);
        await expect.poll(height).toBe(333);
        await page.evaluate(() => postMessage({ height: 999 }, "*"));
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
        expect(await height()).toBe(333);
      },
      PROVIDERS,
    );
  });

  test("keeps the reader on the page, whatever its frame tries, and takes no frame of another host", async () => {
    const tries = "<script>try { top.location = 'https://evil.example/'; } catch { document.title = 'kept'; }</script>";
    await asReader(
      DESKTOP,
      async ({ page }) => {
        const asked = await answer(page, tries);
        await page.goto(story);
        await button(page, "Load the map").click();
        await expect.poll(() => page.frames()[1]?.title()).toBe("kept");
        expect(page.url()).toBe(story);
        await page.locator(".embed-wide").evaluate((card) => card.setAttribute("data-frame", "https://evil.example/"));
        await button(page, "Load the video").click();
        await expect.poll(() => page.frames()[2]?.url()).toMatch(/^chrome-error:/);
        expect(asked.map(({ url }) => new URL(url).host)).toEqual(["www.openstreetmap.org"]);
      },
      /^asked https:\/\/www\.openstreetmap\.org\/|Unsafe attempt to initiate navigation|violates the following Content Security Policy directive: "frame-src/,
    );
  });

  test("is a link without JavaScript, and nothing that does nothing", async () => {
    await asReader({ ...DESKTOP, javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(story);
      const link = page.getByRole("link", { name: "The first lorry crosses" });
      expect(await link.getAttribute("href")).toBe("https://www.youtube.com/watch?v=aBcDeFgHiJk&t=90");
      expect(await page.locator(".embed p:visible").count()).toBe(0);
    });
  });

  test("speaks the language of its story", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await page.goto(arabic);
      await button(page, "تحميل الخريطة: خريطة من OpenStreetMap").waitFor();
    });
  });

  test("of a post that has come while a live story was open is offered like the others", async () => {
    await asReader(
      DESKTOP,
      async ({ page }) => {
        await answer(page);
        await page.goto(live);
        await button(page, "Load the video").waitFor();
        // As `live-take.ts` does: the posts are exchanged for those of the page as it is now.
        await page.evaluate(async () => {
          const shown = document.querySelector(".live");
          const copy = shown?.cloneNode(true);
          if (!shown || !(copy instanceof Element)) throw new Error("There are no posts");
          for (const asking of copy.querySelectorAll<HTMLElement>(".embed p")) asking.hidden = true;
          shown.replaceChildren(...copy.childNodes);
        });
        await button(page, "Load the video").click();
        await page.frameLocator("iframe").getByRole("button").waitFor();
      },
      PROVIDERS,
    );
  });

  test.each([
    ["a phone in the dark", { ...PHONE, colorScheme: "dark" }],
    ["a desktop in light", { ...DESKTOP, colorScheme: "light" }],
  ] as const)("breaks no rule of accessibility on %s, before and after it is loaded", async (_, device) => {
    await asReader(
      device,
      async ({ page }) => {
        await answer(page, '<!doctype html><html lang="en"><title>A frame</title><h1>A frame</h1></html>');
        await page.goto(story);
        await button(page, "Load the video").waitFor();
        expect(await brokenRules(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toEqual([]);
        await button(page, "Load the video").click();
        await page.frameLocator("iframe").getByRole("heading").waitFor();
        expect(await brokenRules(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toEqual([]);
      },
      PROVIDERS,
    );
  });
});

test("a page without a card loads no script for one, and no sheet", async () => {
  await asReader(DESKTOP, async ({ page }) => {
    const scriptsAt = async (url: string) => {
      await page.goto(url);
      return page.locator('script[src*="/assets/embeds-"]').count();
    };
    expect(await scriptsAt(story)).toBe(1);
    expect(await scriptsAt(server.url)).toBe(0);
    expect(await page.content()).not.toContain(".embed");
  });
});
