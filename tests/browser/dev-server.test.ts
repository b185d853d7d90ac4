import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { develop } from "../../src/site/develop.ts";
import type { RunningServer } from "../../src/site/serve.ts";
import { NOW } from "../pages/newspaper.ts";
import { save, siteFolder } from "../site/site-folder.ts";
import { brokenRules, sidewaysScroll, wrongHeadings } from "./checks.ts";
import { asReader, DESKTOP, PHONE } from "./reader.ts";

const here = process.cwd();
const FERRY = "/2026/05/ferry-stops/";
const FILE = "content/articles/2026/05/ferry-stops.md";

const PARAGRAPHS = Array.from({ length: 40 }, (_, index) => `Paragraph ${index + 1} of the ferry.`).join("\n\n");

const story = (title: string, more = "", summary = "summary: Nobody was on it.") =>
  `---\ntitle: ${title}\n${summary}\nauthor: ann\ndate: 2026-05-02T09:00\nsection: news\n${more}---\n${PARAGRAPHS}\n`;

/** A line that runs from right to left, under a field whose name is misspelt. */
const MISSPELT = story("The ferry", "", "sumary: لم يكن أحد على متنها في رحلتها الأخيرة");

let site: string;
let server: RunningServer;

const at = (path: string) => server.url.slice(0, -1) + path;
const write = (text: string) => save(join(site, FILE), text);
const dialog = (page: Page) => page.getByRole("alertdialog");
const errorsInBadge = (page: Page) => page.getByRole("button", { name: /error/ });

beforeAll(async () => {
  site = await siteFolder("tiny");
  await save(join(site, FILE), story("The ferry stops"));
  await save(join(site, "content/articles/2026/05/draft.md"), story("A draft of the ferry", "draft: true\n"));
  const later = story("The ferry of July").replace("2026-05-02", "2026-07-02");
  await save(join(site, "content/articles/2026/07/later.md"), later);
  process.chdir(site);
  server = await develop({ content: "content", port: 0, clock: () => NOW, onShown: () => {} });
});

afterAll(async () => {
  server.close();
  await server.closed;
  process.chdir(here);
});

describe("while a writer writes", () => {
  test("the page that is open shows each save, where the writer was reading", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await page.goto(at(FERRY));
      await page.evaluate(() => scrollTo(0, 700));
      await write(story("The ferry sails again"));
      await page.getByRole("heading", { level: 1, name: "The ferry sails again" }).waitFor();
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(700);
    });
  });

  test("a mistake shows over the page with its place, the writer's line and what to do, and goes when it is mended", async () => {
    await asReader(PHONE, async ({ page }) => {
      await page.goto(at(FERRY));
      await write(MISSPELT);
      await dialog(page).waitFor();
      const said = (await dialog(page).innerText()).replaceAll("\u00a0", " ");
      expect(said).toContain("2 errors");
      expect(said).toContain(`${FILE}:3:1`);
      expect(said).toContain('Unknown field "sumary".');
      expect(said).toContain('Did you mean "summary"?');
      expect(await dialog(page).locator("mark").allTextContents()).toContain("sumary");
      expect(await sidewaysScroll(page)).toEqual([]);
      expect(await brokenRules(page)).toEqual([]);
      await write(story("The ferry is mended"));
      await page.getByRole("heading", { level: 1, name: "The ferry is mended" }).waitFor();
      await page.getByRole("link", { name: "Desk" }).waitFor();
      expect(await dialog(page).count()).toBe(0);
      expect(await errorsInBadge(page).count()).toBe(0);
    });
  });

  test("the list of mistakes takes the keyboard, closes with Escape, stays closed on other pages, and opens from the badge", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await page.goto(at(FERRY));
      await write(MISSPELT);
      await dialog(page).waitFor();
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe("dateline-board");
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "hidden" });
      // A browser says that a dialog was closed a moment after it is.
      await page.waitForFunction(() => sessionStorage.getItem("dateline-problems-closed") !== null);
      await page.goto(at("/"));
      await errorsInBadge(page).waitFor();
      expect(await dialog(page).isVisible()).toBe(false);
      await errorsInBadge(page).click();
      await dialog(page).waitFor();
      await page.getByRole("button", { name: "Close" }).click();
      await dialog(page).waitFor({ state: "hidden" });
      await write(MISSPELT.replace("section: news", "section: news\nmood: sad"));
      await dialog(page).waitFor();
      await write(story("The ferry"));
      await errorsInBadge(page).waitFor({ state: "hidden" });
    });
  });

  test("warnings wait in the badge, and cover nothing until they are asked for", async () => {
    const settings = join(site, "content/settings.yaml");
    const text = await readFile(settings, "utf8");
    await asReader(DESKTOP, async ({ page }) => {
      await page.goto(at(FERRY));
      await writeFile(settings, text.replace("language: en-GB", "language: fr"));
      const badge = page.getByRole("button", { name: "1 warning" });
      await badge.waitFor();
      expect(await page.getByRole("dialog").count()).toBe(0);
      await badge.click();
      expect(await page.getByRole("dialog").innerText()).toContain("content/settings.yaml:");
      await writeFile(settings, text);
      await badge.waitFor({ state: "hidden" });
    });
  });
});

/** A browser gives a fade between two pages up when the second, printed for the first time, takes long to come. */
const SLOW_TURN = /Transition was/;

describe("the desk", () => {
  test.each([
    ["a phone, by day", { ...PHONE, colorScheme: "light" as const }],
    ["a large screen, by night", { ...DESKTOP, colorScheme: "dark" as const }],
  ])("can be read by everybody on %s, and does not scroll sideways", async (_how, settings) => {
    await asReader(
      settings,
      async ({ page }) => {
        await page.goto(at(FERRY));
        await page.getByRole("link", { name: "Desk" }).click();
        await page.getByRole("heading", { level: 1, name: "Desk" }).waitFor();
        for (const closed of await page.locator("details").all())
          await closed.evaluate((one) => one.setAttribute("open", ""));
        expect(await brokenRules(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toEqual([]);
        expect(await wrongHeadings(page)).toEqual([]);
        expect(await page.locator(".drawing:visible svg").count()).toBeGreaterThan(2);
      },
      SLOW_TURN,
    );
  });

  test("says what is not out yet and for when, and what is wrong as soon as it is", async () => {
    await asReader(DESKTOP, async ({ page }) => {
      await page.goto(at("/__desk/"));
      const region = (name: string) => page.getByRole("region", { name });
      expect(await region("Drafts").innerText()).toContain("A draft of the ferry");
      expect(await region("Scheduled").innerText()).toContain("2 July 2026 at 09:00");
      expect(await region("Problems").innerText()).toContain("Nothing is wrong.");
      await write(MISSPELT);
      await region("Problems").getByText(`${FILE}:3:1`).waitFor();
      await write(story("The ferry"));
      await region("Problems").getByText("Nothing is wrong.").waitFor();
    });
  });
});
