import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { figure } from "../reliability/figure.ts";
import { observatoryPoints, observatoryScore } from "./observatory.ts";
import { asReader, DESKTOP, untilReady } from "./reader.ts";
import { type Sample, samplesOfBoth } from "./sorts-of-page.ts";

const TEST = "tests/browser/headers.test.ts";
const STORY = "/2020/04/nanshan-huawei/";

/** What a browser has met: pages, what their policies refused, and whom they asked besides the site. */
interface Met {
  readonly pages: string[];
  readonly refused: string[];
  readonly elsewhere: string[];
}

/** Notes what happens in all pages and workers of a browser. */
async function watch(context: BrowserContext): Promise<Met> {
  const met: Met = { pages: [], refused: [], elsewhere: [] };
  await context.exposeFunction("noteRefused", (what: string) => met.refused.push(what));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ documentURI, violatedDirective, blockedURI, sample }) => {
      const note = (window as unknown as { noteRefused(what: string): void }).noteRefused;
      note([documentURI, violatedDirective, blockedURI, sample].join(" "));
    });
  });
  context.on("console", (message) => {
    if (/Content.Security.Policy|Trusted|Permissions-Policy|Cross-Origin|Refused to/i.test(message.text()))
      met.refused.push(message.text());
  });
  context.on("request", (request) => {
    const { hostname, href } = new URL(request.url());
    if (hostname !== "127.0.0.1" && !href.startsWith("data:")) met.elsewhere.push(href);
    if (request.isNavigationRequest()) met.pages.push(href);
  });
  return met;
}

describe("the headers", () => {
  let samples: readonly Sample[];
  let context: BrowserContext;
  let met: Met;

  beforeAll(async () => {
    // One of each sort, and whatever else shows an element that it has not where the figures are made.
    const all = samplesOfBoth(inject("own"), inject("fixture"));
    samples = process.env["RELIABILITY"] ? all : all.filter(({ further }) => !further);
    const browser = await chromium.connect(inject("browser"));
    context = await browser.newContext(DESKTOP);
    met = await watch(context);
    const page = await context.newPage();
    for (const { url } of samples) {
      await page.goto(url, { waitUntil: "load" });
      await untilReady(page);
    }
    await page.close();
  });
  afterAll(() => context.browser()?.close());

  test("let every sort of page do what it does, and no page asks another site for anything", () => {
    const tried = met.pages.length;
    figure({
      promise: "A page never meets a refusal of its own policy",
      test: TEST,
      tried,
      failed: met.refused.length,
      unit: "pages",
    });
    figure({
      promise: "A page asks no other site for anything",
      test: TEST,
      tried,
      failed: met.elsewhere.length,
      unit: "pages",
    });
    expect(new Set(met.pages).size).toBe(new Set(samples.map(({ url }) => url)).size);
    expect(met.refused).toEqual([]);
    expect(met.elsewhere).toEqual([]);
  });

  test("give every sort of page an A+ of 125 points or more by the rules of Mozilla's observatory", async () => {
    const scores = await Promise.all(
      samples.map(async ({ url }) => {
        const response = await fetch(url);
        return observatoryScore(observatoryPoints({ headers: response.headers, html: await response.text() }));
      }),
    );
    const failed = scores.filter((score) => score < 125).length;
    figure({
      promise: "A page has 125 points or more at Mozilla's observatory",
      test: TEST,
      tried: scores.length,
      failed,
      unit: "pages",
    });
    expect(Math.min(...scores)).toBe(130);
  });

  test("let a reader search on the page and from any, change the colours and copy a link", async () => {
    const { refused, elsewhere } = met;
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await context.newPage();
    const at = (path: string) => page.goto(inject("site") + path);
    await at("/search/?q=huawei");
    await page.locator("#results_ mark").first().waitFor();
    await at(STORY);
    await untilReady(page);
    await page.keyboard.press("/");
    await page.fill("#find_", "huawei");
    await page.locator("#options_ mark").first().waitFor();
    await page.keyboard.press("Escape");
    await page.locator("select[data-colours]").selectOption("dark");
    await page.locator("[data-copy]").click();
    await page.locator("[data-copied]").filter({ hasText: /./ }).waitFor();
    await page.close();
    expect([...refused, ...elsewhere]).toEqual([]);
  });
});

describe("what gets into a page all the same", () => {
  /** What comes of a try to run something, as a page's own script would; the debugger alone is above the policy. */
  const tryTo = (attempt: string) => `new Promise((tell) => addEventListener("try", () => {
    const done = (what) => tell(String(what));
    try { Promise.resolve((${attempt})()).then(() => done("done"), ({ name }) => done(name)); } catch ({ name }) { done(name); }
  }, { once: true }) ?? setTimeout(() => dispatchEvent(new Event("try"))))`;

  const ATTEMPTS = {
    "compile WebAssembly": "() => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))",
    "run a text as code": "() => setTimeout('1')",
    "make markup of a text": "() => { document.body.innerHTML = '<b>'; }",
    "start a worker from a text": "() => new Worker('/assets/x.js')",
    "let texts through by a policy of its own": "() => trustedTypes.createPolicy('default', {})",
  };

  test("can't compile WebAssembly, nor make code or markup of a text, on the search page as little as on a story", async () => {
    await asReader(
      DESKTOP,
      async ({ page, open }) => {
        for (const path of [STORY, "/search/"]) {
          await open(path);
          for (const [what, attempt] of Object.entries(ATTEMPTS))
            expect(await page.evaluate(tryTo(attempt)), what).toMatch(/^(?:Compile|Type)Error$/);
        }
      },
      /Content Security Policy|TrustedTypes?|TrustedScript|TrustedHTML|Refused/i,
    );
  });

  test("can't write a script into it", async () => {
    const ran = await asPageWith("<script>document.title = 'ran'</script><img src=x onerror=\"document.title='ran'\">");
    expect(ran).not.toBe("ran");
  });
});

/** The title of a story after markup of somebody else's has got into it on its way. */
async function asPageWith(markup: string): Promise<string> {
  let title = "";
  await asReader(
    DESKTOP,
    async ({ page, open }) => {
      await page.route(`**${STORY}`, async (route) => {
        const response = await route.fetch();
        const body = readFileSync(join(inject("own").folder, STORY, "index.html"), "utf8");
        await route.fulfill({ response, body: body.replace("</main>", `${markup}</main>`) });
      });
      await open(STORY);
      title = await page.title();
    },
    /Content Security Policy|Refused|404/,
  );
  return title;
}
