import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import type { RunningServer } from "../../src/site/serve.ts";
import { svg } from "../content/pictures.ts";
import { NOW } from "../pages/newspaper.ts";
import { siteFolder } from "../site/site-folder.ts";
import { brokenRules, cutOffText, sidewaysScroll, wrongHeadings } from "./checks.ts";
import { asReader, DESKTOP, PHONE } from "./reader.ts";
import { serveAsNetlify } from "./serve-as-netlify.ts";

const CSV = `Year,Fares in winter,"Fares, in summer",Children
2023,1.5,20,3
2024,,40,5
2025,250000,30,9
`;

const STORY = `---
title: The ferry stops
summary: Nobody was on it.
author: ann
date: 2026-05-20T09:00
section: news
---
::: key-points
- The ferry has stopped.
- It is **dear**[^1].
:::

The ferry made its last trip at noon, and nobody was on it but the crew and a dog.

::: pull-quote by="Ann Example"
Nobody was on it but the crew and a dog
:::

## What it cost

::: fact-box title="The ferry in short"
It was old[^1].
:::

::: data-table caption="Fares" source="The port" source-url="https://port.example/"
| Ferry | ${"A long name of a column | ".repeat(8)}
| --- | ${"--- | ".repeat(8)}
| North | ${"12.50 | ".repeat(8)}
:::

::: chart src="fares.csv" type="line" title="Fares, drawn" unit="euros" source="The port"
:::

::: chart src="ferries.csv" type="bar" title="Ferries"
:::

::: gallery
- ![A boat](north.svg "The north") Ann Example
- ![Another boat](south.svg)
:::

[^1]: So they say.
`;

let server: RunningServer;
beforeAll(async () => {
  const site = await siteFolder("tiny");
  const write = (name: string, text: string) => writeFile(join(site, "content/articles/2026/05", name), text);
  await write("fares.csv", CSV);
  await write("ferries.csv", `Ferry,Toll\n${"The north ".repeat(4)},1\nSouth,1000000\n`);
  await write("north.svg", svg(""));
  await write("south.svg", svg('<path d="M0 0h9v9z"/>'));
  await write("ferry.md", STORY);
  const output = join(site, "_site");
  const given = {
    content: join(site, "content"),
    now: NOW,
    unpublished: "none",
    indexed: true,
    search: false,
  } as const;
  const { problems } = await build({ ...given, output, work: join(site, ".dateline") });
  expect(problems).toEqual([]);
  server = await serveAsNetlify(output);
});

afterAll(async () => {
  server.close();
  await server.closed;
});

const story = () => `${server.url}2026/05/ferry/`;

test("a story with every form can be read on any screen, by day and by night, with no rule broken", async () => {
  await asReader(DESKTOP, async ({ page }) => {
    await page.goto(story(), { waitUntil: "load" });
    await page.locator("summary").first().click();
    for (const [width, colorScheme] of [[360, "dark"] as const, [1280, "light"] as const]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const broken = [await brokenRules(page), await sidewaysScroll(page), await cutOffText(page)];
      expect([...broken.flat(), ...(await wrongHeadings(page))], `${width} ${colorScheme}`).toEqual([]);
    }
  });
});

test("the words of a chart are as large as those around it on any screen, and none stands over another or an end", async () => {
  await asReader(DESKTOP, async ({ page }) => {
    await page.goto(story(), { waitUntil: "load" });
    for (const [width, least] of [[360, 12] as const, [768, 13] as const, [1280, 13] as const]) {
      await page.setViewportSize({ width, height: 800 });
      const { sizes, clashes } = await page.evaluate(() => {
        const charts = [...document.querySelectorAll(".chart > svg")];
        const sizes = [...document.querySelectorAll<SVGTextElement>(".chart text")].map(
          (text) => (text.getScreenCTM()?.a ?? 0) * Number.parseFloat(getComputedStyle(text).fontSize),
        );
        const clashes = charts.flatMap((chart) => {
          const whole = chart.getBoundingClientRect();
          const texts = [...chart.querySelectorAll("text")].map((text) => ({
            words: text.textContent,
            box: text.getBoundingClientRect(),
          }));
          const isOver = ({ left, right }: DOMRect) => left < whole.left - 1 || right > whole.right + 1;
          const clash = (a: DOMRect, b: DOMRect) =>
            a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
          return texts.filter(
            ({ box }, index) => isOver(box) || texts.slice(index + 1).some((other) => clash(box, other.box)),
          );
        });
        return { sizes, clashes: clashes.map(({ words }) => words) };
      });
      expect(clashes, `${width} px`).toEqual([]);
      expect(Math.min(...sizes), `${width} px`).toBeGreaterThanOrEqual(least);
      expect(Math.max(...sizes), `${width} px`).toBeLessThanOrEqual(18);
    }
  });
});

test("without scripts the figures open, and all is there", async () => {
  await asReader({ ...PHONE, javaScriptEnabled: false }, async ({ page }) => {
    await page.goto(story(), { waitUntil: "load" });
    const table = page.locator(".chart table").first();
    expect(await table.isVisible()).toBe(false);
    await page.locator("summary").first().click();
    expect(await table.isVisible()).toBe(true);
    expect(await page.locator(".gallery img").count()).toBe(2);
  });
});

test("a chart tells a screen reader what it shows, a pull quote nothing; on paper neither repeats itself", async () => {
  await asReader(DESKTOP, async ({ page }) => {
    await page.goto(story(), { waitUntil: "load" });
    const told = await page.locator(".story").ariaSnapshot();
    expect(told).toContain('img "Fares, drawn"');
    expect(told).toContain('note "The ferry in short"');
    expect(told.match(/but the crew and a dog/g)?.length).toBe(1);
    await page.emulateMedia({ media: "print" });
    const isSeen = (selector: string) => page.locator(selector).first().isVisible();
    for (const hidden of ["summary", ".pull-quote"]) expect(await isSeen(hidden), hidden).toBe(false);
    for (const shown of [".chart > svg", ".fact-box", ".data-table"]) expect(await isSeen(shown), shown).toBe(true);
    const [whole = "", forms = ""] = await page.locator("head > style").allTextContents();
    const bytes = brotliCompressSync(whole + forms).length - brotliCompressSync(whole).length;
    expect(bytes, "bytes of the styles of all forms").toBeLessThan(1024);
  });
});
