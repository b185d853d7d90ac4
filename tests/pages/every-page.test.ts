import { describe, expect, test } from "vitest";
import type { HtmlPage } from "../../src/pages/page.ts";
import { pictureFiles } from "../../src/pages/pictures.ts";
import { ASSETS, newsroomOf, print } from "./newspaper.ts";

const paper = print(await newsroomOf("full"));
const { settings, articles, authors, pages: ownPages } = paper.publication;
const html = paper.pages
  .filter((page): page is HtmlPage => page.kind === "html")
  .map(({ url }) => ({ url: decodeURI(url), $: paper.html(decodeURI(url)) }));

const pictures = pictureFiles({ articles, authors: authors.map(({ subject }) => subject), pages: ownPages });
const files = new Set<string>([
  ...paper.urls,
  ...pictures.map(({ url }) => url),
  ASSETS.search,
  ASSETS.live,
  ASSETS.comments,
  ASSETS.embeds,
  ASSETS.icon,
  ASSETS.offline.page,
]);

/** At the address of a story that was taken back. */
const TOMBSTONE = "/2022/04/sunken-bell/";

describe("every page", () => {
  test("has exactly one main heading", () => {
    for (const { url, $ } of html) expect($("h1").length, url).toBe(1);
  });

  test("has no heading that skips a level", () => {
    for (const { url, $ } of html) {
      const levels = $("h1, h2, h3, h4, h5, h6")
        .map((_index, heading) => Number(heading.tagName.slice(1)))
        .get();
      for (const [index, level] of levels.entries()) {
        // The name of the site stands above the main heading, and not as a heading.
        expect(level - (levels[index - 1] ?? 0), `${url}: ${levels.join(" ")}`).toBeLessThanOrEqual(1);
      }
    }
  });

  test("has its landmarks: a banner, one main part, a footer, and a name for each navigation", () => {
    for (const { url, $ } of html) {
      expect([$("body > header").length, $("main").length, $("body > footer").length], url).toEqual([1, 1, 1]);
      const names = $("nav")
        .map((_index, nav) => $(nav).attr("aria-label") ?? "")
        .get();
      expect(names, url).not.toContain("");
      expect(new Set(names).size, `${url}: ${names.join(", ")}`).toBe(names.length);
    }
  });

  test("begins with a link that skips to its main part", () => {
    for (const { url, $ } of html) {
      const first = $("body a").first();
      expect(first.attr("href"), url).toBe(`#${$("main").attr("id")}`);
    }
  });

  test("gives no id twice, and refers to none that is not there", () => {
    for (const { url, $ } of html) {
      const ids = $("[id]")
        .map((_index, element) => $(element).attr("id") ?? "")
        .get();
      expect(new Set(ids).size, url).toBe(ids.length);
      for (const name of ["aria-labelledby", "for"]) {
        for (const id of $(`[${name}]`)
          .map((_index, element) => $(element).attr(name) ?? "")
          .get()) {
          expect(ids, `${url}: ${name}="${id}"`).toContain(id);
        }
      }
    }
  });

  test("has the language, a title of its own and a description", () => {
    const titles = new Set<string>();
    for (const { url, $ } of html) {
      expect($("html").attr("lang"), url).toBe("en-GB");
      expect($("meta[name=description]").attr("content"), url).toMatch(/\S/);
      titles.add($("head title").text());
    }
    // Two stories may well have one headline, but no two pages of `full` do.
    expect(titles.size).toBe(html.length);
  });

  test("names its own address, whole; only the pages for what is missing, for what was not kept and for a reply that was sent have none", () => {
    for (const { url, $ } of html) {
      const canonical = $("link[rel=canonical]").attr("href");
      const shared = $("meta[property='og:url']").attr("content");
      const expected = ["/404.html", "/comment-received/", "/offline/", TOMBSTONE].includes(url)
        ? undefined
        : settings.url + encodeURI(url);
      expect([canonical, shared], url).toEqual([expected, expected]);
    }
  });

  test("leads everywhere it says: each link, picture, style and script is there, and each fragment", () => {
    const pageAt = new Map(html.map((page) => [encodeURI(page.url), page.$]));
    for (const { url, $ } of html) {
      const targets = $("[href], [src]")
        .map((_index, element) => $(element).attr("href") ?? $(element).attr("src") ?? "")
        .get();
      for (const target of targets) {
        const { origin, pathname, hash } = new URL(target, settings.url + encodeURI(url));
        if (origin !== settings.url) continue;
        expect(files.has(pathname), `${url} leads to ${target}`).toBe(true);
        if (hash === "") continue;
        const there = pageAt.get(pathname);
        const id = decodeURIComponent(hash.slice(1));
        expect(
          there?.("[id]").filter((_index, element) => there(element).attr("id") === id).length,
          `${url} leads to ${target}`,
        ).toBe(1);
      }
    }
  });

  test("can be reached from the front page by links, except the ones for what is missing, for what was not kept and for a reply that was sent", () => {
    const pageAt = new Map(html.map((page) => [encodeURI(page.url), page.$]));
    const reached = new Set<string>();
    const toVisit = ["/"];
    for (let url = toVisit.pop(); url !== undefined; url = toVisit.pop()) {
      const $ = pageAt.get(url);
      if (reached.has(url) || !$) continue;
      reached.add(url);
      toVisit.push(
        ...$("a[href^='/']")
          .map((_index, link) => ($(link).attr("href") ?? "").replace(/#.*/, ""))
          .get(),
      );
    }
    const lost = [...pageAt.keys()].filter((url) => !reached.has(url));
    expect(lost.sort()).toEqual(
      ["/404.html", "/comment-received/", "/offline/", "/sections/letters/", "/tags/money/"].filter((url) =>
        lost.includes(url),
      ),
    );
    expect(lost).toContain("/404.html");
  });

  test("waits for no script, except for the search, the offline page, live stories, cards and replies, which have their own", () => {
    const own = new Map([
      ["/search/", ASSETS.search],
      ["/offline/", ASSETS.offline.page],
      ["/2026/04/trip-4/", ASSETS.live],
      ["/2022/05/open-day/", ASSETS.embeds],
      ["/2023/02/huawei-pier/", ASSETS.comments],
      ["/comment-received/", ASSETS.comments],
    ]);
    for (const { url, $ } of html) {
      const scripts = $("script[src]")
        .toArray()
        .map((script) => $(script).attr("src"));
      expect(scripts, url).toEqual(own.has(url) ? [own.get(url)] : []);
    }
  });

  test("has a text or a name for each link, and an alternative text for each picture, empty beside its headline", () => {
    for (const { url, $ } of html) {
      for (const link of $("a").toArray())
        expect($(link).text().trim(), `${url}: ${$(link).attr("href")}`).not.toBe("");
      for (const img of $("img").toArray()) expect($(img).attr("alt"), `${url}: ${$(img).attr("src")}`).toBeDefined();
    }
  });

  test("marks the entry of the menu that it belongs to", () => {
    const current = (url: string) =>
      paper
        .html(url)(".masthead [aria-current]")
        .map((_i, link) => paper.html(url)(link).text())
        .get();
    expect(current("/sections/news/")).toEqual(["News"]);
    expect(current("/sections/news/page/1/")).toEqual(["News"]);
    expect(current("/2026/05/trip-5/")).toEqual(["News"]);
    expect(current("/tags/华为/")).toEqual(["华为"]);
    expect(current("/search/").map((name) => name.trim())).toEqual(["Search"]);
    expect(current("/")).toEqual([]);
  });
});

describe("a deploy preview", () => {
  test("asks search engines on every page to pass it over, and the site itself on pages without an address", async () => {
    const preview = print(await newsroomOf("full"), { indexed: false });
    for (const { url } of html) {
      expect(preview.html(url)("meta[name=robots]").attr("content"), url).toBe("noindex");
      const asks = ["/404.html", "/comment-received/", "/offline/", TOMBSTONE].includes(url) ? 1 : 0;
      expect(paper.html(url)("meta[name=robots]").length, url).toBe(asks);
    }
  });
});
