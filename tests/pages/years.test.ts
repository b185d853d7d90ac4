import { expect, test } from "vitest";
import { newsroomOf, print } from "./newspaper.ts";

const paper = print(await newsroomOf("full"));

test("a year of the archive has its months, newest first, each with its count and its newest stories", () => {
  const $ = paper.html("/2024/");
  expect($("h1").text()).toBe("2024");
  const months = $(".archive-month").map((_index, month) => [
    [$(month).find("h2 a").text(), $(month).find("h2 a").attr("href"), $(month).find(".count").text()],
  ]);
  expect(months.get()).toEqual([
    ["June 2024", "/2024/06/", "1 story"],
    ["May 2024", "/2024/05/", "1 story"],
    ["March 2024", "/2024/03/", "1 story"],
    ["February 2024", "/2024/02/", "1 story"],
    ["January 2024", "/2024/01/", "1 story"],
  ]);
  expect($(".archive-month .headline a").first().attr("href")).toBe("/2024/06/written-in-cpp/");
});

test("there are years and months for the stories that are out, and no others", () => {
  const years = paper.urls.filter((url) => /^\/\d{4}\/$/.test(url));
  expect(years).toEqual(["/2026/", "/2025/", "/2024/", "/2023/", "/2022/", "/2021/", "/2019/"]);
  expect(paper.urls).not.toContain("/2026/06/");
});
