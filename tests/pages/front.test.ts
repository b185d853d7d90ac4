import type { CheerioAPI } from "cheerio";
import { describe, expect, test } from "vitest";
import type { FrontPlan } from "../../src/model/newsroom.ts";
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

describe("the editor's own front page", () => {
  const moment = (iso: string) => ({ epochMs: Date.parse(iso), iso, precision: "minute" as const });
  const [lead, second, third] = ["2022/05/open-day", "2024/03/bare", "2026/06/canary-schedule"].map(
    (path) => `articles/${path}.md`,
  ) as [string, string, string];
  const front = (plan: Partial<FrontPlan>) => print({ ...newsroom, front: { order: [], ...plan } }).html("/");
  const linksOn = (page: CheerioAPI, within: string) =>
    page(`${within} .headline a`)
      .map((_, link) => page(link).attr("href"))
      .get();

  test("has the lead and the order that the plan gives, and fills the rest by time", () => {
    const page = front({ lead: { story: lead }, order: [second] });
    expect(linksOn(page, ".card-lead")).toEqual(["/2022/05/open-day/"]);
    expect(linksOn(page, ".seconds")).toEqual(["/2024/03/bare/", "/2026/05/trip-5/"]);
    const all = linksOn(page, "main");
    expect(new Set(all).size).toBe(all.length);
  });

  test("is the newest story's again when the lead has come to its end", () => {
    const until = moment("2026-06-01T12:00:00Z");
    expect(linksOn(front({ lead: { story: lead, until } }), ".card-lead")).toEqual(["/2026/05/trip-5/"]);
    const later = { ...until, epochMs: until.epochMs + 1 };
    expect(linksOn(front({ lead: { story: lead, until: later } }), ".card-lead")).toEqual(["/2022/05/open-day/"]);
  });

  test("keeps a place for a story that is not out yet, and says nothing of it until it is", () => {
    const page = front({ lead: { story: third }, order: [third, second] });
    expect(page.html()).not.toMatch(/canary/i);
    expect(linksOn(page, ".card-lead")).toEqual(["/2026/05/trip-5/"]);
    expect(linksOn(page, ".seconds")[0]).toBe("/2024/03/bare/");
  });

  test("has a banner while news breaks, which comes down by itself", () => {
    const banner = { text: "The quay is closed.", story: second, until: moment("2026-06-01T12:00:01Z") };
    const page = front({ banner });
    expect(plain(page(".banner").text())).toBe("Breaking news The quay is closed.");
    expect(page(".banner a").attr("href")).toBe("/2024/03/bare/");
    expect(front({ banner: { ...banner, until: moment("2026-06-01T12:00:00Z") } })(".banner").length).toBe(0);
    expect(front({ banner: { ...banner, story: third } })(".banner a").length, "to a hidden story").toBe(0);
  });

  test("tells when it will change by itself", () => {
    const until = moment("2026-06-01T12:00:00.500Z");
    const next = (plan: Partial<FrontPlan>) =>
      JSON.parse(print({ ...newsroom, front: { order: [], ...plan } }).text("/next-change.json")).next;
    expect(next({ lead: { story: lead, until } })).toBe("2026-06-01T12:00:00.500Z");
    expect(next({ banner: { text: "Soon.", until } })).toBe("2026-06-01T12:00:00.500Z");
  });
});
