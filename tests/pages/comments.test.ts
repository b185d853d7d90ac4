import { describe, expect, test } from "vitest";
import type { commentsData } from "../../src/pages/comments-json-ld.ts";
import { ASSETS, newsroomOf, plain, print } from "./newspaper.ts";
import { manyReplies, withReplies } from "./replies.ts";

const newsroom = await newsroomOf("full");
const FILE = "articles/2026/05/trip-5.md";
const URL = "/2026/05/trip-5/";

const paper = print(
  withReplies(newsroom, FILE, [
    { id: "a1", name: "Ann Reader", text: "First *words*.\n\n> And a quote.\n\nSee https://ferries.example/a?b=1." },
    { id: "b2", name: "Ben <b>Reader</b>" },
    { id: "c3", name: "Cy", text: "So did I.", replyTo: "a1" },
    { id: "d4", name: "Di", text: "So did we.", replyTo: "a1" },
  ]),
);
const $ = paper.html(URL);
const text = (selector: string) => plain($(selector).text());

describe("replies under a story", () => {
  test("stand as threads, the newest first, with the answers inside the reply that they answer", () => {
    expect(text("#comments_")).toBe("4 replies");
    const threads = $(".comments > article").toArray();
    expect(threads.map(({ attribs }) => attribs["id"])).toEqual(["comment_b2", "comment_a1"]);
    const answers = $("#comment_a1 > article").toArray();
    expect(answers.map(({ attribs }) => attribs["id"])).toEqual(["comment_c3", "comment_d4"]);
    expect(text("#comment_c3")).toMatch(/^Cy 1 Jun 2026, 12:58 ?So did I\.$/);
  });

  test("have an address each, which its date leads to, and say when in the newspaper's zone", () => {
    expect($("#comment_c3 a").attr("href")).toBe(`${URL}#comment_c3`);
    expect($("#comment_d4 time").attr("datetime")).toBe("2026-06-01T12:59:00+01:00");
  });

  test("are paragraphs, emphasis, quotes and links that are nobody's recommendation", () => {
    expect($("#comment_a1 em").text()).toBe("words");
    expect(text("#comment_a1 > blockquote")).toBe("And a quote.");
    const link = $("#comment_a1 > p > a[rel]");
    expect([link.attr("href"), link.attr("rel")]).toEqual(["https://ferries.example/a?b=1", "nofollow ugc noopener"]);
  });

  test("carry names as they were given, whichever way they are written", () => {
    expect($("#comment_b2 bdi").text()).toBe("Ben <b>Reader</b>");
  });

  test("lead each thread to the form, with words that say whom one answers", () => {
    const links = $("a[href='#reply_']").toArray();
    expect(links.map(({ attribs }) => [attribs["data-reply-to"], attribs["aria-label"]])).toEqual([
      ["b2", "Reply to Ben <b>Reader</b>"],
      ["a1", "Reply to Ann Reader"],
    ]);
    expect($("form#reply_").length).toBe(1);
  });

  test("are not to be answered when the story takes no more", () => {
    const { settings, ...closed } = withReplies(newsroom, FILE, [{ id: "a1" }]);
    const $ = print({ ...closed, settings: { ...settings, comments: { stories: "closed" } } }).html(URL);
    expect($("#comment_a1").length).toBe(1);
    expect($("[data-reply-to], #reply_").length).toBe(0);
  });

  test("fold from the eleventh thread on, and say how many are folded", () => {
    const $ = print(withReplies(newsroom, FILE, manyReplies(13))).html(URL);
    expect($(".comments > article").length).toBe(10);
    expect($(".comments summary").text()).toBe("3 older replies");
    expect($(".comments details:not([open]) > article").length).toBe(3);
    expect($("script[src]").attr("src")).toBe(ASSETS.comments);
    expect($(`script[src='${ASSETS.findComment}']`).length).toBe(1);
  });

  test("leave a story as it is that has none and takes none", () => {
    const bare = print(newsroom);
    const closed = print({ ...withReplies(newsroom, FILE, []), settings: newsroom.settings });
    expect(closed.text(URL)).toBe(bare.text(URL));
    expect(bare.text(URL)).not.toMatch(/comment/i);
    expect(paper.text("/2026/03/trip-3/")).not.toMatch(/feed\.xml" title="Replies|find-comment/);
  });
});

