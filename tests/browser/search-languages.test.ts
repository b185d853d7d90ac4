import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import { asReader, DESKTOP } from "./reader.ts";
import { serveAsNetlify } from "./serve-as-netlify.ts";

// One newspaper in four languages, printed by an English, a Chinese and an Arabic house.
const STORIES = [
  {
    slug: "zurich",
    language: "en",
    title: "Zürich counts its bridges",
    summary: "Elections were held on the river.",
    body: "The city of Zürich has many bridges.",
  },
  {
    slug: "elecciones",
    language: "es",
    title: "Elecciones en México",
    summary: "El país vota mañana.",
    body: "Las elecciones llegan en otoño, y los españoles las siguen.",
  },
  {
    slug: "qukuailian",
    language: "zh-Hans",
    title: "中国人民银行推动区块链技术",
    summary: "华为公司在深圳发布新产品。",
    body: "数字人民币使用Huawei手机支付。\n\n## 背景\n\n技术发展很快，中国人民银行表示支持。",
  },
  {
    slug: "al-sin",
    language: "ar",
    title: "انتخابات في الصين",
    summary: "تتجه الأنظار إلى آسيا.",
    body: "وقّعت مصر والصين اتفاقًا جديدًا.",
  },
];

const LANGUAGES = ["en", "zh-Hans", "ar"] as const;
const sites = new Map<string, Awaited<ReturnType<typeof serveAsNetlify>>>();
let folder: string;

async function writePaper(content: string, language: string): Promise<void> {
  await mkdir(join(content, "authors"), { recursive: true });
  await mkdir(join(content, "articles/2026/11"), { recursive: true });
  const settings = [
    "title: Four Tongues",
    "tagline: All of them",
    "url: https://news.example",
    "description: A newspaper.",
    `language: ${language}`,
    "timeZone: UTC",
    "publisher: { name: Four Tongues }",
    "sections:",
    "  - { slug: news, name: News, description: All news. }",
  ];
  await writeFile(join(content, "settings.yaml"), `${settings.join("\n")}\n`);
  await writeFile(join(content, "tags.yaml"), "- { slug: world, name: 世界 }\n");
  await writeFile(join(content, "authors/ann.md"), "---\nname: Ann Lee\ntype: person\n---\nWrites.\n");
  for (const { slug, language: its, title, summary, body } of STORIES) {
    const front = [
      `title: ${title}`,
      `summary: ${summary}`,
      "author: ann",
      "date: 2026-11-03",
      "section: news",
      "tags: [world]",
      ...(its === language ? [] : [`language: ${its}`]),
    ];
    await writeFile(join(content, `articles/2026/11/${slug}.md`), `---\n${front.join("\n")}\n---\n\n${body}\n`);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-languages-"));
  for (const language of LANGUAGES) {
    const content = join(folder, language, "content");
    const output = join(folder, language, "site");
    await writePaper(content, language);
    const now = Date.UTC(2026, 10, 22);
    const work = join(folder, language, ".dateline");
    const { problems } = await build({ content, output, now, unpublished: "none", indexed: true, work });
    expect(problems).toEqual([]);
    sites.set(language, await serveAsNetlify(output));
  }
});

afterAll(async () => {
  for (const site of sites.values()) site.close();
  await Promise.all([...sites.values()].map(({ closed }) => closed));
  await rm(folder, { recursive: true });
});

const readerOf = (language: string, visit: (page: Page, url: string) => Promise<void>) =>
  asReader(DESKTOP, ({ page }) => visit(page, sites.get(language)?.url ?? ""));

/** The stories that a search finds, by their slugs. */
async function found(page: Page, url: string, query: string): Promise<string[]> {
  if (!page.url().startsWith(`${url}search/`)) await page.goto(`${url}search/`);
  await page.fill("#query_", query);
  await page.locator("#status_").filter({ hasText: query }).waitFor();
  await expect.poll(() => page.locator("#status_").textContent()).not.toMatch(/…$/);
  const paths = await page
    .locator("#results_ h2 a")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  return paths.flatMap((path) => path.split("/").at(-2) ?? []);
}

describe.for(LANGUAGES)("a search of a newspaper in %s", (language) => {
  test("finds stories of every language, with and without accents, by words and by their beginnings", async () => {
    await readerOf(language, async (page, url) => {
      for (const [query, slug] of [
        ["zurich", "zurich"],
        ["Zürich", "zurich"],
        ["BRIDGES", "zurich"],
        ["mexico", "elecciones"],
        ["españoles", "elecciones"],
        ["espanol", "elecciones"],
        ["eleccion", "elecciones"],
        ["人民银行", "qukuailian"],
        ["区块链技术", "qukuailian"],
        ["华为", "qukuailian"],
        ["huawei 手机", "qukuailian"],
        ["发展", "qukuailian"],
        ["الصين", "al-sin"],
        ["اتفاق", "al-sin"],
        ["وقعت", "al-sin"],
      ] as const) {
        expect([query, await found(page, url, query)]).toEqual([query, [slug]]);
      }
    });
  });

  test("shows what it has found as it was written, in its language and direction", async () => {
    await readerOf(language, async (page, url) => {
      await found(page, url, "人民银行");
      const heading = page.locator("#results_ h2");
      expect(await heading.textContent()).toBe("中国人民银行推动区块链技术");
      expect(await page.locator("#results_ .excerpt").textContent()).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
      expect(await page.locator("#results_ mark").first().textContent()).toMatch(/^(?:人民|银行)/);
      expect(await heading.evaluate((element) => element.closest("[lang]")?.getAttribute("lang"))).toBe("zh-Hans");
      expect(await heading.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
      await found(page, url, "الصين");
      expect(await heading.evaluate((element) => element.closest("[lang]")?.getAttribute("lang"))).toBe("ar");
      expect(await heading.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
    });
  });

  test("leads to the words in the story, whatever script they are in", async () => {
    await readerOf(language, async (page, url) => {
      for (const query of ["发展", "اتفاق", "españoles", "zurich"]) {
        await found(page, url, query);
        await page.locator("#results_ h2 a").click();
        await page.waitForURL(/:~:text=/);
        await page.goBack();
      }
    });
  });
});

describe("the endings of words", () => {
  test("do not matter in English, in an English newspaper and beside Chinese", async () => {
    for (const language of ["en", "zh-Hans"]) {
      await readerOf(language, async (page, url) => {
        expect(await found(page, url, "bridge")).toEqual(["zurich"]);
        expect(await found(page, url, "election")).toEqual(["zurich"]);
      });
    }
  });

  test("nor does what Arabic puts before them, in an Arabic newspaper", async () => {
    await readerOf("ar", async (page, url) => {
      expect(await found(page, url, "صين")).toEqual(["al-sin"]);
    });
  });
});
