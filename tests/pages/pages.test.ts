import { expect, test } from "vitest";
import { newsroomOf, print } from "./newspaper.ts";

test("every address of the site has its page", async () => {
  const { urls } = print(await newsroomOf("full"));
  expect(urls.map(decodeURI)).toEqual(
    expect.arrayContaining([
      "/",
      "/latest/",
      "/latest/page/1/",
      "/2019/12/last-of-the-year/",
      "/2019/",
      "/2019/12/",
      "/tags/",
      "/tags/华为/",
      "/tags/c/",
      "/tags/c-plus-plus/",
      "/tags/at-and-t-labs-r-and-d/",
      "/authors/",
      "/authors/ada-okafor/",
      "/authors/ada-okafor/page/1/",
      "/sections/news/",
      "/sections/news/page/1/",
      "/sections/letters/",
      "/search/",
      "/about/",
      "/corrections-policy/",
      "/corrections/",
      "/2022/04/sunken-bell/",
      "/next-change.json",
      "/privacy/",
      "/feeds/",
      "/feed.xml",
      "/rss.xml",
      "/feed.json",
      "/sections/letters/feed.xml",
      "/tags/华为/rss.xml",
      "/authors/ada-okafor/feed.json",
      "/sitemap.xml",
      "/news-sitemap.xml",
      "/robots.txt",
      "/404.html",
      "/offline/",
      "/sw.js",
      "/manifest.webmanifest",
    ]),
  );
});

test("no two pages stand at one address, not even where case does not count", async () => {
  const { urls } = print(await newsroomOf("full"));
  expect(new Set(urls.map((url) => url.toLowerCase())).size).toBe(urls.length);
});

test("a page made from a file says which", async () => {
  const { pages } = print(await newsroomOf("full"));
  const sourceOf = (url: string) => pages.find((page) => page.url === url)?.source;
  expect(sourceOf("/2024/03/bare/")).toBe("articles/2024/03/bare.md");
  expect(sourceOf("/about/")).toBe("pages/about.md");
  expect(sourceOf("/authors/li-wei/")).toBe("authors/li-wei.md");
  expect(sourceOf("/latest/")).toBeUndefined();
});

test("a newspaper without a single story still has its pages", async () => {
  const newsroom = await newsroomOf("tiny");
  const { html, text, urls } = print({ ...newsroom, articles: [] });
  expect(html("/")("main").text()).toContain("No stories yet");
  expect(html("/latest/")("main").text()).toContain("No stories yet");
  expect(JSON.parse(text("/feed.json")).items).toEqual([]);
  expect(urls).not.toContain("/2026/");
});
