import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { build } from "../../src/site/build.ts";
import { develop } from "../../src/site/develop.ts";
import { type RunningServer, serveFolder } from "../../src/site/serve.ts";
import { siteFolder } from "../site/site-folder.ts";
import { DESKTOP } from "./reader.ts";
import { serveAsNetlify } from "./serve-as-netlify.ts";

const STORY = "/2026/04/bridge-opens/";
const NOW = Date.parse("2026-11-22T12:00:00Z");

let site: string;
/** By who serves the site: as hosts of plain files do, and as Netlify does with the site's headers. */
const servers: Record<string, RunningServer> = {};

beforeAll(async () => {
  site = await siteFolder("tiny");
  const content = join(site, "content");
  const file = join(content, "articles/2026/04/bridge-opens.md");
  const text = await readFile(file, "utf8");
  const formerly = "formerly: [/blog/123.html, /old-bridge, /story.php, /大桥/]";
  await writeFile(file, text.replace("---\n", `---\n${formerly}\n`));
  const output = join(site, "_site");
  const result = await build({ content, output, work: join(site, "w"), now: NOW, unpublished: "none", indexed: true });
  expect(result.problems).toEqual([]);
  servers["preview"] = await serveFolder(output, 0);
  servers["a host that sends the site's headers"] = await serveAsNetlify(output);
  servers["dev"] = await develop({ content, port: 0, clock: () => NOW, onShown: () => {} });
});

afterAll(async () => {
  for (const server of Object.values(servers)) {
    server.close();
    await server.closed;
  }
  await rm(site, { recursive: true });
});

describe.each(["preview", "a host that sends the site's headers", "dev"])(
  "a reader of an old address, at %s,",
  (name) => {
    test.each([
      ["/blog/123.html", true],
      ["/blog/123.html", false],
      ["/old-bridge", false],
      ["/old-bridge/", false],
      ["/story.php", false],
      ["/大桥/", false],
    ])("%s, arrives at the story (with JavaScript: %s), and goes back past it", async (path, javaScriptEnabled) => {
      const browser = await chromium.connect(inject("browser"));
      const context = await browser.newContext({ ...DESKTOP, javaScriptEnabled });
      try {
        const page = await context.newPage();
        const base = servers[name]?.url.slice(0, -1) ?? "";
        await page.goto(`${base}/about/`);
        await page.goto(encodeURI(base + path), { waitUntil: "commit" });
        await page.waitForURL(base + STORY);
        expect(await page.locator("h1").textContent()).toContain("Bridge opens");
        await page.goBack({ waitUntil: "commit" });
        expect(page.url()).toBe(`${base}/about/`);
      } finally {
        await context.close();
        await browser.close();
      }
    });
  },
);
