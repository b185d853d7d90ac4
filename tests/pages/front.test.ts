import { describe, expect, test } from "vitest";
import { newsroomOf, plain, print } from "./newspaper.ts";

const newsroom = await newsroomOf("full");
const paper = print(newsroom);
const $ = paper.html("/");
const links = (within: string) =>
  $(`${within} .headline a`)
    .map((_index, link) => $(link).attr("href") ?? "")
    .get();

describe("the front page", () => {
  test("leads with the newest story", () => {
    expect(links(".card-lead")).toEqual(["/2026/05/trip-5/"]);
  });

  test("has the two stories after it with their standfirsts, seven more with their times, and leads on to all", () => {
    const newest = paper.publication.articles.map(({ url }) => url);
    expect(links(".seconds")).toEqual(newest.slice(1, 3));
    expect($(".seconds .card-standfirst").length).toBe(2);
    expect(links(".latest")).toEqual(newest.slice(3, 10));
    expect($(".latest h2 a").attr("href")).toBe("/latest/");
  });

  test("has each section with stories that are not above it, in the order of the settings", () => {
    expect(
      $(".front-section h2")
        .map((_index, heading) => $(heading).text())
        .get(),
    ).toEqual(["News", "Explainers"]);
    expect($(".front-section h2 a").first().attr("href")).toBe("/sections/news/");
  });

  test("shows no story twice", () => {
    const all = links("main");
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe(1 + 2 + 7 + 4 + 4);
  });

  test("has the name of the newspaper for its main heading, and its line below it", () => {
    expect($("h1").text()).toBe("The Harbour Courier");
    expect($(".tagline").text()).toBe("Ships, shores & “sundries”");
    expect($("title").text()).toBe("The Harbour Courier: Ships, shores & “sundries”");
  });

  test("says the day of its newest story, and that of the build nowhere, so that it never grows old", () => {
    expect($(".edition time").attr("datetime")).toBe("2026-05-30");
    expect(plain($(".edition").text())).toMatch(/^Saturday,? 30 May 2026$/);
    expect(paper.html("/latest/")(".edition").length).toBe(0);
  });

  test("gives each story a section and a time", () => {
    for (const card of $("main .card").toArray()) expect($(card).find(".card-meta :is(a, time)").length).toBe(2);
  });

  test("loads the lead's picture at once and the others when they are near", async () => {
    const tiny = print(await newsroomOf("tiny"), { now: Date.UTC(2026, 3, 14) }).html("/");
    expect(tiny(".card-lead img").attr("loading")).toBeUndefined();
    expect($(".front-section img").first().attr("loading")).toBe("lazy");
  });
});
