import { appendFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import type { RunningServer } from "../../src/site/serve.ts";
import { siteFolder } from "../site/site-folder.ts";
import { asReader, DESKTOP } from "./reader.ts";
import { serveAsNetlify } from "./serve-as-netlify.ts";

describe("a site with a newsletter and analytics", () => {
  let site: string;
  let server: RunningServer;

  beforeAll(async () => {
    site = await siteFolder("tiny");
    const content = join(site, "content");
    await appendFile(
      join(content, "settings.yaml"),
      `newsletter: { action: https://letters.example/subscribe, field: email }
analytics: { script: https://counter.example/count.js, data: { site: small }, sendsTo: https://events.example }
`,
    );
    const output = join(site, "_site");
    const now = Date.parse("2026-11-22T12:00:00Z");
    await build({ content, output, work: join(site, ".dateline"), now, unpublished: "none", indexed: true });
    server = await serveAsNetlify(output);
  });

  afterAll(async () => {
    server.close();
    await server.closed;
    await rm(site, { recursive: true });
  });

  test("runs the script and lets it send what it counts, and lets a reader sign up; the policy complains of nothing", async () => {
    await asReader(
      DESKTOP,
      async ({ page }) => {
        const asked: string[] = [];
        await page.route(/^https:/, async (route) => {
          const request = route.request();
          asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`.trim());
          const script =
            'fetch("https://events.example/hit", { method: "POST", mode: "no-cors", body: document.currentScript.dataset.site });';
          await route.fulfill({
            contentType: request.url().endsWith(".js") ? "text/javascript" : "text/html",
            body: request.url().endsWith(".js") ? script : "<!doctype html><title>Thank you</title>",
          });
        });
        const hit = page.waitForRequest("https://events.example/hit");
        await page.goto(`${server.url}2026/04/bridge-opens/`);
        await hit;
        await page.fill(".newsletter input", "ann@example.org");
        await page.click(".newsletter button");
        await page.waitForURL("https://letters.example/subscribe");
        expect(asked).toEqual([
          "GET https://counter.example/count.js",
          "POST https://events.example/hit small",
          "POST https://letters.example/subscribe email=ann%40example.org",
        ]);
      },
      /^asked https:\/\/(?:counter|events|letters)\.example\//,
    );
  });
});
