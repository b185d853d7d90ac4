import { expect, test } from "vitest";
import { asReader, PHONE, type Reader } from "./reader.ts";

test("the Atom feed is in a browser a page in the site's colours, says what it is, and leads to its stories", async () => {
  const reads = async ({ page, open }: Reader) => {
    await open("/feed.xml");
    expect(await page.title()).toBe("Ledger & Signal");
    const { width, wide, background } = await page.evaluate(() => ({
      width: innerWidth,
      wide: document.documentElement.scrollWidth > innerWidth,
      background: getComputedStyle(document.documentElement).backgroundColor,
    }));
    expect({ width, wide, background }).toEqual({ width: 360, wide: false, background: "rgb(20, 22, 26)" });
    expect(await page.locator("header p").innerText()).toContain("This is a feed.");
    // What only programs read is not shown.
    expect(await page.locator("entry published").first().isVisible()).toBe(false);
    const link = page.locator("entry a").first();
    expect(await link.isVisible()).toBe(true);
    expect(await link.getAttribute("href")).toMatch(/^https:\/\/ledger-and-signal\.example\/\d{4}\/\d{2}\//);
    await page.locator("header a").first().click();
    await page.waitForURL((url) => url.pathname === "/feeds/");
    expect(await page.textContent("h1")).toBe("Follow us");
  };
  // In XML Chromium looks for an icon at its usual place only.
  await asReader({ ...PHONE, colorScheme: "dark" }, reads, /404/);
});
