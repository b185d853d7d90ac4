import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { build } from "../../src/site/build.ts";
import { listen, type RunningServer } from "../../src/site/serve.ts";
import { compressedHost } from "../bench/compressed-host.ts";
import { makeCorpus } from "../bench/corpus.ts";
import { writeForDateline } from "../bench/corpus-files.ts";
import { type SearchVisit, searchInDialog, searchOnPage } from "../bench/search-cost.ts";

// 500 stories of the benchmark's newspaper, and a word that most of them have. The measured cost of 10,000 stories
// stands in docs/performance.md.
const WORD = "faist";

let folder: string;
let site: RunningServer;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-search-budget-"));
  const content = join(folder, "content");
  const output = join(folder, "site");
  await writeForDateline(makeCorpus(500), content);
  const work = join(folder, ".dateline");
  const { problems } = await build({
    content,
    output,
    now: Date.UTC(2026, 10, 22),
    unpublished: "none",
    indexed: true,
    work,
  });
  expect(problems).toEqual([]);
  const host = compressedHost(output);
  site = await listen((_request, response, path) => {
    const { status, headers, body } = host(path);
    response.writeHead(status, headers).end(body);
  }, 0);
  browser = await chromium.connect(inject("browser"));
});

afterAll(async () => {
  await browser.close();
  site.close();
  await rm(folder, { recursive: true });
});

const visit = (): SearchVisit => ({ site: site.url, words: WORD, order: "newest", rested: false, slowly: false });

describe("with an empty cache, of 500 stories", () => {
  test("a search on the search page takes at most 18 requests and 170 KB", async () => {
    const { requests, bytes } = await searchOnPage(browser, visit());
    expect(requests).toBeLessThanOrEqual(18);
    expect(bytes).toBeLessThanOrEqual(170_000);
  });

  test("a search in the dialog takes no more, with all that the dialog loads for itself", async () => {
    const { requests, bytes } = await searchInDialog(browser, visit());
    expect(requests).toBeLessThanOrEqual(18);
    expect(bytes).toBeLessThanOrEqual(170_000);
  });
});
