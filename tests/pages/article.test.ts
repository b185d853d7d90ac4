import type { CheerioAPI } from "cheerio";
import { describe, expect, test } from "vitest";
import { newsroomOf, plain, print } from "./newspaper.ts";

const newsroom = await newsroomOf("full");
const paper = print(newsroom);

const LOGBOOK = paper.html("/2024/02/footnotes/");

describe("the page of a story", () => {
  test("has its parts in the order in which a reader needs them", () => {
    const [pattern] = newsroom.articles.filter(({ slug }) => slug === "footnotes");
    const [other] = newsroom.articles.filter(({ slug }) => slug === "markup");
    if (!pattern || !other) throw new Error("full has lost two stories");
    const whole = { ...pattern, updated: other.updated ?? pattern.date, sources: other.sources };
    const articles = newsroom.articles.map((article) => (article === pattern ? whole : article));
    const places = placesOf(print({ ...newsroom, articles }).html("/2024/02/footnotes/"), PARTS);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("leads up from it to its section and to the front page", () => {
    const ways = LOGBOOK(".breadcrumbs a")
      .toArray()
      .map((link) => [LOGBOOK(link).text(), LOGBOOK(link).attr("href")]);
    expect(ways).toEqual([
      ["Front page", "/"],
      ["Explainers", "/sections/explainers/"],
    ]);
  });

  test("has one main heading, the headline, and the standfirst below it", () => {
    expect(LOGBOOK("h1").text()).toBe("The logbook, with notes");
    expect(LOGBOOK(".standfirst").text()).toBe("What was seen from the quay that day.");
  });

  test("names all its authors in the byline, each linked to their page", () => {
    const $ = paper.html("/2022/05/open-day/");
    expect(plain($(".byline").text())).toBe('By Ada Okafor, Li Wei 李伟 & Sons <Ltd> "Quay" and Harbour Desk');
    expect(
      $(".byline a")
        .map((_index, link) => $(link).attr("href"))
        .get(),
    ).toEqual(["/authors/ada-okafor/", "/authors/li-wei/", "/authors/harbour-desk/"]);
  });

  test("says where it was written and when, with weekday and zone, for people and for machines", () => {
    expect(plain(LOGBOOK(".dateline .place").text())).toBe("Portsmouth,");
    expect(words(LOGBOOK(".dateline time").text())).toBe("Friday 2 February 2024 at 02:02 GMT");
    expect(LOGBOOK(".dateline time").attr("datetime")).toBe("2024-02-02T02:02:00+00:00");
  });

  test("says how long it takes to read", () => {
    expect(LOGBOOK(".reading-time").text()).toBe("1 min read");
  });

  test("can be passed on by a letter that names the headline and the address, and asks nobody else", () => {
    const letter = new URL(LOGBOOK(".share a").attr("href") ?? "");
    expect(letter.protocol).toBe("mailto:");
    expect(Object.fromEntries(letter.searchParams)).toEqual({
      subject: "The logbook, with notes",
      body: "https://harbour-courier.example/2024/02/footnotes/",
    });
    expect(LOGBOOK(".share button").not("[hidden]").length).toBe(0);
  });

  test("is in its own language and direction where that is not the site's, and the rest of the page in the site's", () => {
    const articles = newsroom.articles.map((article) =>
      article.slug === "footnotes" ? { ...article, language: "ar" } : article,
    );
    const foreign = print({ ...newsroom, articles });
    const $ = foreign.html("/2024/02/footnotes/");
    expect($("html").attr()).toMatchObject({ lang: "en-GB", dir: "ltr" });
    for (const part of ["h1", ".standfirst", ".story > .prose"])
      expect($(part).attr()).toMatchObject({ lang: "ar", dir: "rtl" });
    expect(JSON.parse($("script[type='application/ld+json']").text())[0].inLanguage).toBe("ar");
    const card = foreign.html("/2024/02/")(".headline[lang]");
    expect(card.attr()).toMatchObject({ lang: "ar", dir: "rtl" });
  });

  test("gives a time in summer in the zone of summer", () => {
    const time = paper.html("/2021/07/summer-timetable/")(".dateline time");
    expect(words(time.text())).toBe("Monday 5 July 2021 at 06:15 BST");
    expect(time.attr("datetime")).toBe("2021-07-05T06:15:00+01:00");
  });

  test("tells the two half past ones of the night when the clocks go back apart", () => {
    const time = paper.html("/2025/10/clocks-go-back/")(".dateline time");
    expect(words(time.text())).toBe("Sunday 26 October 2025 at 01:30 BST");
    expect(time.attr("datetime")).toBe("2025-10-26T01:30:00+01:00");
  });

  test("gives a time written with another offset in the newspaper's zone", () => {
    const time = paper.html("/2019/12/last-of-the-year/")(".dateline time");
    expect(words(time.text())).toBe("Tuesday 31 December 2019 at 16:30 GMT");
  });

  test("shows no clock for a story of which only the day is known", () => {
    const time = paper.html("/2022/05/open-day/")(".dateline time");
    expect(words(time.text())).toBe("Saturday 14 May 2022");
    expect(time.attr("datetime")).toBe("2022-05-14");
  });

  test("says when it was updated, and nothing where it was not", () => {
    const $ = paper.html("/2023/02/huawei-pier/");
    expect(words($(".updated").text())).toBe("Updated Sunday 12 February 2023 at 08:00 GMT");
    expect(LOGBOOK(".updated").length).toBe(0);
  });

  test("shows the cover with its size, alternative text, caption and credit", () => {
    const $ = paper.html("/2023/02/huawei-pier/");
    const { src, alt, width, height } = $(".cover img").attr() ?? {};
    expect({ alt, width, height }).toEqual({ alt: "The pier at night", width: "1", height: "1" });
    expect(src).toMatch(/^\/images\/pier-[0-9a-f]{10}\/1-\w+\.jpg$/);
    expect(plain($(".cover figcaption").text())).toBe("The ‘new’ lamps Photograph: Li Wei");
  });

  test("lists its headings, each linked to its place, Chinese and repeated ones too", () => {
    const $ = paper.html("/2023/02/huawei-pier/");
    const links = $("nav.contents a")
      .map((_index, link) => decodeURIComponent($(link).attr("href") ?? ""))
      .get();
    expect(links).toEqual(["#背景", "#what-it-costs", "#背景-2", "#what-it-costs-2"]);
    for (const link of links) expect($(`[id="${link.slice(1)}"]`).is("h2, h3"), link).toBe(true);
  });

  test("has no contents list where there are not two headings", () => {
    expect(paper.html("/2024/03/bare/")("nav.contents").length).toBe(0);
  });

  test("keeps braces and raw marks as text: no template language runs", () => {
    const $ = paper.html("/2024/01/braces/");
    expect($("h1").text()).toBe("Why {{ title }} is printed as it is");
    expect($(".standfirst").text()).toBe(TEMPLATES.standfirst);
    expect($(".prose").first().text()).toContain(TEMPLATES.body);
    expect($("pre code").text()).toBe("{{ code }}\n");
  });

  test("shows what looks like markup in its words as words", () => {
    const $ = paper.html("/2023/06/markup/");
    expect($("h1").text()).toBe("“Tea & <b>biscuits</b>” </script><script>alert(1)</script> <!-- ]]>");
    expect($(".standfirst").text()).toBe("Served with “care” & <i>milk</i> </script> on the quay.");
    expect($(".cover img").attr("alt")).toBe('A "cup" & <saucer>');
    expect($("main script").length).toBe(0);
  });

  test("lists its sources, linked, with publisher and date", () => {
    const $ = paper.html("/2023/06/markup/");
    const sources = $(".sources li")
      .map((_index, item) => plain($(item).text()))
      .get();
    expect(sources).toEqual([
      expect.stringMatching(
        /^Minutes of the “Tea & Ferries” committee <draft>, The committee, Thursday,? 1 June 2023$/,
      ),
      "A waiter",
    ]);
    expect($(".sources a").attr("href")).toBe("https://committee.example/?a=1&b=2");
  });

  test("links each of its tags by the tag's own address", () => {
    const $ = paper.html("/2023/06/markup/");
    const tags = $("a[rel=tag]")
      .map((_index, link) => [[$(link).text(), $(link).attr("href")]])
      .get();
    expect(tags).toEqual([
      ["Ferries", "/tags/ferries/"],
      ['AT&T <Labs> "R&D"', "/tags/at-and-t-labs-r-and-d/"],
    ]);
  });

  test("tells about its authors, without counting their stories", () => {
    const $ = paper.html("/2022/05/open-day/");
    expect($(".about-authors h2").text()).toBe("About the authors");
    expect($(".about-authors .author").length).toBe(3);
    expect($(".about-authors").text()).toContain("Ada has counted every ferry since 2019.");
    expect($(".about-authors").text()).toContain("Also known as A. O. and The Lamplighter");
    expect($(".about-authors").text()).not.toMatch(/\d+ stor/);
  });

  test("leads to the story before it and the story after it", () => {
    const $ = paper.html("/2024/02/footnotes/");
    expect($(".neighbours a[rel=prev]").attr("href")).toBe("/2024/01/braces/");
    expect($(".neighbours a[rel=next]").attr("href")).toBe("/2024/03/bare/");
  });

  test("has no later story when it is the newest, and no earlier one when it is the oldest", () => {
    expect(paper.html("/2026/05/trip-5/")(".neighbours a[rel=next]").length).toBe(0);
    expect(paper.html("/2019/12/last-of-the-year/")(".neighbours a[rel=prev]").length).toBe(0);
  });

  test("names related stories, those that share the most tags first, and never itself or its neighbours", () => {
    const $ = paper.html("/2023/06/markup/");
    const related = $(".related .headline a")
      .map((_index, link) => $(link).attr("href"))
      .get();
    expect(related[0], "the other story about the AT&T tag").toBe("/2025/01/cable/");
    expect(related.length).toBe(3);
    expect(related).not.toContain("/2023/06/markup/");
    expect(related).not.toContain("/2023/02/huawei-pier/");
    expect(related).not.toContain("/2024/01/braces/");
  });

  test("leads on to everything about the topic that it shares with most of them", () => {
    const more = paper.html("/2023/06/markup/")(".related .more a");
    expect(more.text()).toBe("More on Ferries");
    expect(more.attr("href")).toBe("/tags/ferries/");
  });

  test("leaves out every part that a bare story does not have", () => {
    const $ = paper.html("/2024/03/bare/");
    for (const part of [".cover", "nav.contents", ".sources", "nav.tags", ".related", ".updated", ".place"]) {
      expect($(part).length, part).toBe(0);
    }
  });
});

describe("footnotes, tables and pictures of a body", () => {
  test("a footnote leads to its text and back to each place that names it", () => {
    const noted = LOGBOOK("[role=doc-noteref]")
      .map((_index, link) => LOGBOOK(link).attr("href"))
      .get();
    expect(noted).toEqual(["#fn_1", "#fn_1", "#fn_2"]);
    const back = LOGBOOK("#fn_1 [role=doc-backlink]")
      .map((_index, link) => LOGBOOK(link).attr("href"))
      .get();
    expect(back).toEqual(["#fnref_1", "#fnref_1:1"]);
  });

  test("a table has its heads, and a picture its caption and size", () => {
    expect(
      LOGBOOK("table th")
        .map((_index, head) => LOGBOOK(head).text())
        .get(),
    ).toEqual(["Year", "Trips"]);
    const figure = LOGBOOK(".prose figure");
    expect(figure.find("figcaption").text()).toBe("The tide, drawn");
    expect(figure.find("img").attr()).toMatchObject({ alt: "A drawing of the tide", width: "160", height: "90" });
  });
});

describe("what a story's page tells other services", () => {
  test("is its own address, on the newspaper's host", () => {
    expect(LOGBOOK("link[rel=canonical]").attr("href")).toBe("https://harbour-courier.example/2024/02/footnotes/");
  });

  test("is a title, a description and a picture to share", () => {
    const property = (name: string) => LOGBOOK(`meta[property="${name}"]`).attr("content");
    expect(property("og:type")).toBe("article");
    expect(property("og:title")).toBe("The logbook, with notes");
    expect(property("og:url")).toBe("https://harbour-courier.example/2024/02/footnotes/");
    expect(property("og:image")).toMatch(
      /^https:\/\/harbour-courier\.example\/images\/logbook-[0-9a-f]{10}\/40x21-16-\w+\.jpg$/,
    );
    expect(property("og:image:alt")).toBe("A logbook");
  });
});

describe("related stories", () => {
  test("are looked for near the story: a new one changes the twelve before it at most, whatever they share", () => {
    const [pattern] = newsroom.articles;
    const [tag] = newsroom.tags;
    if (!pattern || !tag) throw new Error("full has lost its stories or its tags");
    // Each old story has a tag of its own, and the new one has them all.
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    const tags = numbers.map((number) => ({ ...tag, slug: `tag-${number}` as typeof tag.slug, name: `Tag ${number}` }));
    const story = (name: string, minutes: number, tagged: typeof tags): typeof pattern => ({
      ...pattern,
      slug: name as typeof pattern.slug,
      file: `articles/2019/12/${name}.md`,
      date: { ...pattern.date, epochMs: pattern.date.epochMs + minutes * 60_000 },
      tags: tagged.map(({ slug }) => slug),
    });
    const old = numbers.map((number) => story(`old-${number}`, -number, tags.slice(number, number + 1)));
    const before = print({ ...newsroom, tags, articles: old });
    const after = print({ ...newsroom, tags, articles: [story("new", 1, tags), ...old] });
    const ofOld = before.urls.filter((url) => url.includes("/old-"));
    expect(ofOld.filter((url) => before.text(url) !== after.text(url))).toEqual(
      numbers.slice(0, 12).map((number) => `/2019/12/old-${number}/`),
    );
  });
});

// As templates, so that the linter does not take the texts for mistaken ones.
const TEMPLATES = {
  standfirst: `{% raw %} and $\{x} are text.`,
  body: `{{ x }} and {% raw %} and {%- include “y” -%} and $\{z}.`,
};

const PARTS = [
  ".breadcrumbs",
  "h1",
  ".standfirst",
  ".byline",
  ".dateline .place",
  ".dateline time",
  ".updated time",
  ".share",
  ".cover",
  "nav.contents",
  ".story > .prose",
  "section.sources",
  "nav.tags",
  ".about-authors",
  ".neighbours",
  ".related",
];

/** A time as it is read; whether a comma follows the weekday, the language data of Node decides. */
const words = (text: string): string => plain(text).replace(/(day),/, "$1");

/** Where each part stands on the page, counted in elements; a part that is not there stands at -1. */
function placesOf($: CheerioAPI, parts: readonly string[]): number[] {
  const all = $("main *");
  return parts.map((part) => all.index($(part).first()));
}
