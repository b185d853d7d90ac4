import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "cheerio";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { DISCUSSED_STORY } from "../budgets/fixture-site.ts";
import { asReader, PHONE } from "./reader.ts";

/** The id of the last reply on a page of the newspaper, among those that the selector means. */
function lastReply(url: string, selector = "article[id^=comment_]"): string {
  const $ = load(readFileSync(join(inject("fixture").folder, url, "index.html"), "utf8"));
  const id = $(selector).last().attr("id");
  if (!id) throw new Error(`There is no ${selector} on ${url}`);
  return id;
}

const OLDEST_PAGE = `${DISCUSSED_STORY}comments/page/1/`;
const address = (path: string) => inject("fixture").url + path;

/** Whether the reply is on the screen, with the mark of the one that the address names. */
const isShown = (page: Page, id: string): Promise<boolean> =>
  page.evaluate((id) => {
    const reply = document.getElementById(id);
    const { top = -1 } = reply?.getBoundingClientRect() ?? {};
    return reply?.checkVisibility() === true && reply.matches(":target") && top >= 0 && top < innerHeight;
  }, id);

describe("the address of a reply leads to it,", () => {
  test("also when it is folded away, in browsers that do not unfold it by themselves", () =>
    asReader(PHONE, async ({ page, open }) => {
      const id = lastReply(DISCUSSED_STORY, "details article");
      await open(address(DISCUSSED_STORY));
      expect(await page.locator(`#${id}`).isVisible()).toBe(false);
      // As they do it: the address changes, and the fold stays shut.
      await page.evaluate((hash) => {
        const { open } = Object.getOwnPropertyDescriptors(HTMLDetailsElement.prototype);
        history.replaceState(null, "", hash);
        for (const fold of document.querySelectorAll("details")) open.set?.call(fold, false);
        dispatchEvent(new HashChangeEvent("hashchange"));
      }, `#${id}`);
      expect(await page.locator(`#${id}`).isVisible()).toBe(true);
      await open(address(`${DISCUSSED_STORY}#${id}`));
      await expect.poll(() => isShown(page, id)).toBe(true);
    }));

  test("also when the reply has gone to another page since", () =>
    asReader(PHONE, async ({ page }) => {
      const id = lastReply(OLDEST_PAGE);
      // Which it leaves as soon as it is there.
      await page.goto(address(`${DISCUSSED_STORY}#${id}`), { waitUntil: "commit" });
      await page.waitForURL(address(`${OLDEST_PAGE}#${id}`));
      await expect.poll(() => isShown(page, id)).toBe(true);
    }));

  test("and where there is no such reply, the page stays as it is", () =>
    asReader(PHONE, async ({ page, open }) => {
      await open(address(`${OLDEST_PAGE}#comment_nobody`));
      await page.waitForLoadState("networkidle");
      expect(page.url()).toBe(address(`${OLDEST_PAGE}#comment_nobody`));
    }));

  test("also without a script, in Chromium", () =>
    asReader({ ...PHONE, javaScriptEnabled: false }, async ({ page, open }) => {
      const id = lastReply(DISCUSSED_STORY, "details article");
      await open(address(`${DISCUSSED_STORY}#${id}`));
      await expect.poll(() => page.locator(`#${id}`).isVisible()).toBe(true);
    }));
});

describe("the replies on paper", () => {
  test("are those that are not folded, without what leads on", () =>
    asReader({ colorScheme: "light" }, async ({ page, open }) => {
      await open(address(DISCUSSED_STORY));
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".comments > article").first().isVisible()).toBe(true);
      for (const gone of ["details", ".ways", "[data-reply-to]", "form"])
        expect(await page.locator(`.comments ${gone}`).first().isVisible(), gone).toBe(false);
    }));
});
