import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { newsroomOf, print } from "./newspaper.ts";

const newsroom = await newsroomOf("full");
const paper = print(newsroom);

describe("the sitemap", () => {
  const text = paper.text("/sitemap.xml");
  const parser = new XMLParser({ isArray: (name) => name === "url", parseTagValue: false });
  const entries: { loc: string; lastmod?: string }[] = parser.parse(text).urlset.url;

  test("is well-formed", () => {
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).toContain('xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"');
  });

  test("lists each HTML page once, whole, but for the search and the page for missing pages", () => {
    const pages = paper.pages.filter(({ kind, url }) => kind === "html" && !["/search/", "/404.html"].includes(url));
    const listed = entries.map(({ loc }) => loc);
    expect(listed.toSorted()).toEqual(pages.map(({ url }) => `https://harbour-courier.example${url}`).toSorted());
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toContain("https://harbour-courier.example/tags/%E5%8D%8E%E4%B8%BA/");
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
