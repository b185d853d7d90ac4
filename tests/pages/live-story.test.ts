import { describe, expect, test } from "vitest";
import { changedAt } from "../../src/model/changed.ts";
import type { Article } from "../../src/model/publication.ts";
import { ASSETS, newsroomOf, plain, print, type WholeNewsroom } from "./newspaper.ts";

const URL = "/2026/04/trip-4/";
const newsroom = await newsroomOf("full");
const paper = print(newsroom);
const $ = paper.html(URL);

/** The newspaper with its live story as a test has it. */
function withLive(change: (live: NonNullable<Article["live"]>) => Partial<Article>): WholeNewsroom {
  const articles = newsroom.articles.map((article) =>
    article.live ? { ...article, ...(change(article.live) as object) } : article,
  );
  return { ...newsroom, articles };
}

const over = print(withLive((live) => ({ live: { ...live, isOn: false } })));
const taken = print(withLive(() => ({ live: undefined })));

const texts = (selector: string) =>
  $(selector)
    .map((_index, element) => plain($(element).text()))
    .get();

describe("a live story", () => {
  test("is marked as live by its headline and in every list, and says when it was last added to", () => {
    expect($(".story-head .mark").text()).toBe("Live");
    expect(plain($(".updated").text())).toMatch(/^Updated Tuesday,? 21 April 2026 at 09:15 BST$/);
    const cards = ["/", "/latest/", "/sections/news/", "/2026/04/"].map((url) => {
      const list = paper.html(url);
      return list(".card")
        .filter((_index, card) => list(card).find(`a[href="${URL}"]`).length > 0)
        .find(".mark")
        .text();
    });
    expect(cards).toEqual(["Live", "Live", "Live", "Live"]);
  });

  test("has its posts newest first, each under its time, which leads to the post itself", () => {
    expect(texts(".post > h2")).toEqual([
      "“Kittiwake” gets the cup",
      "Fog",
      "The start",
      "The ferry waits",
      "华为 has lit the pier",
    ]);
    expect(texts(".post-time")).toEqual(["09:15 BST", "16:40 BST", "14:05 BST", "14:05 BST", "07:45 BST"]);
    for (const post of $(".post").toArray()) {
      const id = $(post).find("> h2").attr("id") ?? "";
      expect(decodeURIComponent($(post).find(".post-time").attr("href") ?? "")).toBe(`#${id}`);
    }
  });

  test("gives the day of its posts where it is another than above", () => {
    const days = $(".live > *")
      .map((_index, part) => ($(part).is(".post-day") ? plain($(part).text()) : $(part).is(".post") ? "post" : []))
      .get();
    expect(days).toEqual([
      expect.stringMatching(/^Tuesday,? 21 April 2026$/),
      "post",
      expect.stringMatching(/^Monday,? 20 April 2026$/),
      ...["post", "post", "post", "post"],
    ]);
  });

  test("names its key events above its posts, in place of a contents list", () => {
    expect(texts(".key-events a")).toEqual(["“Kittiwake” gets the cup", "The start"]);
    expect(texts(".key-events time"), "with their days, as there are several").toEqual([
      "21 Apr 2026, 09:15",
      "20 Apr 2026, 14:05",
    ]);
    expect($(".key-events a").last().attr("href")).toBe("#14-05-the-start");
    expect($(".live > .key-events ~ .post").length).toBe(5);
    expect($("nav.contents").length).toBe(0);
  });

  test("keeps its introduction above and its footnotes below, and each text under its headline", () => {
    expect($(".live > :first-child").text()).toContain("Ada is on the pier");
    expect($(".live .footnotes").closest(".post").length).toBe(0);
    expect(
      $('.post[aria-labelledby="16-40-fog"] .prose')
        .children()
        .get()
        .map(({ tagName }) => tagName),
    ).toEqual(["p", "div", "blockquote"]);
    expect($(".post time + time").length).toBe(0);
  });

  test("has styles and a script of its own, which other stories do not carry", () => {
    expect($("script[src]").attr("src")).toBe(ASSETS.live);
    expect($("[data-updates]").attr("data-updates")).toBe(`${URL}live.json`);
    expect(paper.html("/2026/05/trip-5/")("script[src], [data-updates]").length).toBe(0);
  });

  test("lists its posts in a small file for whoever has it open", () => {
    expect(JSON.parse(paper.text(`${URL}live.json`))).toEqual({
      live: true,
      posts: [
        "2026-04-21-09-15-kittiwake-gets-the-cup",
        "16-40-fog",
        "14-05-the-start",
        "14-05-the-ferry-waits",
        "07-45-华为-has-lit-the-pier",
      ],
    });
    expect(paper.urls.filter((url) => url.endsWith("live.json"))).toEqual([`${URL}live.json`]);
  });

  test("counts as changed when a post is added, and not by an update of a day before it", () => {
    const [article] = paper.publication.articles.filter(({ live }) => live);
    expect(article && changedAt(article).iso).toBe("2026-04-21T09:15:00+01:00");
    const updated = { epochMs: Date.UTC(2026, 3, 20), iso: "2026-04-20T00:00:00+01:00", precision: "day" } as const;
    expect(article && changedAt({ ...article, updated }).iso).toBe("2026-04-21T09:15:00+01:00");
  });
});

