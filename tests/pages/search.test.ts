import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { printRecord, searchRecords } from "../../src/pages/search-records.ts";
import { newsroomOf, print } from "./newspaper.ts";

const paper = print(await newsroomOf("full"));

describe("the search page", () => {
  const $ = paper.html("/search/");
  const options = (key: string) =>
    $(`select[name=${key}] option`)
      .map((_index, option) => $(option).text())
      .get();

  test("can be narrowed to each section, topic, author and year that has stories, and says how many", () => {
    expect(options("section")).toEqual(["All", "News (14)", "Explainers (6)"]);
    expect(options("tag")).toEqual([
      "All",
      'AT&T <Labs> "R&D" (2)',
      "C (1)",
      "C++ (1)",
      "Ferries (17)",
      "Money (1)",
      "华为 (1)",
    ]);
    expect(options("author")).toEqual([
      "All",
      "Ada Okafor (9)",
      "Harbour Desk (8)",
      'Li Wei 李伟 & Sons <Ltd> "Quay" (5)',
    ]);
    expect(options("year")).toEqual([
      "All",
      "2026 (5)",
      "2025 (3)",
      "2024 (5)",
      "2023 (2)",
      "2022 (3)",
      "2021 (1)",
      "2019 (1)",
    ]);
  });

  test("points to the archive and the topics where there is no JavaScript", () => {
    const without = load($("noscript").html() ?? "");
    const links = without("a")
      .map((_index, link) => without(link).attr("href") ?? "")
      .get();
    expect(links).toEqual(["/latest/", "/tags/"]);
  });
});

describe("the search index", () => {
  const records = searchRecords(paper.publication);

  test("has a record for each story, oldest first", () => {
    expect(records.map(({ url }) => url)).toEqual(paper.publication.articles.map(({ url }) => url).toReversed());
  });

  test("knows of a story what it can be narrowed to and sorted by, and its headings with their places, and finds words in every script", () => {
    const record = records.find(({ url }) => url === "/2023/02/huawei-pier/");
    const $ = load(record ? printRecord(record, paper.bodies) : "");
    const values = (kind: string, key: string) =>
      $(`[data-pagefind-${kind}="${key}"]`)
        .map((_index, element) => $(element).text())
        .get();
    expect($("h1").text()).toBe("华 为 lights the pier");
    expect(values("filter", "section")).toEqual(["Explainers"]);
    expect(values("filter", "tag")).toEqual(["华为", "Ferries"]);
    expect(values("filter", "author")).toEqual(['Li Wei 李伟 & Sons <Ltd> "Quay"']);
    expect(values("filter", "year")).toEqual(["2023"]);
    expect(values("sort", "date")).toEqual([String(Date.UTC(2023, 1, 10, 18, 45))]);
    expect(
      $("h2, h3")
        .map((_index, heading) => $(heading).attr("id"))
        .get(),
    ).toEqual(["背景", "what-it-costs", "背景-2", "what-it-costs-2"]);
  });
});
