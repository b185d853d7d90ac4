import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import type { WrittenArticle } from "../../src/model/newsroom.ts";
import { publish } from "../../src/model/publish.ts";
import type { Slug } from "../../src/model/slugs.ts";
import { flatplanOf } from "../../src/pages/pages.ts";
import { render } from "../../src/pages/render.ts";
import { ASSETS, NO_INSERTS, NOW, newsroomOf, print } from "./newspaper.ts";

interface Entry {
  readonly loc: string;
  readonly lastmod?: string;
  readonly "image:image"?: { readonly "image:loc": string };
}

const parser = new XMLParser({ isArray: (name) => name === "url", parseTagValue: false });
const entriesOf = (text: string): readonly Entry[] => parser.parse(text).urlset.url;

/** When each page was last changed, by its path. */
const changesIn = (text: string) =>
  new Map(entriesOf(text).map(({ loc, lastmod }) => [loc.replace("https://harbour-courier.example", ""), lastmod]));

const newsroom = await newsroomOf("full");
const paper = print(newsroom);

/** The sitemaps of a newspaper with so many stories, by their paths. */
function largeSitemaps(count: number): ReadonlyMap<string, string> {
  const [story] = newsroom.articles;
  if (!story) throw new Error("The newspaper of the tests has no story");
  const articles = Array.from({ length: count }, (_, index) => {
    const slug = `story-${index}` as Slug; // words of this test, all of them slugs
    const epochMs = story.date.epochMs + index;
    return { ...story, slug, file: `articles/${slug}.md`, date: { ...story.date, epochMs }, tags: [], draft: false };
  });
  const publication = publish({ ...newsroom, articles }, NOW, "none");
  const plan = flatplanOf({ publication, assets: ASSETS, indexed: true, now: NOW });
  const sitemaps = plan.filter(({ url }) => url.startsWith("/sitemap"));
  return new Map(sitemaps.map(({ url, make }) => [url, render(make(), NO_INSERTS)]));
}

describe("the sitemap", () => {
  const text = paper.text("/sitemap.xml");
  const entries = entriesOf(text);

  test("is well-formed", () => {
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).toContain('xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"');
  });

  test("lists each HTML page once, whole, but for the search and the pages for what is missing, was not kept or was sent", () => {
    const apart = ["/search/", "/404.html", "/comment-received/", "/offline/", "/2022/04/sunken-bell/"];
    const pages = paper.pages.filter(({ kind, url }) => kind === "html" && !apart.includes(url));
    const listed = entries.map(({ loc }) => loc);
    expect(listed.toSorted()).toEqual(pages.map(({ url }) => `https://harbour-courier.example${url}`).toSorted());
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toContain("https://harbour-courier.example/tags/%E5%8D%8E%E4%B8%BA/");
  });

  test("of a large site is a list of sitemaps that hold no more than they may, and an old one stays as it is", () => {
    const [before, after] = [largeSitemaps(40_000), largeSitemaps(40_010)];
    const parts = [...before.keys()].filter((url) => url !== "/sitemap.xml");
    expect(parts.slice(0, 2)).toEqual(["/sitemap-1.xml", "/sitemap-2.xml"]);
    for (const url of parts)
      expect(before.get("/sitemap.xml")).toContain(`<loc>https://harbour-courier.example${url}</loc>`);
    const counts = parts.map((url) => before.get(url)?.split("<url>").length ?? 0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(50_000);
    expect(before.get("/sitemap-1.xml")).toContain("/story-0/");
    expect(after.get("/sitemap-1.xml")).toBe(before.get("/sitemap-1.xml"));
    expect(after.get("/sitemap-2.xml")).toContain("/story-40009/");
  });

  test("shows the cover of a story, as the feeds do", () => {
    const withCover = entries.find(({ loc }) => loc.endsWith("/2023/06/markup/"));
    expect(withCover?.["image:image"]?.["image:loc"]).toMatch(
      /^https:\/\/harbour-courier\.example\/images\/tea-.*\.jpg$/,
    );
    expect(entries.find(({ loc }) => loc.endsWith("/2024/03/bare/"))).not.toHaveProperty("image:image");
  });

  test("says of each story when it was last changed, and of each list when one was that it shows", () => {
    const changed = changesIn(text);
    expect(changed.get("/2023/02/huawei-pier/")).toBe("2023-02-12T08:00:00+00:00");
    expect(changed.get("/2024/03/bare/")).toBe("2024-03-03T03:03:00+00:00");
    expect(changed.get("/2025/03/quay-closed/")).toBe("2025-03-03T14:00:00+00:00");
    expect(changed.get("/about/")).toBeUndefined();
    expect(changed.get("/")).toBe("2026-05-30T07:30:00+01:00");
    expect(changed.get("/latest/")).toBe("2026-05-30T07:30:00+01:00");
    expect(changed.get("/2025/")).toBe(changed.get("/2025/10/clocks-go-back/"));
    expect(changed.get("/2024/03/")).toBe("2024-03-03T03:03:00+00:00");
    expect(changed.get("/sections/letters/")).toBeUndefined();
  });

  test("says of the lists of a story that is updated that they have changed, and of no other page", () => {
    const updated = { epochMs: Date.UTC(2026, 4, 31), iso: "2026-05-31T01:00:00+01:00", precision: "minute" } as const;
    const articles = newsroom.articles.map((article) => (article.slug === "bare" ? { ...article, updated } : article));
    const before = changesIn(text);
    const after = changesIn(print({ ...newsroom, articles }).text("/sitemap.xml"));
    const changed = [...after].filter(([url, time]) => time !== before.get(url));
    expect(changed.map(([url]) => url).toSorted()).toEqual([
      "/",
      "/2024/",
      "/2024/03/",
      "/2024/03/bare/",
      "/authors/harbour-desk/",
      "/latest/page/4/",
      "/sections/explainers/",
    ]);
    expect(new Set(changed.map(([, time]) => time))).toEqual(new Set([updated.iso]));
  });

  test("of a large site says of each of its parts when it was last changed", () => {
    const sitemaps = largeSitemaps(40_000);
    const index = parser.parse(sitemaps.get("/sitemap.xml") ?? "").sitemapindex.sitemap;
    for (const { loc, lastmod } of index) {
      const part = entriesOf(sitemaps.get(loc.replace("https://harbour-courier.example", "")) ?? "");
      const latest = Math.max(...part.map((entry) => Date.parse(entry.lastmod ?? "1970-01-01")));
      expect(Date.parse(lastmod)).toBe(latest);
    }
  });
});