describe("to search engines a live story", () => {
  const dataOf = (from: typeof paper) => JSON.parse(from.html(URL)("script[type='application/ld+json']").text())[0];

  test("is a LiveBlogPosting, with when it began and what was posted when, under which address", () => {
    const data = dataOf(paper);
    expect(data).toMatchObject({
      "@type": "LiveBlogPosting",
      headline: "Trip number 4",
      datePublished: "2026-04-20T07:30:00+01:00",
      dateModified: "2026-04-21T09:15:00+01:00",
      coverageStartTime: "2026-04-20T07:45:00+01:00",
      author: [{ "@type": "Person", name: "Ada Okafor" }],
    });
    expect(data).not.toHaveProperty("coverageEndTime");
    expect(data.liveBlogUpdate.length).toBe(5);
    expect(data.liveBlogUpdate[0]).toEqual({
      "@type": "BlogPosting",
      headline: "“Kittiwake” gets the cup",
      datePublished: "2026-04-21T09:15:00+01:00",
      url: "https://harbour-courier.example/2026/04/trip-4/#2026-04-21-09-15-kittiwake-gets-the-cup",
      articleBody: "Nobody protested.",
    });
    expect(data.liveBlogUpdate[3]).not.toHaveProperty("articleBody");
    expect(data.liveBlogUpdate[4].url).toMatch(/#07-45-%E5%8D%8E/);
  });

  test("ended with its last post, when it is over, and is a story like any other when it is none any more", () => {
    expect(dataOf(over)).toMatchObject({ coverageEndTime: "2026-04-21T09:15:00+01:00" });
    expect(dataOf(taken)).toMatchObject({ "@type": "NewsArticle" });
  });
});

test("a new post changes the story, its file of posts, feeds and the sitemap, and no other page", () => {
  const before = print(
    withLive((live) => {
      const [, ...older] = live.posts;
      return { live: { ...live, posts: older as unknown as typeof live.posts } };
    }),
  );
  const changed = paper.urls.filter((url) => paper.text(decodeURI(url)) !== before.text(decodeURI(url)));
  expect(changed.filter((url) => !/\/(?:feed\.json|feed\.xml|rss\.xml)$/.test(url)).sort()).toEqual([
    URL,
    `${URL}live.json`,
    "/sitemap.xml",
  ]);
});

describe("a story whose live coverage is over", () => {
  test("keeps its posts and their permalinks, is not marked, and asks for nothing", () => {
    const page = over.html(URL);
    expect(page(".post > h2").length).toBe(5);
    expect(page(".mark, [data-updates], script[src]").length).toBe(0);
    expect(over.html("/latest/")(".mark").length).toBe(0);
  });

  test("tells whoever has it open", () => {
    expect(JSON.parse(over.text(`${URL}live.json`))).toMatchObject({ live: false });
  });

  test("is printed as one text when its writer takes the field out, with no file about posts", () => {
    const page = taken.html(URL);
    expect(page(".post, .live").length).toBe(0);
    expect(page(".prose > [id='14-05-the-start']").length).toBe(1);
    expect(taken.urls).not.toContain(`${URL}live.json`);
  });
});

test("a live story that is no more than a draft is marked as one", () => {
  const drafts = print(
    withLive(() => ({ draft: true })),
    { unpublished: "all" },
  );
  expect(drafts.html(URL)(".story-head .mark").text()).toBe("Draft");
});
