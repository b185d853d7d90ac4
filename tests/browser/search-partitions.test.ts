import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import { asReader, DESKTOP } from "./reader.ts";
import { serveAsNetlify } from "./serve-as-netlify.ts";

// 2,000 short stories, two a day from 26 November 2026 back: so 52 in that month, 608 before it in the year, 730 in
// 2025 and 610 in 2024. Every story has "harbour" in it; one in 100 has "lighthouse", and one of 2024 has it often.
// Every story is about ferries; 29 of 2024 are about wrecks too, all of them news. Each year from 2012 to 2023 has one
// more, with "beacon" in it, so that there are 16 partitions.
const NEWEST = Date.UTC(2026, 10, 26, 18);
const HALF_DAY = 12 * 3_600_000;

const SETTINGS = `title: The Long Harbour
tagline: Twice a day
url: https://news.example
description: A newspaper with a past.
language: en
timeZone: UTC
publisher: { name: The Long Harbour }
sections:
  - { slug: news, name: News, description: All news. }
  - { slug: views, name: Views, description: All views. }
`;

async function writePaper(content: string): Promise<void> {
  await mkdir(join(content, "authors"), { recursive: true });
  await writeFile(join(content, "settings.yaml"), SETTINGS);
  await writeFile(join(content, "tags.yaml"), "- { slug: ferries, name: Ferries }\n- { slug: wrecks, name: Wrecks }\n");
  await writeFile(join(content, "authors/ann.md"), "---\nname: Ann Lee\ntype: person\n---\nWrites.\n");
  for (let index = 0; index < 2000; index++) {
    const lighthouse = index === 1900 ? "Lighthouse lighthouse lighthouse." : index % 100 === 50 ? "A lighthouse." : "";
    await writeStory(content, {
      number: index,
      date: new Date(NEWEST - index * HALF_DAY).toISOString(),
      section: index % 2 === 0 ? "news" : "views",
      tags: index > 1940 && index % 2 === 0 ? "ferries, wrecks" : "ferries",
      body: `The harbour. ${lighthouse}`,
    });
  }
  for (let year = 2012; year <= 2023; year++) {
    const date = `${year}-12-31T12:00:00Z`;
    await writeStory(content, { number: year, date, section: "news", tags: "ferries", body: "A beacon." });
  }
}

type Story = Readonly<Record<"date" | "section" | "tags" | "body", string>> & { readonly number: number };

async function writeStory(content: string, { number, date, section, tags, body }: Story): Promise<void> {
  const folder = join(content, "articles", date.slice(0, 4), date.slice(5, 7));
  const front = [
    `title: Story ${number}`,
    "summary: From the harbour.",
    "author: ann",
    `date: ${date}`,
    `section: ${section}`,
    `tags: [${tags}]`,
  ];
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `story-${number}.md`), `---\n${front.join("\n")}\n---\n\n${body}\n`);
}

/** The partitions, newest first. */
const PARTITIONS = ["2026-11", ...Array.from({ length: 15 }, (_, index) => `${2026 - index}`)];

let site: Awaited<ReturnType<typeof serveAsNetlify>>;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-partitions-"));
  await writePaper(join(folder, "content"));
  const output = join(folder, "site");
  const options = {
    content: join(folder, "content"),
    output,
    now: NEWEST,
    unpublished: "none",
    indexed: true,
    work: join(folder, ".dateline"),
  } as const;
  const { problems } = await build(options);
  expect(problems).toEqual([]);
  site = await serveAsNetlify(output);
});

afterAll(async () => {
  site.close();
  await site.closed;
  await rm(folder, { recursive: true });
});

const status = (page: Page) => page.locator("#status_");
const said = (page: Page, text: string | RegExp) => status(page).filter({ hasText: text }).waitFor();
const headlines = (page: Page) => page.locator("#results_ h2").allTextContents();
const numbers = async (page: Page) => (await headlines(page)).map((headline) => Number(headline.replace("Story ", "")));

/** A reader who opens the search page, with the paths that the browser asked for. */
const opening = (query: string, visit: (page: Page, urls: readonly string[]) => Promise<void>) =>
  asReader(DESKTOP, async ({ page }) => {
    const urls: string[] = [];
    page.on("request", (request) => urls.push(new URL(request.url()).pathname));
    await page.goto(`${site.url}search/?${query}`);
    await visit(page, urls);
  });

