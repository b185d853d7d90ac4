import { load } from "cheerio";
import { XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { ASSETS, newsroomOf, print } from "./newspaper.ts";

const newsroom = await newsroomOf("full");
const paper = print(newsroom);
const atom = parseAtomFeed(paper.text("/feed.xml"));
const json = parseJsonFeed(JSON.parse(paper.text("/feed.json")));

describe("the feeds", () => {
  test("are well-formed: Atom is XML, and the JSON feed is JSON of version 1.1", () => {
    expect(XMLValidator.validate(paper.text("/feed.xml"))).toBe(true);
    expect(JSON.parse(paper.text("/feed.json")).version).toBe("https://jsonfeed.org/version/1.1");
  });

  test("say what they are and where they stand", () => {
    expect(atom).toMatchObject({
      id: "https://harbour-courier.example/",
      title: { value: "The Harbour Courier" },
      subtitle: { value: "News of ships & shores, <checked> by the harbour." },
    });
    expect(atom.links).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rel: "self", href: "https://harbour-courier.example/feed.xml" }),
        expect.objectContaining({ rel: "alternate", href: "https://harbour-courier.example/" }),
      ]),
    );
    expect(json).toMatchObject({
      title: "The Harbour Courier",
      home_page_url: "https://harbour-courier.example/",
      feed_url: "https://harbour-courier.example/feed.json",
      language: "en-GB",
    });
  });

  test("carry the stories that are out, newest first, each once", () => {
    const urls = paper.publication.articles.map(({ url }) => `https://harbour-courier.example${url}`);
    expect(atom.entries?.map(({ id }) => id)).toEqual(urls);
    expect(json.items?.map(({ id }) => id)).toEqual(urls);
    expect(new Set(urls).size).toBe(20);
  });

  test("tell of each story the headline, standfirst, authors, tags and times, as they were written", () => {
    const markup = "https://harbour-courier.example/2023/06/markup/";
    const title = "“Tea & <b>biscuits</b>” </script><script>alert(1)</script> <!-- ]]>";
    const summary = "Served with “care” & <i>milk</i> </script> on the quay.";
    expect(atom.entries?.find(({ id }) => id === markup)).toMatchObject({
      title: { value: title },
      summary: { value: summary },
      published: "2023-06-20T16:00:00+01:00",
      updated: "2023-06-20T16:00:00+01:00",
      authors: [{ name: "Ada Okafor", uri: "https://harbour-courier.example/authors/ada-okafor/" }],
      categories: [
        { term: "ferries", label: "Ferries" },
        { term: "at-and-t-labs-r-and-d", label: 'AT&T <Labs> "R&D"' },
      ],
    });
    expect(json.items?.find(({ id }) => id === markup)).toMatchObject({
      title,
      summary,
      content_text: summary,
      image: expect.stringMatching(/^https:\/\/harbour-courier\.example\/images\/tea-/),
      tags: ["Ferries", 'AT&T <Labs> "R&D"'],
      authors: [{ name: "Ada Okafor", url: "https://harbour-courier.example/authors/ada-okafor/" }],
    });
  });

  test("name every author of a story", () => {
    const entry = atom.entries?.find(({ id }) => id?.endsWith("/2022/05/open-day/"));
    expect(entry?.authors?.map(({ name }) => name)).toEqual([
      "Ada Okafor",
      'Li Wei 李伟 & Sons <Ltd> "Quay"',
      "Harbour Desk",
    ]);
  });

  test("were last changed when one of their stories was", () => {
    expect(atom.updated).toBe("2026-05-30T07:30:00+01:00");
    const articles = newsroom.articles.map((article) =>
      article.slug === "bare"
        ? {
            ...article,
            updated: { epochMs: Date.UTC(2026, 4, 31), iso: "2026-05-31T01:00:00+01:00", precision: "minute" as const },
          }
        : article,
    );
    expect(parseAtomFeed(print({ ...newsroom, articles }).text("/feed.xml")).updated).toBe("2026-05-31T01:00:00+01:00");
  });

  test("carry the thirty newest stories and no more", () => {
    const [pattern] = newsroom.articles;
    if (!pattern) throw new Error("full has no story");
    const articles = Array.from({ length: 40 }, (_, index) => {
      const slug = `story-${index}` as typeof pattern.slug;
      return { ...pattern, slug, file: `articles/2019/12/${slug}.md` };
    });
    const feed = parseAtomFeed(print({ ...newsroom, articles }).text("/feed.xml"));
    expect(feed.entries?.length).toBe(30);
  });

  test("in Atom show in a browser what they are, and headlines that can be followed, in elements that programs pass over", () => {
    const $ = load(paper.text("/feed.xml"), { xml: true });
    expect(paper.text("/feed.xml")).toContain(`<?xml-stylesheet type="text/css" href="${ASSETS.feedSheet}"?>`);
    expect($("feed").attr("xmlns:h")).toBe("http://www.w3.org/1999/xhtml");
    expect($("feed > h\\:header h\\:a").first().attr("href")).toBe("/feeds/");
    expect($("feed > h\\:title").text()).toBe("The Harbour Courier");
    const followed = $("entry > h\\:a")
      .map((_index, link) => [[$(link).attr("href"), $(link).text()]])
      .get();
    expect(followed).toEqual(atom.entries?.map(({ id, title }) => [id, title?.value]));
  });

  test("run from right to left where the language does", () => {
    const settings = { ...newsroom.settings, language: "ar" };
    const $ = load(print({ ...newsroom, settings }).text("/feed.xml"), { xml: true });
    expect($("feed").attr("h:dir")).toBe("rtl");
    expect($("feed > h\\:header").text()).toContain("هذه خلاصة");
  });

  test("are named on every page, for readers that look for them", () => {
    const $ = paper.html("/2024/03/bare/");
    const named = $("link[rel=alternate]")
      .map((_index, link) => [[$(link).attr("type"), $(link).attr("href")]])
      .get();
    expect(named).toEqual([
      ["application/atom+xml", "/feed.xml"],
      ["application/feed+json", "/feed.json"],
    ]);
  });
});
