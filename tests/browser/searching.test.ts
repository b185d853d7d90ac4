import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { asReader, DESKTOP, PHONE } from "./reader.ts";

const status = (page: Page) => page.locator("#status_");
const headlines = (page: Page) => page.locator("#results_ h2").allTextContents();
const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** What the console says of a file that did not arrive. */
const LOST = /ERR_FAILED|Failed to fetch/;

/** Waits for the announced count of an answer. */
async function answered(page: Page, text: RegExp): Promise<number> {
  await status(page).filter({ hasText: text }).waitFor();
  return Number.parseInt((await status(page).textContent()) ?? "", 10);
}

describe("search", () => {
  test("finds stories by a word, marks it, and says how many there are", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/search/");
      await page.fill("#query_", "huawei");
      await page.keyboard.press("Enter");
      const count = await answered(page, /stories for “huawei”/);
      expect(count).toBeGreaterThan(3);
      expect((await headlines(page)).length).toBe(Math.min(count, 10));
      expect(await page.locator("#results_ mark").first().textContent()).toMatch(/huawei/i);
      expect(query(page)).toEqual({ q: "huawei" });
    });
  });

  test("narrows by filters, puts the newest first, and goes back step by step", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/search/?q=huawei");
      const all = await answered(page, /stories for/);
      await page.selectOption("#section_", "News");
      await page.waitForURL(/section=News/);
      await page.waitForFunction(
        (before) => !document.querySelector("#status_")?.textContent?.startsWith(before),
        `${all} `,
      );
      const inNews = await answered(page, /stor(?:y|ies) for/);
      expect(inNews).toBeLessThan(all);
      expect(new Set(await page.locator("#results_ .label").allTextContents())).toEqual(new Set(["News"]));

      await page.selectOption("#order_", "newest");
      await page.waitForURL(/order=newest/);
      await answered(page, /stor(?:y|ies) for/);
      const dates = (await page.locator("#results_ .time").allTextContents()).map((text) => Date.parse(text));
      expect(dates).toEqual([...dates].sort((a, b) => b - a));

      await page.goBack();
      await page.goBack();
      await page.waitForFunction(
        (before) => document.querySelector("#status_")?.textContent?.startsWith(before),
        `${all} `,
      );
      expect(query(page)).toEqual({ q: "huawei" });
      expect(await page.inputValue("#section_")).toBe("");
    });
  });

  test("leads to the heading under which the word stands", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/search/?q=cryptocurrency+nanshan");
      await answered(page, /stor(?:y|ies) for/);
      await page.locator("#results_ .parts a", { hasText: "China’s cryptocurrency" }).first().click();
      await page.waitForURL(/nanshan-huawei\/#chinas-cryptocurrency/);
    });
  });

  test("finds Chinese words in an English story", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/search/?q=华为");
      expect(await answered(page, /stor(?:y|ies) for “华为”/)).toBeGreaterThan(0);
    });
  });

  test("shows what a filter lets through when no word is given, and more on asking", async () => {
    await asReader(PHONE, async ({ page, open }) => {
      await open("/search/?tag=Blockchain&order=newest");
      const count = await answered(page, /^\d+ stories$/);
      const first = await headlines(page);
      expect(first.length).toBe(Math.min(10, count));
      for (let shown = first.length; shown < count; ) {
        await page.click("#more_");
        await page.locator("#results_ > li").nth(shown).waitFor();
        shown = await page.locator("#results_ > li").count();
      }
      expect(new Set(await headlines(page)).size).toBe(count);
      expect(await page.locator("#more_").isVisible()).toBe(false);
    });
  });

  test("says beside each filter how many stories it lets through, and so does a screen reader", async () => {
    await asReader(PHONE, async ({ page, open }) => {
      await open("/search/");
      const option = page.getByRole("option", { name: /^Blockchain, \d+ stories$/ });
      const [, stories] = /^Blockchain \((\d+)\)$/.exec((await option.textContent()) ?? "") ?? [];
      await page.selectOption("#tag_", "Blockchain");
      expect(await answered(page, /^\d+ stories$/)).toBe(Number(stories));
    });
  });

  test("narrowed to a year shows that year's stories, with words and without", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      const years = async () =>
        new Set((await page.locator("#results_ .time").allTextContents()).map((text) => /\d{4}/.exec(text)?.[0]));
      await open("/search/?year=2020");
      const all = await answered(page, /^\d+ stories$/);
      expect(await years()).toEqual(new Set(["2020"]));
      await open("/search/?q=huawei&year=2020");
      expect(await answered(page, /stor(?:y|ies) for “huawei”/)).toBeLessThan(all);
      expect(await years()).toEqual(new Set(["2020"]));
    });
  });

  test("says so when nothing matches", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/search/?q=xylophonist");
      await status(page).filter({ hasText: "No stories for “xylophonist”" }).waitFor();
    });
  });

  test("asks whether a word was mistyped, and the one that was meant is a step that can be gone back", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/search/?q=huawai&section=News");
      await status(page).filter({ hasText: "No stories for “huawai”" }).waitFor();
      await page.getByText("Did you mean huawei?").waitFor();
      await page.getByRole("link", { name: "huawei", exact: true }).click();
      expect(await answered(page, /stories for “huawei”/)).toBeGreaterThan(1);
      expect(query(page)).toEqual({ q: "huawei", section: "News" });
      expect(await page.locator("#suggestion_").textContent()).toBe("");
      await page.goBack();
      await page.getByText("Did you mean huawei?").waitFor();
      expect(await page.inputValue("#query_")).toBe("huawai");
    });
  });

  test("begins with topics and the newest stories, which make room for what is found and come back", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/search/");
      const start = page.locator("#start_");
      expect(await start.getByRole("link", { name: "Huawei", exact: true }).getAttribute("href")).toBe("/tags/huawei/");
      expect(await start.locator("ol > li").count()).toBe(5);
      await page.selectOption("#section_", "News");
      await answered(page, /^\d+ stories$/);
      expect(await start.isVisible()).toBe(false);
      await page.goBack();
      await start.waitFor();
      expect(await headlines(page)).toEqual([]);
      expect(await status(page).textContent()).toBe("");
    });
  });

  test("waits for a second letter, which finds fewer", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/search/");
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.locator("#query_").pressSequentially("h");
      expect(await status(page).textContent()).toBe("");
      await page.locator("#query_").pressSequentially("u");
      await answered(page, /stories for “hu”/);
      expect(asked.filter((url) => url.includes("/fragment/")).length).toBeLessThanOrEqual(10);
    });
  });

  test("leads to the words in the story, and the browser shows them", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/search/?q=banbury");
      await answered(page, /stor(?:y|ies) for/);
      const link = page.locator("#results_ h2 a[href*=':~:']").last();
      const [, words = ""] = /:~:.*text=([^&,]+)$/.exec((await link.getAttribute("href")) ?? "") ?? [];
      await link.click();
      await page.waitForURL(/:~:text=/);
      await page.waitForFunction(() => scrollY > 0);
      const isInView = await page.evaluate((text) => {
        const range = document.createRange();
        const walker = document.createTreeWalker(document.querySelector("main") ?? document, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.textContent?.toLowerCase().indexOf(text.toLowerCase()) ?? -1;
          if (at < 0) continue;
          range.setStart(walker.currentNode, at);
          const { top } = range.getBoundingClientRect();
          if (top >= 0 && top <= innerHeight) return true;
        }
        return false;
      }, decodeURIComponent(words));
      expect(isInView).toBe(true);
    });
  });

  test("says that the reader is offline, and finds by itself when there is a connection", async () => {
    await asReader(
      DESKTOP,
      async ({ page, open }) => {
        await open("/search/");
        await page.context().setOffline(true);
        await page.fill("#query_", "huawei");
        await status(page).filter({ hasText: "You are offline" }).waitFor();
        await page.getByRole("button", { name: "Try again" }).waitFor();
        await page.context().setOffline(false);
        expect(await answered(page, /stories for “huawei”/)).toBeGreaterThan(3);
        expect(await page.getByRole("button", { name: "Try again" }).isVisible()).toBe(false);
      },
      /ERR_INTERNET_DISCONNECTED|Failed to (?:fetch|load)|are missing|when fetching the script/,
    );
  });

  test("shows words from the address as text, never as markup", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open(`/search/?q=${encodeURIComponent('<img src=x onerror="alert(1)">')}`);
      await status(page).filter({ hasText: "<img" }).waitFor();
      expect(await page.locator("#status_ img").count()).toBe(0);
    });
  });

  test("answers the last thing typed", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/search/");
      await page.locator("#query_").pressSequentially("bitcoin");
      await answered(page, /stor(?:y|ies) for “bitcoin”/);
      expect(query(page)).toEqual({ q: "bitcoin" });
    });
  });

  test("says so when it cannot be loaded, and finds again when it can", async () => {
    await asReader(
      DESKTOP,
      async ({ page, open }) => {
        await page.route("**/pagefind/engine/pagefind-*.js*", (route) => route.abort());
        await open("/search/?q=huawei");
        await status(page).filter({ hasText: "could not be loaded" }).waitFor();
        await page.unroute("**/pagefind/engine/pagefind-*.js*");
        await page.getByRole("button", { name: "Try again" }).click();
        expect(await answered(page, /stories for “huawei”/)).toBeGreaterThan(3);
      },
      LOST,
    );
  });

  test("that fails after the reader has given it up says nothing", async () => {
    await asReader(
      DESKTOP,
      async ({ page, open }) => {
        const asked = Promise.withResolvers<void>();
        const given = Promise.withResolvers<void>();
        await page.route("**/pagefind/engine/pagefind-*.js*", async (route) => {
          asked.resolve();
          await given.promise;
          await route.abort();
        });
        await open("/search/?q=huawei");
        await asked.promise;
        await page.fill("#query_", "");
        const failed = page.waitForEvent("console", (message) => message.type() === "warning");
        given.resolve();
        await failed;
        expect(await status(page).textContent()).toBe("");
      },
      LOST,
    );
  });
});
