import { describe, expect, test } from "vitest";
import type { WrittenArticle } from "../../src/model/newsroom.ts";
import type { Slug } from "../../src/model/slugs.ts";
import { type Edition, newsroomOf, print } from "./newspaper.ts";

const newsroom = await newsroomOf("full");
const paper = print(newsroom);

const slug = (text: string) => text as Slug; // words of this test, all of them slugs

/** The newest story of the paper: news of C by Li Wei, published an hour before the paper is printed. */
const newest: WrittenArticle = {
  ...story("trip-5"),
  slug: slug("the-newest"),
  file: "articles/2026/06/the-newest.md",
  title: "The newest story",
  date: { epochMs: Date.UTC(2026, 5, 1, 11), iso: "2026-06-01T12:00:00+01:00", precision: "minute" },
  authors: [slug("li-wei")],
  tags: [slug("c")],
};

describe("a story added at the newest end", () => {
  // Without this one, no list of the newest story has a first page that is full.
  const roomy = newsroom.articles.filter((article) => article.slug !== "cable");
  const before = print({ ...newsroom, articles: roomy });
  const after = print({ ...newsroom, articles: [...roomy, newest] });

  test("makes its own page and, in a new month, the month's", () => {
    expect(added(before, after)).toEqual(["/2026/06/", "/2026/06/the-newest/"]);
  });

  test("changes the first pages of its lists, the indexes that count it, its neighbour and its kin, and nothing else", () => {
    const all = changed(before, after);
    expect(listsWithFeeds(all)).toEqual(["/authors/li-wei/", "/sections/news/", "/tags/c/"]);
    expect(all.filter(isNoListFeed)).toEqual([
      "/",
      "/2024/05/written-in-c/", // the one other story about C
      "/2026/", // has a new month
      "/2026/05/trip-5/", // has a later story now
      "/authors/",
      "/authors/li-wei/",
      "/feed.json",
      "/feed.xml",
      "/latest/",
      "/news-sitemap.xml",
      "/rss.xml",
      "/search/", // counts
      "/search/all/facets.json",
      "/search/all/stories-1.json",
      "/search/words.json",
      "/sections/news/",
      "/sitemap.xml",
      "/tags/",
      "/tags/c/",
    ]);
  });

  test("now and then makes a page of the older half of a full first one, and only the page beside that changes", () => {
    const [full, fuller] = [paper, print({ ...newsroom, articles: [...newsroom.articles, newest] })];
    const ofLists = (urls: string[]) => urls.filter((url) => /^\/(?:latest|sections|tags|authors)\/.*page/.test(url));
    expect(ofLists(added(full, fuller))).toEqual([
      "/authors/li-wei/page/1/",
      "/latest/page/6/",
      "/sections/news/page/4/",
    ]);
    expect(ofLists(changed(full, fuller))).toEqual(["/latest/page/5/", "/sections/news/page/3/"]);
  });
});

describe("a story that is edited", () => {
  test("changes its own page, the cards that show it and the feeds, whatever else there is", () => {
    const articles = newsroom.articles.map((article) =>
      article.slug === "bare" ? { ...article, title: "A story with a new headline" } : article,
    );
    const all = changed(paper, print({ ...newsroom, articles }));
    expect(listsWithFeeds(all)).toEqual(["/authors/harbour-desk/", "/sections/explainers/"]);
    expect(all.filter(isNoListFeed)).toEqual([
      "/",
      "/2024/",
      "/2024/02/footnotes/",
      "/2024/03/",
      "/2024/03/bare/",
      "/2024/05/written-in-c/",
      "/authors/harbour-desk/",
      "/feed.json",
      "/feed.xml",
      "/latest/page/4/",
      "/rss.xml",
      "/search/all/stories-1.json",
      "/search/words.json",
      "/sections/explainers/",
    ]);
  });
});

function story(name: string): WrittenArticle {
  const found = newsroom.articles.find((article) => article.slug === name);
  if (!found) throw new Error(`There is no story ${name}`);
  return found;
}

const LIST_FEED = /^(\/.+\/)(?:feed\.xml|rss\.xml|feed\.json)$/;

const isNoListFeed = (url: string) => !LIST_FEED.test(url);

/** The lists of which a feed is among the addresses. */
const listsWithFeeds = (urls: readonly string[]) => [...new Set(urls.flatMap((url) => LIST_FEED.exec(url)?.[1] ?? []))];

const added = (before: Edition, after: Edition) => after.urls.filter((url) => !before.urls.includes(url)).sort();

/** The addresses that were there before and are gone or show something else. */
const changed = (before: Edition, after: Edition) =>
  before.urls
    .filter((url) => !after.urls.includes(url) || before.text(decodeURI(url)) !== after.text(decodeURI(url)))
    .sort();
