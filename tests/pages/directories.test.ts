import { expect, test } from "vitest";
import { newsroomOf, print } from "./newspaper.ts";

test("the tag index names every topic that has stories, by name, with their count", async () => {
  const $ = print(await newsroomOf("full")).html("/tags/");
  const entries = $(".directory li").map((_index, entry) => [
    [$(entry).find("a").text(), $(entry).find("a").attr("href"), $(entry).find(".count").text()],
  ]);
  expect(entries.get()).toEqual([
    ['AT&T <Labs> "R&D"', "/tags/at-and-t-labs-r-and-d/", "2 stories"],
    ["C", "/tags/c/", "1 story"],
    ["C++", "/tags/c-plus-plus/", "1 story"],
    ["Ferries", "/tags/ferries/", "17 stories"],
    ["Money", "/tags/money/", "1 story"],
    ["华为", "/tags/%E5%8D%8E%E4%B8%BA/", "1 story"],
  ]);
});

test("a topic without stories has a page, so that links to it hold, and no place in the index", async () => {
  const newsroom = await newsroomOf("full");
  const paper = print({ ...newsroom, articles: newsroom.articles.filter(({ slug }) => slug !== "footnotes") });
  expect(paper.html("/tags/money/")("main").text()).toContain("No stories yet");
  expect(paper.text("/tags/")).not.toContain("Money");
});

test("the author index names every author, by name, with the count of stories", async () => {
  const $ = print(await newsroomOf("full")).html("/authors/");
  const entries = $(".directory li").map((_index, entry) => [
    [$(entry).find("a").text(), $(entry).find("a").attr("href"), $(entry).find(".count").text()],
  ]);
  expect(entries.get()).toEqual([
    ["Ada Okafor", "/authors/ada-okafor/", "9 stories"],
    ["Harbour Desk", "/authors/harbour-desk/", "8 stories"],
    ['Li Wei 李伟 & Sons <Ltd> "Quay"', "/authors/li-wei/", "5 stories"],
  ]);
});
