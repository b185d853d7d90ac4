import axe, { type AxeResults } from "axe-core";
import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { asReader, DESKTOP, PHONE } from "./reader.ts";

const STORY = "/2020/04/nanshan-huawei/";
const field = (page: Page) => page.getByRole("combobox", { name: "Search for" });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Search" });
const status = (page: Page) => dialog(page).getByRole("status");
const said = (page: Page, text: string | RegExp) => status(page).filter({ hasText: text }).waitFor();
const options = (page: Page) => dialog(page).getByRole("option");

/** The option that is meant, as assistive technology is told it. */
const meant = (page: Page) =>
  field(page).evaluate((input) => {
    const option = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
    return option?.ariaSelected === "true" ? [...(option.parentElement?.children ?? [])].indexOf(option) : undefined;
  });

/** A reader of a story who opens the search by the keyboard. */
const searching = (visit: (page: Page) => Promise<void>, onPurpose?: RegExp) =>
  asReader(
    DESKTOP,
    async ({ page, open }) => {
      await open(STORY);
      await page.keyboard.press("/");
      await field(page).waitFor();
      await visit(page);
    },
    onPurpose,
  );

describe("a reader opens the search", () => {
  test.for(["/", "Control+k", "Meta+k"])("from any page by %s, and Escape gives the focus back", async (keys) => {
    await asReader(DESKTOP, async ({ page, open }) => {
      for (const path of ["/", STORY]) {
        await open(path);
        await page.locator("main a").first().focus();
        const before = await page.evaluate(() => document.activeElement?.outerHTML);
        await page.keyboard.press(keys);
        await expect.poll(() => field(page).evaluate((input) => input === document.activeElement)).toBe(true);
        await page.keyboard.press("Escape");
        await dialog(page).waitFor({ state: "hidden" });
        expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(before);
      }
    });
  });

  test("but not while writing, nor by keys that belong to the browser", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/search/");
      await page.fill("#query_", "24");
      await page.keyboard.press("/");
      expect(await page.inputValue("#query_")).toBe("24/");
      await open(STORY);
      await page.evaluate(() => document.querySelector("main")?.setAttribute("contenteditable", ""));
      await page.locator("main").focus();
      await page.keyboard.press("/");
      await page.evaluate(() => document.querySelector("main")?.removeAttribute("contenteditable"));
      for (const keys of ["k", "Alt+/", "Control+/", "Alt+Control+k"]) await page.keyboard.press(keys);
      expect(await page.locator("dialog").count()).toBe(0);
    });
  });

  test("and on the search page comes to its field", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await open("/search/");
      await page.keyboard.press("/");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("query_");
      expect(await page.inputValue("#query_")).toBe("");
      expect(await page.locator("dialog").count()).toBe(0);
    });
  });

  test("and comes to the search page where the dialog cannot be loaded, or without JavaScript", async () => {
    const visit = async ({ page, open }: { page: Page; open(path: string): Promise<void> }) => {
      await page.route("**/assets/search-dialog*", (route) => route.abort());
      await open(STORY);
      await page.keyboard.press("/");
      await page.waitForURL("**/search/");
    };
    // The site's worker, once it is there, asks for files by itself, past the route.
    await asReader({ ...DESKTOP, serviceWorkers: "block" }, visit, /ERR_FAILED|blocked by Playwright/);
    await asReader({ ...DESKTOP, javaScriptEnabled: false }, async ({ page, open }) => {
      await open(STORY);
      await page.getByRole("link", { name: "Search" }).click();
      await page.waitForURL("**/search/");
    });
  });
});

