import { describe, expect, test } from "vitest";
import { changesSince } from "../../src/announce/changes.ts";
import type { InlineHash } from "../../src/model/inserts.ts";
import type { WrittenArticle } from "../../src/model/newsroom.ts";
import type { Settings } from "../../src/model/settings.ts";
import type { Slug } from "../../src/model/slugs.ts";
import { assetUrl, type SitePath } from "../../src/model/urls.ts";
import { readVersions, type Versions } from "../../src/model/versions.ts";
import { flatplanOf } from "../../src/pages/pages.ts";
import { render } from "../../src/pages/render.ts";
import { ASSETS, NO_INSERTS, NOW, newsroomOf, print } from "./newspaper.ts";

const KEY = "3f8e2a7c5d914b60";
const HUB = "https://hub.example/";
const newsroom = await newsroomOf("full");
const told = { ...newsroom, settings: telling({ indexNow: KEY, hub: HUB }) };
const paper = print(told);

function telling(distribution: Partial<Settings["distribution"]>): Settings {
  return { ...newsroom.settings, distribution: { ...newsroom.settings.distribution, ...distribution } };
}

/** The list of a newspaper in which stories are as they are but for this one. */
function versionsWith(slug: string, change: Partial<WrittenArticle>, now = NOW): Versions {
  const articles = newsroom.articles.map((article) => (article.slug === slug ? { ...article, ...change } : article));
  return versionsOf(print({ ...told, articles }, { now }));
}

function versionsOf({ text }: { text: (path: string) => string }): Versions {
  const versions = readVersions(text("/versions.json"));
  if ("wrong" in versions) throw new Error(versions.wrong);
  return versions;
}

const before = versionsOf(paper);
const feedsOf = (list: string) => ["feed.json", "feed.xml", "rss.xml"].map((file) => `${list}${file}`);

describe("the list of versions", () => {
  test("holds each page that the sitemap has, the tombstones, and each feed", () => {
    const inSitemap = [...paper.text("/sitemap.xml").matchAll(/<loc>https:\/\/[^/]+(.*?)<\/loc>/g)].map(
      ([, path]) => path,
    );
    const tombstones = paper.publication.tombstones.map(({ url }) => url);
    expect(tombstones.length).toBeGreaterThan(0);
    expect(Object.keys(before.pages).toSorted()).toEqual([...inSitemap, ...tombstones].toSorted());
    const feeds = paper.urls.filter((url) => /(?:feed\.xml|feed\.json|rss\.xml)$/.test(url));
    expect(Object.keys(before.feeds).toSorted()).toEqual(feeds.toSorted());
  });

  test("says whom to tell, and the key is on the site", () => {
    expect(before).toMatchObject({ site: newsroom.settings.url, indexNow: KEY, hub: HUB });
    expect(paper.text(`/${KEY}.txt`)).toBe(KEY);
  });

  test("is there only for a site that tells somebody, and then holds no more than it takes", () => {
    expect(print(newsroom).urls).not.toContain("/versions.json");
    expect(print(told, { indexed: false }).urls).not.toContain("/versions.json");
    const hubOnly = print({ ...newsroom, settings: telling({ hub: HUB }) });
    expect(versionsOf(hubOnly).pages).toEqual({});
    expect(hubOnly.urls).not.toContain(`/${KEY}.txt`);
    expect(versionsOf(print({ ...newsroom, settings: telling({ indexNow: KEY }) })).feeds).toEqual({});
  });

  test("stays as it is until something comes out or goes", () => {
    const { nextChange = NOW } = paper.publication;
    expect(nextChange).toBeGreaterThan(NOW + 1);
    expect(versionsOf(print(told, { now: nextChange - 1 }))).toEqual(before);
  });

  test("of a site that looks different is the same", () => {
    const sheets = { ...ASSETS.sheets, story: "sha256-other" as InlineHash }; // src/site would make it
    const assets = { ...ASSETS, sheets, feedSheet: assetUrl("feed", "9876543210", "css") };
    const { publication } = paper;
    const plan = flatplanOf({ publication, assets, indexed: true, now: NOW });
    const text = (path: string) =>
      plan.filter(({ url }) => url === path).map(({ make }) => render(make(), NO_INSERTS))[0];
    expect(versionsOf({ text: (path) => text(path) ?? "" })).toEqual(before);
  });
});

describe("what has changed", () => {
  test("when the newspaper has a new page, is that page, though all others lead to it", () => {
    const [page] = newsroom.pages;
    if (!page) throw new Error("The newspaper of the tests has no page");
    const imprint = { ...page, slug: "imprint" as Slug, title: "Imprint", file: "pages/imprint.md" };
    const after = versionsOf(print({ ...told, pages: [...newsroom.pages, imprint] }));
    expect(changesSince(before, after)).toEqual({ pages: ["/imprint/"], feeds: [] });
  });

  test("when a text was mended, is the story and the feeds that carry it: no list shows a text", () => {
    const bodies = newsroom.articles.map(({ body }) => body);
    const other = bodies.find((body) => body !== newsroom.articles.find(({ slug }) => slug === "trip-5")?.body);
    if (!other) throw new Error("The newspaper of the tests has one text only");
    const { pages, feeds } = changesSince(before, versionsWith("trip-5", { body: other }));
    expect(pages).toEqual(["/2026/05/trip-5/"]);
    expect(feeds).toEqual(expect.arrayContaining([...feedsOf("/"), ...feedsOf("/sections/news/")]));
    expect(feeds.length).toBeLessThan(Object.keys(before.feeds).length);
  });

  test("when a headline was, is the lists that show it too, and not the stories beside it", () => {
    const { pages } = changesSince(before, versionsWith("trip-5", { title: "The fifth trip" }));
    expect(pages).toContain("/2026/05/trip-5/");
    expect(pages).toContain("/sections/news/");
    expect(pages.filter((path) => /^\/\d{4}\/\d\d\/[^/]/.test(path))).toEqual(["/2026/05/trip-5/"]);
  });

  test("when a story was taken back, is its address; when it expired, its address too", () => {
    const date = { epochMs: NOW - 1, iso: "2026-06-01T12:59:59+01:00", precision: "minute" } as const;
    const retracted = versionsWith("trip-5", { retracted: { date, reason: "It was wrong." } });
    expect(changesSince(before, retracted).pages).toContain("/2026/05/trip-5/");
    expect(Object.keys(retracted.pages)).toContain("/2026/05/trip-5/");
    const expired = versionsWith("trip-5", { expires: date });
    expect(changesSince(before, expired).pages).toContain("/2026/05/trip-5/");
    expect(Object.keys(expired.pages)).not.toContain("/2026/05/trip-5/");
  });

  test("when somebody writes down where a story stood before, is nothing: its page is the same", () => {
    const formerly = ["/old/trip/" as SitePath]; // src/content would check it
    expect(changesSince(before, versionsWith("trip-5", { formerly }))).toEqual({ pages: [], feeds: [] });
  });

  test("when somebody writes down when a story will expire, is nothing yet", () => {
    const later = { epochMs: NOW + 1e9, iso: "2026-06-13T02:46:40+01:00", precision: "minute" } as const;
    expect(changesSince(before, versionsWith("trip-5", { expires: later }))).toEqual({ pages: [], feeds: [] });
  });
});
