import { expect, test } from "vitest";
import { newsroomOf, print } from "./newspaper.ts";

const paper = print(await newsroomOf("full"));

test("a page of the newspaper's own shows its title and text, and its summary to search engines", () => {
  const $ = paper.html("/about/");
  expect($("h1").text()).toBe("About us");
  expect($(".prose").text()).toContain("We say what we know.");
  expect($("meta[name=description]").attr("content")).toBe("What readers should know about about.");
  expect($(".prose a").first().attr("href")).toBe("/2024/02/footnotes/#how-we-count");
});

test("every page of the newspaper's own is linked from the foot of each page", () => {
  const $ = paper.html("/2024/03/bare/");
  const links = $("footer a")
    .map((_index, link) => $(link).attr("href") ?? "")
    .get();
  expect(links).toEqual(
    expect.arrayContaining(["/about/", "/corrections-policy/", "/corrections/", "/privacy/", "/tags/", "/authors/"]),
  );
});

test("the page for missing pages says so and shows three ways on", () => {
  const $ = paper.html("/404.html");
  expect($("h1").text()).toBe("There is no page at this address");
  const links = $("main a")
    .map((_index, link) => $(link).attr("href") ?? "")
    .get();
  expect(links).toEqual(["/", "/latest/", "/search/"]);
});

test("the page on feeds says what one is, gives the site's addresses whole, and leads to those of every list", () => {
  const $ = paper.html("/feeds/");
  expect($("h1").text()).toBe("Follow us");
  const addresses = $("main dl a")
    .map((_index, link) => [[$(link).attr("href"), $(link).text()]])
    .get();
  expect(addresses).toEqual([
    ["https://harbour-courier.example/feed.xml", "https://harbour-courier.example/feed.xml"],
    ["https://harbour-courier.example/rss.xml", "https://harbour-courier.example/rss.xml"],
    ["https://harbour-courier.example/feed.json", "https://harbour-courier.example/feed.json"],
  ]);
  expect(
    $("main h2")
      .map((_index, heading) => $(heading).text())
      .get(),
  ).toEqual(["All stories", "Sections", "Topics", "Authors", "Corrections"]);
  const feeds = $("main li a")
    .map((_index, link) => $(link).attr("href") ?? "")
    .get();
  for (const feed of feeds) expect(paper.urls).toContain(feed.replace("https://harbour-courier.example", ""));
  expect(feeds).toContain("https://harbour-courier.example/authors/ada-okafor/rss.xml");
  expect(paper.html("/")("footer a[href='/feeds/']").length).toBe(1);
});