/** A reader who searches for words, with the partitions whose index the browser asked for. */
const searching = (query: string, visit: (page: Page, asked: () => string[]) => Promise<void>) =>
  opening(query, async (page, urls) => {
    const partitions = () =>
      [...new Set(urls.flatMap((url) => /^\/pagefind\/([^/]+)\//.exec(url)?.[1] ?? []))].filter(
        (name) => name !== "engine",
      );
    await visit(page, partitions);
    expect(new Set(urls.filter((url) => /\/pagefind-[^/]+\.js$/.test(url))).size).toBe(1);
  });

/** A reader who only narrows, with the lists that the browser asked for; the index is never among them. */
const browsing = (query: string, visit: (page: Page, asked: () => string[]) => Promise<void>) =>
  opening(query, async (page, urls) => {
    await visit(page, () => urls.flatMap((url) => /^\/search\/(.+)\.json$/.exec(url)?.[1] ?? []));
    expect(urls.filter((url) => url.startsWith("/pagefind/"))).toEqual([]);
  });

describe("a search over partitions", () => {
  test("newest first reads no further back than it has to, and says that there may be more", async () => {
    await searching("q=harbour&order=newest", async (page, asked) => {
      await said(page, "At least 52 stories for “harbour”");
      expect(await numbers(page)).toEqual(Array.from({ length: 10 }, (_, index) => index));
      expect(asked()).toEqual(["2026-11"]);
      for (let shown = 10; shown < 70; shown += 10) {
        await page.click("#more_");
        await page.locator("#results_ > li").nth(shown).waitFor();
      }
      expect(await numbers(page)).toEqual(Array.from({ length: 70 }, (_, index) => index));
      expect(asked()).toEqual(["2026-11", "2026"]);
    });
  });

  test("newest first goes back as far as a rare word is", async () => {
    await searching("q=lighthouse&order=newest", async (page, asked) => {
      await said(page, "At least 21 stories for “lighthouse”");
      const expected = [...Array.from({ length: 20 }, (_, index) => index * 100 + 50), 1900].sort((a, b) => a - b);
      expect(await numbers(page)).toEqual(expected.slice(0, 10));
      expect(asked().toSorted()).toEqual(["2023", "2024", "2025", "2026", "2026-11"]);
      await page.click("#more_");
      await page.locator("#results_ > li").nth(10).waitFor();
      await page.click("#more_");
      await page.locator("#results_ > li").nth(20).waitFor();
      expect(await numbers(page)).toEqual(expected);
      await said(page, /^21 stories for “lighthouse”$/);
      expect(asked().toSorted()).toEqual(PARTITIONS.toSorted());
      expect(await page.locator("#more_").isVisible()).toBe(false);
    });
  });

  test("narrowed to a year opens that year only", async () => {
    await searching("q=lighthouse&year=2025&section=News", async (page, asked) => {
      await said(page, /^\d+ stories for “lighthouse”$/);
      const found = await numbers(page);
      expect(found.length).toBe(7);
      for (const number of found) expect(number % 100).toBe(50);
      expect(asked()).toEqual(["2025"]);
    });
  });

  test("for the best match shows the newest at once, lets older years join below, and moves nothing", async () => {
    await searching("q=lighthouse", async (page, asked) => {
      await said(page, "Best matches since December 2016: 21 stories for “lighthouse”");
      const found = await numbers(page);
      expect(found.length).toBe(10);
      expect(found[0]).toBe(50);
      expect(found[1]).toBe(1900);
      expect(asked()[0]).toBe("2026-11");
      expect(asked().toSorted()).toEqual(PARTITIONS.slice(0, 12).toSorted());
    });
  });

  test("for the best match leaves out what is very old until the reader asks for it, and puts it below", async () => {
    await searching("q=beacon", async (page, asked) => {
      await said(page, "Best matches since December 2016: 8 stories for “beacon”");
      const first = await numbers(page);
      expect(first.toSorted()).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023]);
      await page.getByRole("button", { name: "Search older stories too (2012–2015)" }).click();
      await said(page, /^12 stories for “beacon”$/);
      expect((await numbers(page)).slice(0, 8)).toEqual(first);
      expect(asked().toSorted()).toEqual(PARTITIONS.toSorted());
      expect(await page.locator("#older_").isVisible()).toBe(false);
      const focused = await page.evaluate(() => document.activeElement?.textContent ?? "");
      expect((await headlines(page)).indexOf(focused)).toBe(8);
      await page.click("#more_");
      await page.locator("#results_ > li").nth(11).waitFor();
      expect((await numbers(page)).slice(8).toSorted()).toEqual([2012, 2013, 2014, 2015]);
    });
  });

  test("narrowed to a topic opens only the years that have stories of it", async () => {
    await searching("q=beacon&tag=Wrecks", async (page, asked) => {
      await said(page, /^No stories for “beacon”\. Try/);
      expect(asked()).toEqual(["2024"]);
    });
  });

  test("loads the engine once, whatever number of years it asks", async () => {
    await searching("q=lighthouse", async (page) => {
      await said(page, /: 21 stories/);
      expect(await transferredOnce(page)).toBe(true);
    });
  });

  test("loads all but the words and the stories as soon as the field has the focus", async () => {
    await opening("order=newest", async (page, urls) => {
      expect(urls.filter((url) => url.startsWith("/pagefind/"))).toEqual([]);
      const ready = [/\/engine\/wasm/, /\/pagefind\/2026-11\/.*pf_meta/].map((file) => page.waitForResponse(file));
      await page.focus("#query_");
      await Promise.all(ready);
      const before = urls.length;
      await page.fill("#query_", "harbour");
      await said(page, "At least 52 stories for “harbour”");
      const after = urls.slice(before).flatMap((url) => /^\/pagefind\/(.*)\//.exec(url)?.[1] ?? []);
      expect(after).toEqual(["2026-11/index", ...Array(10).fill("2026-11/fragment")]);
    });
  });

  test("narrowed to an older year loads that year as soon as the field has the focus", async () => {
    await opening("year=2025", async (page) => {
      await said(page, /^730 stories$/);
      const ready = page.waitForResponse(/\/pagefind\/2025\/.*pf_meta/);
      await page.focus("#query_");
      await ready;
    });
  });
});

describe("narrowing without a word", () => {
  test("shows the newest with lists of the newest month only, whatever the order, and says how many there are", async () => {
    await browsing("section=Views", async (page, asked) => {
      await said(page, /^1,000 stories$/);
      expect(await numbers(page)).toEqual(odd(0, 10));
      // Of its 52 stories, 21 to 40 from the oldest stand in the second file, and the rest in the third.
      expect(asked().sort()).toEqual(["2026-11/facets", "2026-11/stories-2", "2026-11/stories-3"]);
    });
  });

  test("goes on into older stories when asked for more, and shows none twice", async () => {
    await browsing("section=Views", async (page, asked) => {
      await said(page, /^1,000 stories$/);
      for (let shown = 10; shown < 50; shown += 10) {
        await page.click("#more_");
        await page.locator("#results_ > li").nth(shown).waitFor();
      }
      expect(await numbers(page)).toEqual(odd(0, 50));
      expect(asked().filter((list) => list.endsWith("facets"))).toEqual(["2026-11/facets", "2026/facets"]);
    });
  });

  test("asks only the years that have stories of the topic", async () => {
    await browsing("tag=Wrecks", async (page, asked) => {
      await said(page, /^29 stories$/);
      expect(await numbers(page)).toEqual(Array.from({ length: 10 }, (_, index) => 1942 + 2 * index));
      expect([...new Set(asked().map((list) => list.split("/")[0]))]).toEqual(["2024"]);
    });
  });

  test("to a topic that nobody has asks for nothing", async () => {
    await browsing("tag=Nonsense", async (page, asked) => {
      await said(page, /^No stories/);
      expect(asked()).toEqual([]);
    });
  });

  test("by filters that no story has together asks for one small list", async () => {
    await browsing("tag=Wrecks&section=Views", async (page, asked) => {
      await said(page, /^No stories/);
      expect(asked()).toEqual(["2024/facets"]);
    });
  });

  test("to a year asks that year only", async () => {
    await browsing("year=2025", async (page, asked) => {
      await said(page, /^730 stories$/);
      expect(await numbers(page)).toEqual(Array.from({ length: 10 }, (_, index) => 660 + index));
      expect([...new Set(asked().map((list) => list.split("/")[0]))]).toEqual(["2025"]);
    });
  });

  test("says so when its list could not be loaded, and asks for it again at the next try", async () => {
    const visit = async ({ page }: { page: Page }) => {
      await page.route("**/search/2024/facets.json", (route) => route.abort());
      await page.goto(`${site.url}search/?tag=Wrecks`);
      await said(page, /could not be loaded/);
      await page.unroute("**/search/2024/facets.json");
      await page.click("button[type=submit]");
      await said(page, /^29 stories$/);
    };
    await asReader(DESKTOP, visit, /ERR_FAILED|Failed to fetch/);
  });
});

const odd = (from: number, count: number) => Array.from({ length: count }, (_, index) => 2 * (from + index) + 1);

/** Whether the engine's bytes came over the network once, whatever number of indexes use it. */
async function transferredOnce(page: Page): Promise<boolean> {
  const [engine] = page.workers();
  if (!engine) throw new Error("No engine runs");
  return engine.evaluate(() => {
    const engine = performance.getEntriesByType("resource").filter(({ name }) => name.includes("wasm."));
    // The types of the DOM do not know which entries are of resources.
    const sizes = engine.map((entry) => (entry as PerformanceResourceTiming).transferSize);
    return sizes.filter((size) => size > 10_000).length === 1 && engine.length === 12;
  });
}
