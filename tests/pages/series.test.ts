import { describe, expect, test } from "vitest";
import { newsroomOf, plain, print } from "./newspaper.ts";

const newsroom = await newsroomOf("full");
const paper = print(newsroom);

describe("a series", () => {
  test("has a page of its parts in the order in which they are read", () => {
    const $ = paper.html("/series/five-trips/");
    expect($("h1").text()).toBe("Five trips");
    expect($(".description").text()).toBe("From the “first” trip to the last.");
    const parts = $(".headline a").map((_, link) => $(link).text());
    expect(parts.get()).toEqual(["Trip number 1", "Trip number 2", "Trip number 3"]);
  });

  test("is listed with the others that have begun, and that list is reached from the foot of every page", () => {
    const $ = paper.html("/series/");
    expect(
      $(".directory a")
        .map((_, link) => $(link).text())
        .get(),
    ).toEqual(["Five trips"]);
    expect(paper.urls).not.toContain("/series/a-series-that-nobody-has-begun/");
    expect(paper.html("/about/")('footer a[href="/series/"]').text()).toBe("Series");
    expect(print(withoutSeries()).html("/about/")('footer a[href="/series/"]').length).toBe(0);
  });

  test("tells on each of its stories which part it is, and leads to those before and after", () => {
    const $ = paper.html("/2026/02/trip-2/");
    expect(plain($(".story-head .label").text())).toBe("Five trips · Part 2 of 3");
    const note = $('nav[aria-label="Five trips"]');
    expect(
      note
        .find("a")
        .map((_, link) => $(link).attr("href"))
        .get(),
    ).toEqual(["/series/five-trips/", "/2026/01/trip-1/", "/2026/03/trip-3/"]);
    const data = JSON.parse($('script[type="application/ld+json"]').text());
    expect(JSON.stringify(data)).toContain('"@type":"CreativeWorkSeries","name":"Five trips"');
  });

  test("counts only parts that are out", () => {
    const early = print(newsroom, { now: Date.UTC(2026, 1, 20) });
    expect(plain(early.html("/2026/02/trip-2/")(".story-head .label").text())).toBe("Five trips · Part 2 of 2");
  });
});

/** The newspaper without its series. */
function withoutSeries() {
  const articles = newsroom.articles.map(({ series: _, ...story }) => story);
  return { ...newsroom, series: [], articles };
}

describe("the timeline of a topic", () => {
  test("has its stories by their days, the first first, and is reached from the topic's page", () => {
    const $ = print(newsroom, { unpublished: "all" }).html("/tags/华为/timeline/");
    expect($("h1").text()).toBe("华为: timeline");
    const days = $(".timeline time")
      .map((_, time) => $(time).attr("datetime") ?? "")
      .get();
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual(days.toSorted());
    expect(paper.html("/tags/华为/")('.ways-on a[href$="/timeline/"]').text()).toBe("Timeline");
  });

  test("is there only where the registry asks for it", () => {
    expect(paper.urls.filter((url) => url.endsWith("/timeline/")).map(decodeURI)).toEqual(["/tags/华为/timeline/"]);
  });
});