describe("the search dialog", () => {
  test("shows the newest stories before a word is typed", async () => {
    await searching(async (page) => {
      await said(page, "Newest stories");
      await options(page).nth(5).waitFor();
      const times = (await dialog(page).locator(".label").allTextContents()).map((label) =>
        Date.parse(label.split("·")[1] ?? ""),
      );
      expect(times).toEqual([...times].sort((a, b) => b - a));
    });
  });

  test("finds while the reader types, marks the words, and says how many stories there are", async () => {
    await searching(async (page) => {
      await page.keyboard.type("huawei");
      await said(page, /^\d+ stories for “huawei”$/);
      expect(await options(page).locator("mark").first().textContent()).toMatch(/huawei/i);
      expect(await field(page).getAttribute("aria-expanded")).toBe("true");
      expect(await dialog(page).locator(".found-part").first().getAttribute("href")).toMatch(/\/#[\w-]+:~:text=/);
    });
  });

  test("is walked by the keyboard as a combobox with a list, and Enter opens the story", async () => {
    await searching(async (page) => {
      await page.keyboard.type("huawei");
      await said(page, "for “huawei”");
      const last = (await options(page).count()) - 1;
      expect(await meant(page)).toBeUndefined();
      const walk: [string, number | undefined][] = [
        ["ArrowDown", 0],
        ["ArrowDown", 1],
        ["End", last],
        ["ArrowDown", undefined],
        ["ArrowUp", last],
        ["Home", 0],
        ["ArrowUp", undefined],
        ["Home", undefined],
        ["ArrowDown", 0],
      ];
      for (const [key, place] of walk) {
        await page.keyboard.press(key);
        expect([key, await meant(page)]).toEqual([key, place]);
      }
      const target = await options(page)
        .first()
        .evaluate((link: HTMLAnchorElement) => link.pathname);
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.pathname === target);
    });
  });

  test("makes way for the story that it lies over, when that is where the words are", async () => {
    await searching(async (page) => {
      await page.keyboard.type("cryptocurrency nanshan");
      await said(page, "for “cryptocurrency nanshan”");
      const part = dialog(page).locator(".found-part");
      const hash = await part.evaluate((link: HTMLAnchorElement) => link.hash.split(":~:")[0]);
      await part.click();
      await dialog(page).waitFor({ state: "hidden" });
      expect(await page.evaluate(() => location.pathname + location.hash)).toBe(STORY + hash);
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    });
  });

  test("leads to all results, by Enter and by its link", async () => {
    for (const goOn of [
      (page: Page) => page.keyboard.press("Enter"),
      (page: Page) => page.getByRole("link", { name: "All results" }).click(),
    ]) {
      await searching(async (page) => {
        await page.keyboard.type("merkle trees");
        await said(page, "for “merkle trees”");
        await goOn(page);
        await page.waitForURL("**/search/?q=merkle+trees");
        await page.locator("#status_").filter({ hasText: "for “merkle trees”" }).waitFor();
      });
    }
  });

  test("asks whether a word was mistyped, and searches for the one that was meant", async () => {
    await searching(async (page) => {
      await page.keyboard.type("huawai");
      await said(page, "No stories for “huawai”");
      await options(page).filter({ hasText: "Did you mean huawei?" }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await said(page, /^\d+ stories for “huawei”$/);
      expect(await field(page).inputValue()).toBe("huawei");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("find_");
    });
  });

  test("never shows an answer that the reader has given up for a newer one", async () => {
    await searching(async (page) => {
      await said(page, "Newest stories");
      const held = Promise.withResolvers<Route>();
      await page.route("**/pagefind/**/*.pf_index", (route) => held.resolve(route), { times: 1 });
      await page.keyboard.type("huawei");
      const route = await held.promise;
      await field(page).fill("bitcoin");
      await page.evaluate(() => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        const element = document.querySelector("dialog [role=status]");
        new MutationObserver(() => seen.push(element?.textContent ?? "")).observe(element ?? document, {
          childList: true,
        });
      });
      await route.continue();
      await said(page, "for “bitcoin”");
      expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen.join())).not.toMatch(/“hua/);
    });
  });

  test("says that the reader is offline, and finds again by itself when there is a connection", async () => {
    await searching(async (page) => {
      await said(page, "Newest stories");
      await page.context().setOffline(true);
      await page.keyboard.type("stablecoins");
      await said(page, "You are offline");
      await page.getByRole("button", { name: "Try again" }).waitFor();
      await page.context().setOffline(false);
      await said(page, /stor(?:y|ies) for “stablecoins”/);
      await page.getByRole("button", { name: "Try again" }).waitFor({ state: "hidden" });
    }, /ERR_INTERNET_DISCONNECTED|Failed to (?:fetch|load)|are missing|when fetching the script/);
  });

  test("says that it could not be loaded, and tries again on demand", async () => {
    await asReader(
      DESKTOP,
      async ({ page, open }) => {
        await page.route("**/pagefind/engine/pagefind-*.js*", (route) => route.abort());
        await open(STORY);
        await page.keyboard.press("/");
        await field(page).fill("huawei");
        await said(page, "could not be loaded");
        await page.unroute("**/pagefind/engine/pagefind-*.js*");
        await page.getByRole("button", { name: "Try again" }).click();
        await said(page, "for “huawei”");
      },
      /ERR_FAILED|Failed to fetch/,
    );
  });
});

describe.each([
  ["light", DESKTOP],
  ["dark", PHONE],
] as const)("in %s colours the dialog passes axe's rules", (colorScheme, size) => {
  test("with stories, with a suggestion and with nothing", async () => {
    await asReader({ ...size, colorScheme }, async ({ page, open }) => {
      await open(STORY);
      await page.evaluate(axe.source);
      await page.keyboard.press("/");
      for (const [typed, answer] of [
        ["", "Newest stories"],
        ["huawei", /^\d+ stories for “huawei”$/],
        ["huawai", "No stories for “huawai”"],
        ["xylophonist", "No stories for “xylophonist”"],
      ] as const) {
        await field(page).fill(typed);
        await said(page, answer);
        if (typed === "huawei") await page.keyboard.press("ArrowDown");
        const { violations } = await page.evaluate<AxeResults>("axe.run()");
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
        expect({ typed, found }).toEqual({ typed, found: [] });
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect(wide).toBe(false);
      }
    });
  });
});
