import axe, { type AxeResults } from "axe-core";
import { describe, expect, test } from "vitest";
import { asReader, DESKTOP, PHONE, TABLET } from "./reader.ts";

/** One page of every sort. */
const PAGES = [
  "/",
  "/latest/",
  "/2020/04/nanshan-huawei/",
  "/2022/01/merkle-trees/",
  "/2024/11/e-cny-timeline/",
  "/sections/news/",
  "/tags/",
  "/tags/blockchain/",
  "/authors/",
  "/authors/technology-desk/",
  "/2020/",
  "/2020/04/",
  "/about/",
  "/search/",
  "/feeds/",
  "/offline/",
  "/404.html",
];

const SMALL = { viewport: { width: 320, height: 640 } };

describe.each([
  ["a small phone", SMALL],
  ["a phone", PHONE],
  ["a tablet", TABLET],
  ["a desktop", DESKTOP],
] as const)("on %s", (_name, size) => {
  test("no page scrolls sideways, and each has one main heading in view", async () => {
    await asReader(size, async ({ page, open }) => {
      for (const path of PAGES) {
        await open(path);
        const { wide, headings } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
          headings: document.querySelectorAll("h1").length,
        }));
        expect({ path, wide, headings }).toEqual({ path, wide: false, headings: 1 });
      }
    });
  });
});

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  test("every sort of page passes axe's accessibility rules, contrast among them", async () => {
    await asReader({ ...DESKTOP, colorScheme }, async ({ page, open }) => {
      for (const path of PAGES) {
        await open(path);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<AxeResults>("axe.run()");
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
        expect({ path, found }).toEqual({ path, found: [] });
      }
    });
  });
});
