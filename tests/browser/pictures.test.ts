import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Page, Response } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import type { RunningServer } from "../../src/site/serve.ts";
import { jpeg } from "../content/photographs.ts";
import { NOW } from "../pages/newspaper.ts";
import { siteFolder } from "../site/site-folder.ts";
import { asReader, DESKTOP } from "./reader.ts";
import { serveAsNetlify } from "./serve-as-netlify.ts";

const KB = 1024;
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

const PARAGRAPH = "The ferry made its last trip at noon, and nobody was on it but the crew and a dog. ".repeat(5);

const STORY = `---
title: The ferry stops
summary: Nobody was on it.
author: ann
date: 2026-05-20T09:00
section: news
image: { src: ferry.jpg, alt: A ferry, caption: On its way }
---
${`${PARAGRAPH}\n\n`.repeat(40)}![The deck](deck.jpg "Where the dog lay")

${PARAGRAPH}
`;

let server: RunningServer;
let cover: Buffer;

beforeAll(async () => {
  const site = await siteFolder("tiny");
  const folder = join(site, "content/articles/2026/05");
  cover = await jpeg(1200, 800, 89);
  await writeFile(join(folder, "ferry.jpg"), cover);
  await writeFile(join(folder, "deck.jpg"), await jpeg(900, 600));
  await writeFile(join(folder, "ferry.md"), STORY);
  const output = join(site, "_site");
  const work = join(site, ".dateline");
  const given = {
    content: join(site, "content"),
    now: NOW,
    unpublished: "none",
    indexed: true,
    search: false,
  } as const;
  const { problems } = await build({ ...given, output, work });
  expect(problems).toEqual([]);
  server = await serveAsNetlify(output);
});

afterAll(async () => {
  server.close();
  await server.closed;
});

const at = (path: string) => server.url + path;
const THE_STORY = "2026/05/ferry/";

/** The pictures that a page fetches from here on, with their bytes. */
function picturesOf(page: Page) {
  const fetched: Response[] = [];
  page.on("response", (response) => {
    if (pathOf(response).startsWith("/images/")) fetched.push(response);
  });
  return () =>
    Promise.all(fetched.map(async (response) => ({ path: pathOf(response), bytes: (await response.body()).length })));
}

const pathOf = (response: Response) => new URL(response.url()).pathname;

describe("a reader on a phone", () => {
  test("fetches one file of a story's cover, in AVIF and in the width that the screen has", async () => {
    expect(cover.length).toBeGreaterThan(85 * KB);
    expect(cover.length).toBeLessThan(96 * KB);
    await asReader(PHONE, async ({ page }) => {
      const fetched = picturesOf(page);
      const answer = await page.goto(at(THE_STORY), { waitUntil: "load" });
      const pictures = await fetched();
      expect(pictures.map(({ path }) => path)).toEqual([
        expect.stringMatching(/^\/images\/ferry-[0-9a-f]{10}\/680-\w+\.avif$/),
      ]);
      const [{ bytes } = { bytes: 0 }] = pictures;
      expect(bytes).toBeLessThanOrEqual(14 * KB);
      const html = brotliCompressSync((await answer?.body()) ?? "").length;
      expect(html + bytes, `page ${html}, picture ${bytes}`).toBeLessThanOrEqual(25 * KB);
    });
  });

  test("fetches a picture further down when it is near", async () => {
    await asReader(PHONE, async ({ page }) => {
      const fetched = picturesOf(page);
      await page.goto(at(THE_STORY), { waitUntil: "load" });
      const isDeck = (path: string) => path.startsWith("/images/deck-");
      expect((await fetched()).some(({ path }) => isDeck(path))).toBe(false);
      const arrives = page.waitForResponse((response) => isDeck(pathOf(response)));
      await page.locator(".prose figure").scrollIntoViewIfNeeded();
      expect((await arrives).url()).toMatch(/680-\w+\.avif$/);
    });
  });

  test("sees nothing move when a picture arrives, and its colour until it does", async () => {
    await asReader(PHONE, async ({ page }) => {
      const arrival = Promise.withResolvers<void>();
      await page.route("**/images/**", async (route) => {
        await arrival.promise;
        await route.continue();
      });
      await page.goto(at(THE_STORY), { waitUntil: "domcontentloaded" });
      const look = () =>
        page.evaluate(() => {
          const [img, text] = [document.querySelector(".cover img"), document.querySelector(".prose")];
          if (!(img instanceof HTMLImageElement) || !text) throw new Error("No cover, or no text");
          const { width, height } = img.getBoundingClientRect();
          const colour = getComputedStyle(img).backgroundColor;
          return { complete: img.complete, width, height, text: text.getBoundingClientRect().top, colour };
        });
      const before = await look();
      expect(before).toMatchObject({ complete: false, colour: expect.stringMatching(/^rgb\(\d+, \d+, \d+\)$/) });
      expect(before.width / before.height).toBeCloseTo(3 / 2, 1);
      arrival.resolve();
      await page.waitForFunction(() => document.querySelector<HTMLImageElement>(".cover img")?.complete);
      expect(await look()).toEqual({ ...before, complete: true });
    });
  });
});

test("a reader at a desk gets on the front page a lead picture, cropped, at once", async () => {
  await asReader({ ...DESKTOP, deviceScaleFactor: 2 }, async ({ page }) => {
    const fetched = picturesOf(page);
    await page.goto(at(""), { waitUntil: "load" });
    const lead = (await fetched()).filter(({ path }) => path.startsWith("/images/ferry-"));
    expect(lead.length).toBe(1);
    expect(lead[0]?.path).toMatch(/\d+-\w+\.avif$/);
  });
});
