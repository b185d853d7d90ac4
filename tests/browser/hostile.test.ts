import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { build } from "../../src/site/build.ts";
import type { RunningServer } from "../../src/site/serve.ts";
import { ATTACKS } from "../hostile/attacks.ts";
import { provoke, watch } from "../hostile/canary.ts";
import { newspaperOf, writeNewspaper } from "../hostile/hostile-newspaper.ts";
import { figure } from "../reliability/figure.ts";
import { filesIn } from "../site/site-folder.ts";
import { DESKTOP } from "./reader.ts";
import { serveAsNetlify } from "./serve-as-netlify.ts";

const LIVE = "/2026/05/story-7/";
const NOW = Date.parse("2026-06-01T12:00:00Z");

const WORDS = ["<img src=x onerror=window.__hit=1>", ...(process.env["RUNS"] ? ["window", "script", "svg"] : [])];

let folder: string;
let server: RunningServer;
let origin: string;
let paths: readonly string[];

/** Publishes the newspaper with an attack in every field; `change` writes its files otherwise. */
async function publish(change: (path: string, text: string) => string = (_path, text) => text): Promise<void> {
  const { files } = newspaperOf((place) => ATTACKS[place % ATTACKS.length] ?? "");
  const changed = Object.entries(files).map(([path, file]) => [path, change(path, String(file))] as const);
  await writeNewspaper(join(folder, "content"), Object.fromEntries(changed));
  const [content, output, work] = ["content", "_site", ".dateline"].map((name) => join(folder, name));
  if (!content || !output || !work) throw new Error("Three folders were named");
  const result = await build({ content, output, work, now: NOW, unpublished: "none", indexed: true, threads: 0 });
  expect(result.problems).toEqual([]);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hostile-"));
  await publish();
  server = await serveAsNetlify(join(folder, "_site"));
  origin = server.url.slice(0, -1);
  const files = await filesIn(join(folder, "_site"));
  paths = files
    .filter((file) => /\.(?:html|xml|json|txt|svg|webmanifest)$/.test(file) && !/^(?:pagefind|\.dateline)/.test(file))
    .map((file) => `/${encodeURI(file).replace(/(^|\/)index\.html$/, "$1")}`);
});

afterAll(async () => {
  server.close();
  await server.closed;
  await rm(folder, { recursive: true });
});

/** Looks at the site in a browser of its own, and says what harm it came to. */
async function visited(bypassCSP: boolean, visit: (page: Page, context: BrowserContext) => Promise<void>) {
  const browser = await chromium.connect(inject("browser"));
  const context = await browser.newContext({ ...DESKTOP, bypassCSP });
  try {
    const { harm } = await watch(context, origin);
    await visit(await context.newPage(), context);
    return harm;
  } finally {
    await context.close();
    await browser.close();
  }
}

describe.each([
  ["with the Content-Security-Policy", false],
  ["without any Content-Security-Policy", true],
])("a site that has an attack in every field, %s", (how, bypassCSP) => {
  test("runs none of them on any page, and in no feed, list or drawing that is opened as a document", async () => {
    const some = process.env["RUNS"] ? paths : paths.filter((_path, index) => index % (bypassCSP ? 6 : 12) === 0);
    const harm = await visited(bypassCSP, async (page) => {
      for (const path of some) {
        await page.goto(origin + path, { waitUntil: "load" });
        await provoke(page);
      }
    });
    expect(harm).toEqual([]);
    figure({
      promise: "No attack in a field of a newspaper runs in a reader's browser",
      test: "tests/browser/hostile.test.ts",
      tried: some.length,
      failed: harm.length,
      unit: `documents opened in Chromium ${how}`,
    });
  }, 600_000);

  test("runs none in the search: its filters, what it finds, and the dialog on other pages", async () => {
    let found = 0;
    const harm = await visited(bypassCSP, async (page) => {
      for (const words of WORDS) {
        await page.goto(`${origin}/search/?q=${encodeURIComponent(words)}`);
        await page
          .locator("#status_")
          .filter({ hasText: /stor(?:y|ies)/ })
          .waitFor();
        found += await page.locator("#results_ > li").count();
        await provoke(page);
      }
      for (const filter of ["#section_", "#tag_", "#author_"]) {
        await page.goto(`${origin}/search/`);
        await page.selectOption(filter, { index: 1 });
        await page.locator("#results_ > li").first().waitFor();
        await provoke(page);
      }
      await page.goto(`${origin}/2026/05/story-2/`);
      await page.waitForFunction(() =>
        performance.getEntriesByType("resource").some(({ name }) => /page-\w+\.js/.test(name)),
      );
      await page.keyboard.press("/");
      await page.getByRole("combobox", { name: "Search for" }).fill("window");
      await page.getByRole("dialog", { name: "Search" }).getByRole("option").first().waitFor();
      await provoke(page);
    });
    expect(harm).toEqual([]);
    expect(found).toBeGreaterThan(0);
  });
});

test("a site that has an attack in every field runs none in new posts of a live story, and none in what is kept offline", async () => {
  const harm = await visited(true, async (page, context) => {
    await page.clock.install();
    await page.goto(origin + LIVE);
    const more =
      "## 2026-05-28 12:45 More \\<img src=x onerror=window.\\_\\_hit=1\\>\n\n`<script>window.__hit=1</script>`\n\n";
    await publish((path, text) =>
      path.endsWith("story-7.md") ? text.replace("## 2026-05-28", `${more}## 2026-05-28`) : text,
    );
    await page.clock.fastForward(31_000);
    await page.locator(".new-posts button").click();
    await page.locator(".post", { hasText: "More <img" }).first().waitFor();
    await provoke(page);
    await page.clock.resume();
    await page.goto(`${origin}/2026/05/story-1/`);
    await expect.poll(() => keptPages(page)).toContain("/2026/05/story-1/");
    await context.setOffline(true);
    await page.goto(`${origin}/offline/`);
    await page.locator("main a").first().waitFor();
    await provoke(page);
  });
  expect(harm.filter((what) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(what))).toEqual([]);
});

const keptPages = (page: Page) =>
  page.evaluate(async () => {
    const requests = await (await caches.open("dateline-pages-1")).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  });

test("what watches for attacks sees one that runs, with and without a policy", async () => {
  const attack = `${"<h1 onclick=''>x</h1>"}<img src=x onerror="window.__hit=1"><script>window.__hit=1</script>`;
  for (const headers of [{}, { "content-security-policy": "default-src 'none'" }]) {
    const harm = await visited(false, async (page) => {
      await page.route("**/attack", (route) => route.fulfill({ contentType: "text/html", body: attack, headers }));
      await page.goto(`${origin}/attack`);
      await provoke(page);
    });
    expect(harm.length).toBeGreaterThan(0);
  }
});
