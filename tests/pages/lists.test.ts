import { describe, expect, test } from "vitest";
import { type Edition, newsroomOf, print } from "./newspaper.ts";

const newsroom = await newsroomOf("full");
const paper = print(newsroom);

const stories = ({ html }: Edition, url: string): string[] => {
  const $ = html(url);
  return $(".stories .headline a")
    .map((_index, link) => $(link).attr("href") ?? "")
    .get();
};
const link = ({ html }: Edition, url: string, rel: "prev" | "next") => html(url)(`.pager a[rel=${rel}]`).attr("href");

describe("a list of stories", () => {
  test("is numbered from its oldest page: the first holds up to twice the page's size, the others are full", () => {
    // 20 stories, three on a page: five full pages, and five stories on the first.
    expect(stories(paper, "/latest/")).toEqual([1, 2, 3, 4, 5].reverse().map((trip) => `/2026/0${trip}/trip-${trip}/`));
    expect(stories(paper, "/latest/page/5/")).toEqual([
      "/2025/10/clocks-go-back/",
      "/2025/03/quay-closed/",
      "/2025/01/cable/",
    ]);
    expect(stories(paper, "/latest/page/1/")).toEqual([
      "/2022/03/tide-north/",
      "/2021/07/summer-timetable/",
      "/2019/12/last-of-the-year/",
    ]);
    expect(paper.urls).not.toContain("/latest/page/6/");
  });

  test("breaks a tie in time by path", () => {
    const all = paper.publication.articles.map(({ slug }) => String(slug));
    expect(all.indexOf("tide-south") + 1).toBe(all.indexOf("tide-north"));
  });

  test("leads from page to page, both ways, and names no total", () => {
    expect(link(paper, "/latest/", "next")).toBe("/latest/page/5/");
    expect(link(paper, "/latest/", "prev")).toBeUndefined();
    expect(link(paper, "/latest/page/5/", "prev")).toBe("/latest/");
    expect(link(paper, "/latest/page/5/", "next")).toBe("/latest/page/4/");
    expect(link(paper, "/latest/page/1/", "prev")).toBe("/latest/page/2/");
    expect(link(paper, "/latest/page/1/", "next")).toBeUndefined();
    expect(paper.html("/latest/page/3/")(".pager").text()).not.toMatch(/\d/);
  });

  test("of a section holds the section's stories and says what it is", () => {
    const $ = paper.html("/sections/explainers/");
    expect($("h1").text()).toBe("Explainers");
    expect($(".description").text()).toBe("How it works.");
    const expected = paper.publication.articles
      .filter(({ section }) => section.slug === "explainers")
      .map(({ url }) => url);
    expect([...stories(paper, "/sections/explainers/"), ...stories(paper, "/sections/explainers/page/1/")]).toEqual(
      expected,
    );
  });

  test("of a section without stories says so", () => {
    expect(paper.html("/sections/letters/")("main").text()).toContain("No stories yet");
  });

  test("of a tag counts its stories on its first page, an alias counting as the tag", () => {
    const $ = paper.html("/tags/华为/");
    expect([$("h1").text(), $(".count").text()]).toEqual(["华为", "1 story"]);
    expect(paper.html("/tags/ferries/")(".count").text()).toBe("17 stories");
    expect(paper.html("/tags/ferries/page/1/")(".count").length).toBe(0);
  });

  test("keeps the stories about C and those about C++ apart", () => {
    expect(stories(paper, "/tags/c/")).toEqual(["/2024/05/written-in-c/"]);
    expect(stories(paper, "/tags/c-plus-plus/")).toEqual(["/2024/06/written-in-cpp/"]);
    expect(paper.html("/tags/c-plus-plus/")("h1").text()).toBe("C++");
  });

  test("of a month holds the stories that came out in it, by the newspaper's own clock", () => {
    expect(stories(paper, "/2019/12/")).toEqual(["/2019/12/last-of-the-year/"]);
    expect(paper.html("/2019/12/")("h1").text()).toBe("December 2019");
    expect(paper.urls).not.toContain("/2020/01/");
  });

  test("of everything leads to each year of the archive", () => {
    const years = paper
      .html("/latest/")("nav.years a")
      .map((_index, year) => paper.html("/latest/")(year).text())
      .get();
    expect(years).toEqual(["2026", "2025", "2024", "2023", "2022", "2021", "2019"]);
  });

  test("shows of each story the section, the headline, the standfirst, the picture and the day", () => {
    const $ = paper.html("/tags/华为/");
    const card = $(".card");
    expect(card.find(".card-meta a").attr("href")).toBe("/sections/explainers/");
    expect(card.find(".headline").text()).toBe("华为 lights the pier");
    expect(card.find(".card-standfirst").text()).toBe("What was seen from the quay that day.");
    expect(card.find("img").attr("src")).toMatch(/^\/images\/pier-/);
    expect(card.find("time").attr("datetime")).toBe("2023-02-10T18:45:00+00:00");
    expect(card.find("time").text()).toBe("10 Feb 2023, 18:45");
  });
});
