import { describe, expect, test } from "vitest";
import { newsroomOf, plain, print } from "./newspaper.ts";

const paper = print(await newsroomOf("full"));

describe("the page of an author", () => {
  const $ = paper.html("/authors/ada-okafor/");

  test("says who they are: name, other names, role, beats, picture, biography and links", () => {
    expect($("h1").text()).toBe("Ada Okafor");
    const text = plain($(".author-head").text());
    for (const fact of [
      "Harbour correspondent",
      "A. O. and The Lamplighter",
      "Ferries and Tides",
      "counted every ferry",
    ]) {
      expect(text).toContain(fact);
    }
    expect($(".author-head img").attr("alt")).toBe("Ada Okafor on the quay");
    expect($("a[rel=me]").attr("href")).toBe("https://ada.example/");
  });

  test("lists their stories, newest first, those written with others too", () => {
    const pages = paper.urls.filter((url) => url.startsWith("/authors/ada-okafor/"));
    const listed = pages.flatMap((url) => {
      const page = paper.html(url);
      return page(".stories .headline a")
        .map((_index, link) => page(link).attr("href") ?? "")
        .get();
    });
    const own = paper.publication.articles.filter(({ authors }) => authors.some(({ slug }) => slug === "ada-okafor"));
    expect(listed).toEqual(own.map(({ url }) => url));
    expect(listed).toContain("/2022/05/open-day/");
  });

  test("counts their stories on its first page only, so that older ones stay as they are", () => {
    expect($(".count").text()).toBe("9 stories");
    expect(paper.html("/authors/ada-okafor/page/1/")(".count").length).toBe(0);
  });

  test("shares it as a profile", () => {
    expect($("meta[property='og:type']").attr("content")).toBe("profile");
  });
});
