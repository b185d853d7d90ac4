import { describe, expect, inject, test } from "vitest";
import { headlineLines, headlinesInView, settingOf } from "./layout-on-screen.ts";
import { asReader, DESKTOP, PHONE } from "./reader.ts";

/** A story with long paragraphs of English. */
const STORY = "/2020/08/standard-essential-patents/";

describe.each(["own", "fixture"] as const)("the front page of the %s newspaper", (site) => {
  test(`${site}: shows eight headlines in the first view of a desktop`, () =>
    asReader(DESKTOP, async ({ page, open }) => {
      await open(inject(site).url);
      expect(await headlinesInView(page)).toBeGreaterThanOrEqual(8);
    }));

  test(`${site}: shows three headlines in the first view of a phone`, () =>
    asReader(PHONE, async ({ page, open }) => {
      await open(inject(site).url);
      expect(await headlinesInView(page)).toBeGreaterThanOrEqual(3);
    }));
});

describe("a story", () => {
  test("has lines of 60 to 70 characters on a desktop, at 18 px", () =>
    asReader(DESKTOP, async ({ page, open }) => {
      await open(STORY);
      const { size, lineHeight, measure } = await settingOf(page);
      expect(size).toBe(18);
      expect(lineHeight).toBeGreaterThanOrEqual(1.5);
      expect(lineHeight).toBeLessThanOrEqual(1.6);
      expect(measure).toBeGreaterThanOrEqual(60);
      expect(measure).toBeLessThanOrEqual(70);
    }));

  test("has lines of 35 characters or more on a phone", () =>
    asReader(PHONE, async ({ page, open }) => {
      await open(STORY);
      const { lineHeight, measure } = await settingOf(page);
      expect(lineHeight).toBeGreaterThanOrEqual(1.5);
      expect(measure).toBeGreaterThanOrEqual(35);
    }));

  test("has its headline on four lines of a phone at most", () =>
    asReader({ ...PHONE, javaScriptEnabled: false }, async ({ page, open }) => {
      const long: string[] = [];
      for (const { layout, url } of inject("own").pages) {
        if (layout !== "article") continue;
        await open(url);
        const lines = await headlineLines(page);
        if (lines > 4) long.push(`${url}: ${lines}`);
      }
      expect(long).toEqual([]);
    }));
});
