import { describe, expect, inject, test } from "vitest";
import { asReader, DESKTOP, PHONE } from "./reader.ts";

const path = (url: string) => new URL(url).pathname + new URL(url).search;

describe("a reader", () => {
  test("goes from the front page to a story, its topic, its author and back", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/");
      const headline = (await page.textContent(".card-lead .headline")) ?? "";
      await page.click(".card-lead .headline a");
      expect(await page.textContent("h1")).toBe(headline);

      const topic = page.locator(".tags a").first();
      const topicName = await topic.textContent();
      await topic.click();
      expect(await page.textContent("h1")).toBe(topicName);
      expect(await page.locator(".stories").getByText(headline).count()).toBe(1);

      await page.goBack();
      const author = page.locator(".byline a").first();
      const authorName = await author.textContent();
      await author.click();
      expect(await page.textContent("h1")).toBe(authorName);
      expect(await page.textContent(".author-head .count")).toMatch(/^\d+ stories$/);
    });
  });

  test("follows a whole card of a list by a tap on its picture", async () => {
    await asReader(PHONE, async ({ page, open }) => {
      await open("/");
      const lead = page.locator(".card-lead");
      const target = (await lead.locator(".headline a").getAttribute("href")) ?? "";
      await lead.locator("img").tap({ force: true });
      await page.waitForURL((url) => url.pathname === target);
    });
  });

  test("jumps from the contents list to the heading", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/2020/04/nanshan-huawei/");
      await page.click(".contents >> text=Seizing the opportunity");
      expect(await page.evaluate(() => document.querySelector(":target")?.textContent)).toBe("Seizing the opportunity");
    });
  });

  test("with the keyboard skips the menu by the first stop of a page", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/2020/04/nanshan-huawei/");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the main content");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
    });
  });

  test("without JavaScript reads everything, and the search page points to the archive and the topics", async () => {
    await asReader({ ...PHONE, javaScriptEnabled: false }, async ({ page, open }) => {
      await open("/2020/04/nanshan-huawei/");
      expect(await page.locator(".story .prose").first().innerText()).toContain("Nanshan District");
      await open("/search/");
      expect(await page.locator("form").isVisible()).toBe(false);
      await page.click('noscript a[href="/latest/"]');
      expect(path(page.url())).toBe("/latest/");
    });
  });

  test("is shown the way back at an address where nothing stands", async () => {
    const response = await fetch(`${inject("site")}/2020/04/nothing-here/`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("There is no page at this address");
  });
});