describe("the sitemap for news", () => {
  const HOUR = 60 * 60 * 1000;
  const trip = newsroom.articles.find(({ slug }) => slug === "trip-5");
  const published = trip?.date.epochMs ?? 0;
  const newsAt = (now: number) => parser.parse(print(newsroom, { now }).text("/news-sitemap.xml")).urlset;

  test("names each story of the last 48 hours with its headline, its time, and the newspaper", () => {
    expect(newsAt(published + HOUR).url).toEqual([
      {
        loc: "https://harbour-courier.example/2026/05/trip-5/",
        "news:news": {
          "news:publication": { "news:name": "The Harbour Courier", "news:language": "en" },
          "news:publication_date": trip?.date.iso,
          "news:title": trip?.title,
        },
      },
    ]);
  });

  test("takes a story in when it comes out, and drops it after 48 hours to the millisecond", () => {
    const count = (now: number) => newsAt(now).url?.length ?? 0;
    expect([published - 1, published, published + 48 * HOUR - 1, published + 48 * HOUR].map(count)).toEqual([
      0, 1, 1, 0,
    ]);
  });

  test("may be empty, and is valid all the same", () => {
    const text = print(newsroom, { now: NOW + 30 * 24 * HOUR }).text("/news-sitemap.xml");
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).not.toContain("<url>");
  });

  test("names no draft and nothing scheduled, not even where writers see them", () => {
    for (const { date, slug } of newsroom.articles.filter(({ slug }) => slug.startsWith("canary"))) {
      const text = print(newsroom, { now: date.epochMs - 1, unpublished: "all" }).text("/news-sitemap.xml");
      expect(text, slug).not.toMatch(/canary/i);
    }
  });

  test("holds a thousand stories at most, the newest", () => {
    const articles = Array.from({ length: 1010 }, (_, index) => {
      const slug = `story-${index}` as Slug; // words of this test, all of them slugs
      const date = { epochMs: NOW - index * 1000, iso: "2026-06-01T12:00:00+01:00", precision: "minute" } as const;
      return { ...newsroom.articles[0], ...trip, slug, file: `articles/${slug}.md`, date } as WrittenArticle;
    });
    const { url } = parser.parse(print({ ...newsroom, articles }).text("/news-sitemap.xml")).urlset;
    expect(url.length).toBe(1000);
    expect(url[0].loc).toContain("/story-0/");
    expect(url.at(-1).loc).toContain("/story-999/");
  });

  test.each([
    ["zh-Hans", "zh-cn"],
    ["zh-TW", "zh-tw"],
    ["es-MX", "es"],
  ])("of a newspaper in %s says %s, as Google writes it", (language, written) => {
    const settings = { ...newsroom.settings, language };
    expect(print({ ...newsroom, settings }, { now: published }).text("/news-sitemap.xml")).toContain(
      `<news:language>${written}</news:language>`,
    );
  });

  test("is all that changes when time passes and no story comes out, apart from what says when that will be", () => {
    const [before, after] = [print(newsroom, { now: published }), print(newsroom, { now: published + 48 * HOUR })];
    const changed = before.urls.filter((url) => before.text(decodeURI(url)) !== after.text(decodeURI(url)));
    expect(changed.toSorted()).toEqual(["/news-sitemap.xml", "/next-change.json"]);
  });
});
