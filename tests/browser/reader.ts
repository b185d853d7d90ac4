import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect, inject } from "vitest";

/** A reader at a browser: opens pages of the built sites, and must never see an error in the console. */
export interface Reader {
  readonly page: Page;
  /** Opens a page of the repository's own newspaper by its path, or any by its whole address. */
  open(path: string): Promise<void>;
}

/**
 * Lets a reader loose, and afterwards checks that no page complained, nor asked another site for anything, except for
 * what the visit brings about on purpose.
 */
export async function asReader(
  options: BrowserContextOptions,
  visit: (reader: Reader) => Promise<void>,
  onPurpose?: RegExp,
): Promise<void> {
  const browser = await chromium.connect(inject("browser"));
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    context.on("request", (request) => {
      const { protocol, hostname, href } = new URL(request.url());
      if (protocol.startsWith("http") && hostname !== "127.0.0.1") complaints.push(`asked ${href}`);
    });
    const open = async (path: string) => {
      await page.goto(new URL(path, inject("site")).href, { waitUntil: "load" });
      if (options.javaScriptEnabled !== false) await untilReady(page);
    };
    await visit({ page, open });
    expect(complaints.filter((complaint) => !onPurpose?.test(complaint))).toEqual([]);
  } finally {
    await context.close();
    await browser.close();
  }
}

/**
 * Until a page is on the screen, before which a browser drops what is typed, and has run the script that it loads then; a
 * feed has none.
 */
export async function untilReady(page: Page): Promise<void> {
  if ((await page.evaluate(() => document.contentType)) !== "text/html") return;
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  const script = await page.waitForFunction(() => {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    return loaded.find((name) => /\/assets\/page-\w+\.js$/.test(name));
  });
  // Has run when it can be imported. A text, as an import in a function would be the test runner's.
  await page.evaluate(`import(${JSON.stringify(await script.jsonValue())})`);
}

export const PHONE = { viewport: { width: 360, height: 800 }, isMobile: true, hasTouch: true };
export const TABLET = { viewport: { width: 768, height: 1024 } };
export const DESKTOP = { viewport: { width: 1280, height: 900 } };
