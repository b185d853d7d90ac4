import type { Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { MEASURED_STORY } from "../budgets/fixture-site.ts";
import { asReader, DESKTOP } from "./reader.ts";

/** What is of no use on paper. */
const FOR_THE_SCREEN = "nav, search, form, button, dialog, [popover]";

const seenOnPaper = (page: Page): Promise<string[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((one) => one.checkVisibility())
        .map((one) => (one.cloneNode() as Element).outerHTML),
    FOR_THE_SCREEN,
  );

describe("a story on paper", () => {
  let text: string;
  let pages: number;
  let leftOver: string[];

  beforeAll(() =>
    asReader(DESKTOP, async ({ page, open }) => {
      await open(inject("fixture").url + MEASURED_STORY);
      const pdf = await page.pdf({ format: "A4" });
      const read = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
      pages = read.totalPages;
      text = read.text.replace(/\s+/g, " ");
      await page.emulateMedia({ media: "print" });
      leftOver = await seenOnPaper(page);
    }),
  );

  test("has its headline, its day and its authors", () => {
    expect(text).toContain("The crossing opens a month early, and the ferry makes its last trip");
    expect(text).toMatch(/20 November 2026|November 20, 2026|Nov 20, 2026/);
    expect(text).toMatch(/^.{0,400}By /);
  });

  test("says where it stands on the web", () =>
    expect(text.replaceAll(" ", "")).toContain(`news.example${MEASURED_STORY}`));

  test("names its sources", () => {
    expect(text).toContain("Minutes of the council");
    expect(text).toContain("The contract for the crossing");
  });

  test("leaves out what is for the screen: menus, search and buttons", () => expect(leftOver).toEqual([]));

  test("of 750 words with a picture takes three pages at most", () => expect(pages).toBeLessThanOrEqual(3));
});