describe("a story with more replies than stand under it", () => {
  const many = print(
    withReplies(newsroom, FILE, [
      ...manyReplies(45),
      ...Array.from({ length: 45 }, (_, index) => ({ id: `answer-${index}`, replyTo: "r44", name: "An answerer" })),
    ]),
  );
  const page = (number: number) => many.html(`${URL}comments/page/${number}/`);
  const ids = (of: ReturnType<typeof page>) =>
    of("article[id^=comment_]")
      .map((_index, { attribs }) => attribs["id"]?.slice("comment_".length))
      .get();

  test("has the older ones on pages that lead to each other and to the story", () => {
    expect(ids(page(1))).toEqual(Array.from({ length: 20 }, (_, index) => `r${19 - index}`));
    const ways = (number: number) =>
      page(number)(".ways a")
        .map((_index, { attribs }) => attribs["href"])
        .get();
    expect(ways(1)).toEqual([`${URL}comments/page/2/`]);
    expect(ways(2)).toEqual([`${URL}comments/page/3/`, `${URL}comments/page/1/`]);
    expect(ways(4)).toEqual([`${URL}#comments_`, `${URL}comments/page/3/`]);
    expect(many.html(URL)(".ways a").first().attr("href")).toBe(`${URL}comments/page/4/`);
    expect(page(1)("h1").text()).toBe("Replies, page 1");
    expect(page(1)(".description a").attr("href")).toBe(URL);
    expect(page(1)("a[href$='#reply_']").attr("href")).toBe(`${URL}#reply_`);
  });

  test("shows each reply once, at the address that it gives", () => {
    const pages = [URL, ...[1, 2, 3, 4].map((number) => `${URL}comments/page/${number}/`)].map(
      (url) => [url, many.html(url)] as const,
    );
    const all = pages.flatMap(([, $]) => ids($));
    expect(all.length).toBe(90);
    expect(new Set(all).size).toBe(90);
    for (const [url, $] of pages) {
      const addresses = $("article[id] > p:first-child > a")
        .map((_index, { attribs }) => attribs["href"])
        .get();
      expect(addresses).toEqual(ids($).map((id) => `${url}#comment_${id}`));
    }
  });

  test("says where a thread goes on, and there whom it answers", () => {
    const $ = many.html(URL);
    const first = $(".comments > article").first();
    expect(plain(first.children("p").first().text())).toBe("In answer to Reader 44");
    expect(first.children("p").first().find("a").attr("href")).toBe(`${URL}comments/page/4/#comment_r44`);
    expect($("[data-reply-to]").attr("data-reply-to")).toBe("r44");
    const more = page(4)("#comment_r44 > p > a[href*=answer]");
    expect([more.text(), more.attr("href")]).toEqual(["More answers", `${URL}#comment_answer-19`]);
  });

  test("tells a browser that looks for a reply where it stands by now", () => {
    const places: Record<string, string> = JSON.parse(many.text(`${URL}comments/where.json`));
    expect(Object.keys(places)).toEqual([1, 2, 3, 4].map((number) => `${URL}comments/page/${number}/`).concat(URL));
    expect(places[URL]?.split(" ")).toContain("answer-44");
    expect(many.html(URL)("[data-places]").attr("data-places")).toBe(`${URL}comments/where.json`);
    expect(print(withReplies(newsroom, FILE, manyReplies(20))).urls.join(" ")).not.toContain("where.json");
  });

  test("keeps search engines to the story", () => {
    expect(page(1)("meta[name=robots]").attr("content")).toBe("noindex");
    expect(page(1)("link[rel=canonical], script[type='application/ld+json']").length).toBe(0);
    expect(many.text("/sitemap.xml")).not.toContain("comments/");
  });
});

describe("what a story says to machines", () => {
  type Data = NonNullable<ReturnType<typeof commentsData>> & { "@type": string };
  const dataOn = (url: string, of = paper): Data =>
    [JSON.parse(of.html(url)("script[type='application/ld+json']").text())].flat()[0];

  test("has its replies, with the answers to each", () => {
    expect(dataOn(URL)).toMatchObject({
      "@type": "NewsArticle",
      commentCount: 4,
      comment: [
        { "@type": "Comment", author: { "@type": "Person", name: "Ben <b>Reader</b>" } },
        {
          text: "First words.\n\nAnd a quote.\n\nSee https://ferries.example/a?b=1.",
          url: `https://harbour-courier.example${URL}#comment_a1`,
          comment: [{ text: "So did I.", datePublished: "2026-06-01T12:58:00+01:00" }, { text: "So did we." }],
        },
      ],
    });
  });

  test.each([
    ["LiveBlogPosting", "articles/2026/04/trip-4.md", "/2026/04/trip-4/"],
    ["AdvertiserContentArticle", "articles/2021/07/summer-timetable.md", "/2021/07/summer-timetable/"],
  ])("has them in a %s too", (type, file, url) => {
    const data = dataOn(url, print(withReplies(newsroom, file, [{ id: "a1" }])));
    expect(data).toMatchObject({ "@type": type, commentCount: 1, comment: [{ text: "I saw it too." }] });
  });

  test("has those only that stand on its page, and counts all", () => {
    const answers = Array.from({ length: 60 }, (_, index) => ({ id: `b${index}`, replyTo: "a1" }));
    const { commentCount, comment } = dataOn(URL, print(withReplies(newsroom, FILE, [{ id: "a1" }, ...answers])));
    expect([commentCount, comment.length]).toEqual([61, 21]);
    expect(comment[0]).toMatchObject({
      parentItem: { url: `https://harbour-courier.example${URL}comments/page/1/#comment_a1` },
    });
  });
});
