import { describe, expect, test } from "vitest";
import { asReader, DESKTOP } from "./reader.ts";

describe("going from page to page", () => {
  test("a story is fetched when the pointer rests on its headline, and then shown from what was fetched", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/");
      const link = page.locator(".headline a").first();
      const target = (await link.getAttribute("href")) ?? "";
      const browser = await page.context().newCDPSession(page);
      const ready = new Promise((resolve) => {
        browser.on("Preload.prefetchStatusUpdated", ({ status, prefetchUrl }) => {
          if (status === "Ready" && new URL(prefetchUrl).pathname === target) resolve(prefetchUrl);
        });
      });
      await browser.send("Preload.enable");
      await link.hover();
      await ready;
      await link.click();
      await page.waitForURL((url) => url.pathname === target);
      const [entry] = await page.evaluate(() => performance.getEntriesByType("navigation").map((one) => one.toJSON()));
      expect(entry.deliveryType).toBe("navigational-prefetch");
    });
  });

  test.each([
    ["fades from one to the next", "no-preference", true],
    ["does not move for readers who have asked for less motion", "reduce", false],
  ] as const)("%s", async (_name, reducedMotion, moves) => {
    await asReader({ ...DESKTOP, reducedMotion }, async ({ page, open }) => {
      await open("/");
      await page.evaluate(() => {
        addEventListener("pageswap", ({ viewTransition }) => {
          sessionStorage.setItem("moved", String(viewTransition !== null));
        });
      });
      await page.locator("footer a[href='/feeds/']").click();
      await page.waitForURL((url) => url.pathname === "/feeds/");
      expect(await page.evaluate(() => sessionStorage.getItem("moved"))).toBe(String(moves));
    });
  });
});
