import { describe, expect, test } from "vitest";
import { render } from "../../src/pages/render.ts";
import { printRecord, searchRecords } from "../../src/pages/search-records.ts";
import { newsroomOf, plain, print } from "./newspaper.ts";

// The stories of `full` that nobody may read, yet or any more, sing of a canary in every field, file name and picture;
// the one that was taken back does so in all that is taken back with it.
const CANARY = /canary/i;

const newsroom = await newsroomOf("full");

describe("a story that is not out", () => {
  test("is there to be found, so that these tests mean something", () => {
    expect(newsroom.articles.filter(({ slug }) => CANARY.test(slug)).map(({ slug }) => slug)).toEqual([
      "canary-expired",
      "canary-draft",
      "canary-schedule",
      "canary-embargo",
    ]);
  });

  test("leaves no trace for readers: not in a page, an address, a feed, the sitemap or what a page tells machines", () => {
    const { pages, inserts } = print(newsroom);
    for (const page of pages) {
      expect(page.url).not.toMatch(CANARY);
      expect(render(page, inserts), page.url).not.toMatch(CANARY);
    }
  });

  test("leaves no trace in the search", () => {
    const { publication, bodies } = print(newsroom);
    for (const record of searchRecords(publication)) {
      expect(`${record.url} ${printRecord(record, bodies)}`).not.toMatch(CANARY);
    }
  });

  test("is counted nowhere", () => {
    const shown = print(newsroom);
    const gone = print({ ...newsroom, articles: newsroom.articles.filter(({ slug }) => !CANARY.test(slug)) });
    expect(shown.urls).toEqual(gone.urls);
    // It says when the next story comes out, as it must.
    const others = shown.urls.filter((url) => url !== "/next-change.json");
    for (const url of others) expect(shown.text(decodeURI(url)), url).toBe(gone.text(decodeURI(url)));
  });

  test("is no link in a text that names it, until it is out: its words stand there alone", () => {
    const time = newsroom.articles.find(({ slug }) => slug === "canary-schedule")?.date.epochMs ?? 0;
    const about = (now: number) => print(newsroom, { now }).html("/about/")(".prose");
    expect(
      about(time - 1)
        .find("a")
        .text(),
    ).toBe("the logbookour own words");
    expect(plain(about(time - 1).text())).toContain("We say what we know. And when: on Monday, and in a week");
    expect(about(time).find('a[href="/2026/06/canary-schedule/#another-canary"]').text()).toBe("on Monday");
  });

  test("goes again in the minute in which it expires", () => {
    const time = newsroom.articles.find(({ slug }) => slug === "canary-expired")?.expires?.epochMs ?? 0;
    const url = "/2025/11/canary-expired/";
    expect(print(newsroom, { now: time - 1 }).urls).toContain(url);
    expect(print(newsroom, { now: time }).urls).not.toContain(url);
    expect(print(newsroom, { now: time - 1 }).text("/about/")).toContain(url);
  });

  test("comes out by itself in the minute for which it was scheduled", () => {
    const time = newsroom.articles.find(({ slug }) => slug === "canary-schedule")?.date.epochMs ?? 0;
    const url = "/2026/06/canary-schedule/";
    expect(print(newsroom, { now: time - 1 }).urls).not.toContain(url);
    expect(print(newsroom, { now: time }).urls).toContain(url);
  });
});

describe("what writers see", () => {
  test("drafts are marked on their page and in every list, and a deploy preview shows them only", () => {
    const { html, urls } = print(newsroom, { unpublished: "drafts" });
    expect(html("/2026/05/canary-draft/")(".story-head .mark").text()).toBe("Draft");
    const $ = html("/latest/");
    const card = $(".card").filter((_index, story) => CANARY.test($(story).text()));
    expect(card.length).toBe(1);
    expect(card.find(".mark").text()).toBe("Draft");
    expect(urls).not.toContain("/2026/06/canary-schedule/");
    expect(urls, "a draft under embargo").not.toContain("/2027/01/canary-embargo/");
  });

  test("scheduled and expired stories are marked on the writer's own machine", () => {
    const { html } = print(newsroom, { unpublished: "all" });
    expect(html("/2026/06/canary-schedule/")(".story-head .mark").text()).toBe("Scheduled");
    expect(html("/2027/01/canary-embargo/")(".story-head .mark").text()).toBe("Draft");
    expect(html("/2025/11/canary-expired/")(".story-head .mark").text()).toBe("Expired");
  });

  test("nothing else is marked as hidden", () => {
    const { html, publication } = print(newsroom, { unpublished: "all" });
    const out = publication.articles.filter(({ slug, sponsored }) => !CANARY.test(slug) && !sponsored);
    for (const { url } of out) expect(html(decodeURI(url))(".story-head .mark").text(), url).toMatch(/^(?:Live)?$/);
  });

  test("feeds and the sitemap, which carry no marks, leave them out all the same", () => {
    const { text } = print(newsroom, { unpublished: "all" });
    for (const url of ["/feed.xml", "/feed.json", "/sitemap.xml"]) {
      expect(text(url), url).not.toMatch(CANARY);
    }
  });
});
