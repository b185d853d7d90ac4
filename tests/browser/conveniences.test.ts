import { describe, expect, test } from "vitest";
import { asReader, DESKTOP, PHONE } from "./reader.ts";

const STORY = "/2020/01/china-uk-blockchain/";

describe("light and dark", () => {
  test("follow the device until the reader chooses, and the choice holds on the next page before it is shown", async () => {
    await asReader({ ...DESKTOP, colorScheme: "light" }, async ({ page, open }) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await open("/");
      const light = await ground();
      await page.getByLabel("Colours").selectOption("Dark");
      const dark = await ground();
      expect(dark).not.toBe(light);

      // Whatever runs first after the head has been read: the body is not there yet.
      await page.addInitScript(() => {
        new MutationObserver((_changes, observer) => {
          if (!document.body) return;
          observer.disconnect();
          document.documentElement.dataset["seen"] = document.documentElement.dataset["colours"] ?? "none";
        }).observe(document, { childList: true, subtree: true });
      });
      await open(STORY);
      expect(await page.evaluate(() => document.documentElement.dataset["seen"])).toBe("dark");
      expect(await ground()).toBe(dark);

      await page.getByLabel("Colours").selectOption("As the device");
      expect(await ground()).toBe(light);
      await open("/");
      expect(await ground()).toBe(light);
    });
  });

  test("can be chosen where the browser keeps nothing, for one page", async () => {
    await asReader(DESKTOP, async ({ page, open }) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, "localStorage", {
          get: () => {
            throw new DOMException("No", "SecurityError");
          },
        });
      });
      await open("/");
      await page.getByLabel("Colours").selectOption("Dark");
      expect(await page.evaluate(() => document.documentElement.dataset["colours"])).toBe("dark");
    });
  });

  test("need no choice that does nothing: without JavaScript there is none", async () => {
    await asReader({ ...DESKTOP, javaScriptEnabled: false }, async ({ page, open }) => {
      await open("/");
      expect(await page.getByText("Colours").isVisible()).toBe(false);
    });
  });
});

describe("passing a story on", () => {
  test("copies its address, and says so", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    await asReader({ ...DESKTOP, permissions }, async ({ page, open }) => {
      await open(STORY);
      await page.getByRole("button", { name: "Copy link" }).click();
      await page.getByRole("status").getByText("Link copied").waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(`https://ledger-and-signal.example${STORY}`);
    });
  });

  test("opens a phone's own sheet where there is one, and closing it is no error", async () => {
    await asReader(PHONE, async ({ page, open }) => {
      await page.addInitScript(() => {
        navigator.share = async (shared) => {
          document.documentElement.dataset["shared"] = JSON.stringify(shared);
          throw new DOMException("The reader closed it", "AbortError");
        };
      });
      await open(STORY);
      await page.getByRole("button", { name: "Share" }).click();
      const shared = await page.evaluate(() => JSON.parse(document.documentElement.dataset["shared"] ?? "{}"));
      expect(shared.url).toBe(`https://ledger-and-signal.example${STORY}`);
    });
  });

  test("is a letter where there is no JavaScript", async () => {
    await asReader({ ...PHONE, javaScriptEnabled: false }, async ({ page, open }) => {
      await open(STORY);
      expect(await page.locator(".share button:visible").count()).toBe(0);
      expect(await page.getByRole("link", { name: "E-mail" }).getAttribute("href")).toContain("mailto:");
    });
  });
});
