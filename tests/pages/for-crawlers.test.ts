import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { publish } from "../../src/model/publication.ts";
import type { Slug } from "../../src/model/slugs.ts";
import { flatplanOf } from "../../src/pages/pages.ts";
import { render } from "../../src/pages/render.ts";
import { ASSETS, NO_INSERTS, NOW, newsroomOf, print } from "./newspaper.ts";

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
  const plan = flatplanOf({ publication, assets: ASSETS, indexed: true });
  const sitemaps = plan.filter(({ url }) => url.startsWith("/sitemap"));
  return new Map(sitemaps.map(({ url, make }) => [url, render(make(), NO_INSERTS)]));
}

describe("the sitemap", () => {
  const text = paper.text("/sitemap.xml");
  const parser = new XMLParser({ isArray: (name) => name === "url", parseTagValue: false });
  const entries: { loc: string; lastmod?: string }[] = parser.parse(text).urlset.url;

  test("is well-formed", () => {
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).toContain('xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"');
  });

  test("lists each HTML page once, whole, but for the search and the pages for what is missing, gone or was not kept", () => {
    const apart = ["/search/", "/404.html", "/offline/", "/2022/04/sunken-bell/"];
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

  test("says of each story when it was last changed", () => {
    const changed = new Map(
      entries.map(({ loc, lastmod }) => [loc.replace("https://harbour-courier.example", ""), lastmod]),
    );
    expect(changed.get("/2023/02/huawei-pier/")).toBe("2023-02-12T08:00:00+00:00");
    expect(changed.get("/2024/03/bare/")).toBe("2024-03-03T03:03:00+00:00");
    expect(changed.get("/2025/03/quay-closed/")).toBe("2025-03-03T14:00:00+00:00");
    expect(changed.get("/about/")).toBeUndefined();
  });
});

describe("robots.txt", () => {
  test("lets every crawler in and names the sitemap", () => {
    expect(paper.text("/robots.txt")).toBe(
      "User-agent: *\nDisallow:\n\nSitemap: https://harbour-courier.example/sitemap.xml\n",
    );
  });

  test("of a deploy preview names no sitemap, and still lets crawlers read that they should pass by", () => {
    expect(print(newsroom, { indexed: false }).text("/robots.txt")).toBe("User-agent: *\nDisallow:\n");
  });
});
