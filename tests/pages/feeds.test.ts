import { load } from "cheerio";
import { XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { WrittenArticle } from "../../src/model/newsroom.ts";
import { ASSETS, newsroomOf, print, type WholeNewsroom } from "./newspaper.ts";
import { faultsOfAtom } from "./valid-atom.ts";

const newsroom = await newsroomOf("full");
const paper = print(newsroom);
const atom = parseAtomFeed(paper.text("/feed.xml"));
const rss = parseRssFeed(paper.text("/rss.xml"));
const json = parseJsonFeed(JSON.parse(paper.text("/feed.json")));

const SITE = "https://harbour-courier.example";

/** The newspaper with one of its stories changed. */
const withStory = (slug: string, changes: Partial<WrittenArticle>): WholeNewsroom => ({
  ...newsroom,
  articles: newsroom.articles.map((article) => (article.slug === slug ? { ...article, ...changes } : article)),
});

const feedsOf = ({ urls }: Pick<typeof paper, "urls">, file: string) =>
  urls.filter((url) => url.endsWith(`/${file}`)).map(decodeURI);

describe("the feeds", () => {
  test("are valid: Atom by the schema of RFC 4287, and each format by a reader of feeds", async () => {
    const files = feedsOf(paper, "feed.xml");
    const faults = await faultsOfAtom(
      files.map((url) => ({ name: encodeURIComponent(url).replace(/%/g, "_"), text: paper.text(url) })),
    );
    expect(faults).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
    for (const url of files) expect(parseAtomFeed(paper.text(url)).title?.value).toBeTruthy();
    for (const url of feedsOf(paper, "rss.xml")) {
      expect(XMLValidator.validate(paper.text(url)), url).toBe(true);
      expect(parseRssFeed(paper.text(url)).link, url).toMatch(/^https:/);
    }
    for (const url of feedsOf(paper, "feed.json")) {
      const text = JSON.parse(paper.text(url));
      expect(text.version).toBe("https://jsonfeed.org/version/1.1");
      expect(parseJsonFeed(text).feed_url).toMatch(/^https:/);
    }
  });

  test("would not be taken for valid Atom without a title, or with a time that is none", async () => {
    const text = paper.text("/feed.xml");
    const [untitled, timeless] = [/<title>.*?<\/title>/, /(?<=<updated>)[^<]*/].map((part) => text.replace(part, ""));
    expect(await faultsOfAtom([{ name: "untitled", text: untitled ?? "" }])).not.toEqual([]);
    expect(await faultsOfAtom([{ name: "timeless", text: timeless ?? "" }])).not.toEqual([]);
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
    expect(rss).toMatchObject({
      title: "The Harbour Courier",
      link: "https://harbour-courier.example/",
      description: "News of ships & shores, <checked> by the harbour.",
      language: "en-GB",
      atom: { links: [{ rel: "self", href: "https://harbour-courier.example/rss.xml" }] },
    });
  });

  test("carry the stories that are out, newest first, each once", () => {
    const urls = paper.publication.articles.map(({ url }) => `https://harbour-courier.example${url}`);
    expect(atom.entries?.map(({ id }) => id)).toEqual(urls);
    expect(json.items?.map(({ id }) => id)).toEqual(urls);
    expect(rss.items?.map(({ guid }) => guid?.value)).toEqual(urls);
    expect(new Set(urls).size).toBe(20);
  });

  test("tell of each story the headline, standfirst, authors, section, tags and times, as they were written", () => {
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
        { term: "news", scheme: `${SITE}/sections/`, label: "News" },
        { term: "ferries", scheme: `${SITE}/tags/`, label: "Ferries" },
        { term: "at-and-t-labs-r-and-d", scheme: `${SITE}/tags/`, label: 'AT&T <Labs> "R&D"' },
      ],
    });
    expect(json.items?.find(({ id }) => id === markup)).toMatchObject({
      title,
      summary,
      image: expect.stringMatching(/^https:\/\/harbour-courier\.example\/images\/tea-/),
      tags: ["News", "Ferries", 'AT&T <Labs> "R&D"'],
      authors: [{ name: "Ada Okafor", url: "https://harbour-courier.example/authors/ada-okafor/" }],
    });
    expect(rss.items?.find(({ link }) => link === markup)).toMatchObject({
      title,
      // HTML, as programs read it: words, and no elements.
      description: summary.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"),
      pubDate: "Tue, 20 Jun 2023 16:00:00 +0100",
      atom: { updated: "2023-06-20T16:00:00+01:00" },
      dc: { creators: ["Ada Okafor"] },
      categories: [{ name: "News" }, { name: "Ferries" }, { name: 'AT&T <Labs> "R&D"' }],
    });
  });

  test("say in every format when a story was updated, and when it came out", () => {
    const pier = `${SITE}/2023/02/huawei-pier/`;
    const [published, updated] = ["2023-02-10T18:45:00+00:00", "2023-02-12T08:00:00+00:00"];
    expect(atom.entries?.find(({ id }) => id === pier)).toMatchObject({ published, updated });
    expect(rss.items?.find(({ link }) => link === pier)).toMatchObject({
      pubDate: "Fri, 10 Feb 2023 18:45:00 +0000",
      atom: { updated },
    });
    expect(json.items?.find(({ id }) => id === pier)).toMatchObject({
      date_published: published,
      date_modified: updated,
    });
  });

  test("carry the whole text, with addresses that hold anywhere, down to footnotes and headings", () => {
    const url = `${SITE}/2024/02/footnotes/`;
    const texts = [
      atom.entries?.find(({ id }) => id === url)?.content?.value,
      rss.items?.find(({ link }) => link === url)?.content?.encoded,
      json.items?.find(({ id }) => id === url)?.content_html,
    ];
    expect(new Set(texts).size).toBe(1);
    const $ = load(texts[0] ?? "");
    expect($("h2").first().text()).toBe("How we count");
    expect($("td").first().text()).toBe("2023");
    const links = $("a")
      .map((_index, link) => $(link).attr("href"))
      .get();
    expect(links).toContain(`${url}#how-we-count`);
    expect(links).toContain(`${url}#fn_1`);
    expect($("figure img").attr("src")).toMatch(new RegExp(`^${SITE}/images/tide-`));
    for (const { content_html = "" } of json.items ?? []) {
      const addresses = [...content_html.matchAll(/ (?:href|src|srcset)="([^"]*)"/g)].flatMap(([, value = ""]) =>
        value.split(", "),
      );
      for (const address of addresses) expect(address).toMatch(/^(?:https?|mailto):/);
    }
  });

  test("show a story's cover with its type: enclosed, or in RSS as media, for nobody knows yet how many bytes it has", () => {
    const url = `${SITE}/2023/06/markup/`;
    const image = expect.stringMatching(/^https:\/\/harbour-courier\.example\/images\/tea-.*\.jpg$/);
    expect(atom.entries?.find(({ id }) => id === url)?.links).toContainEqual({
      rel: "enclosure",
      type: "image/jpeg",
      href: image,
    });
    const item = rss.items?.find(({ link }) => link === url);
    expect(item?.enclosures).toBeUndefined();
    expect(item?.media?.contents).toMatchObject([
      { url: image, type: "image/jpeg", medium: "image", description: { value: 'A "cup" & <saucer>' } },
    ]);
    expect(json.items?.find(({ id }) => id === url)?.image).toEqual(image);
  });

  test("say which language a story is in when it is not the site's, and keep its direction", () => {
    const arabic = print(withStory("footnotes", { language: "ar" }));
    const url = `${SITE}/2024/02/footnotes/`;
    const $ = load(arabic.text("/feed.xml"), { xml: true });
    expect($("entry[xml\\:lang]").attr("xml:lang")).toBe("ar");
    expect($("entry[xml\\:lang] > id").text()).toBe(url);
    const item = parseRssFeed(arabic.text("/rss.xml")).items?.find(({ link }) => link === url);
    expect(item?.dc?.languages).toEqual(["ar"]);
    const inJson = parseJsonFeed(JSON.parse(arabic.text("/feed.json"))).items?.find(({ id }) => id === url);
    expect(inJson?.language).toBe("ar");
    for (const html of [item?.content?.encoded, inJson?.content_html])
      expect(html).toMatch(/^<div lang="ar" dir="rtl">/);
  });

  test("name the hub that tells of what is new, when the settings do, and none otherwise", () => {
    const hub = "https://hub.example/";
    const settings = { ...newsroom.settings, distribution: { hub, llmsTxt: false } };
    const { text } = print({ ...newsroom, settings });
    for (const list of ["/", "/tags/ferries/"]) {
      expect(parseAtomFeed(text(`${list}feed.xml`)).links).toContainEqual({ rel: "hub", href: hub });
      expect(parseRssFeed(text(`${list}rss.xml`)).atom?.links).toContainEqual({ rel: "hub", href: hub });
      expect(parseJsonFeed(JSON.parse(text(`${list}feed.json`))).hubs).toEqual([{ type: "WebSub", url: hub }]);
    }
    for (const file of ["/feed.xml", "/rss.xml", "/feed.json"]) expect(paper.text(file)).not.toContain("hub");
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
    expect(rss.lastBuildDate).toBe("Sat, 30 May 2026 07:30:00 +0100");
    const updated = { epochMs: Date.UTC(2026, 4, 31), iso: "2026-05-31T01:00:00+01:00", precision: "minute" } as const;
    const { text } = print(withStory("bare", { updated }));
    expect(parseAtomFeed(text("/feed.xml")).updated).toBe("2026-05-31T01:00:00+01:00");
    expect(parseRssFeed(text("/rss.xml")).lastBuildDate).toBe("Sun, 31 May 2026 01:00:00 +0100");
  });

  test("carry the thirty newest stories and no more, those of a list ten", () => {
    const [pattern] = newsroom.articles;
    if (!pattern) throw new Error("full has no story");
    const articles = Array.from({ length: 40 }, (_, index) => {
      const slug = `story-${index}` as typeof pattern.slug;
      return { ...pattern, slug, file: `articles/2019/12/${slug}.md` };
    });
    const { text } = print({ ...newsroom, articles });
    expect(parseAtomFeed(text("/feed.xml")).entries?.length).toBe(30);
    expect(parseAtomFeed(text(`/sections/${pattern.section}/feed.xml`)).entries?.length).toBe(10);
  });

  test("in Atom show in a browser what they are, and headlines that can be followed, in elements that programs pass over", () => {
    const $ = load(paper.text("/feed.xml"), { xml: true });
    expect(paper.text("/feed.xml")).toContain(`<?xml-stylesheet type="text/css" href="${ASSETS.feedSheet}"?>`);
    expect($("feed").attr("xmlns:h")).toBe("http://www.w3.org/1999/xhtml");
    expect($("feed > h\\:header h\\:a").first().attr("href")).toBe("/feeds/");
    expect($("feed > h\\:title").text()).toBe("The Harbour Courier");
    const home = (url: string) => load(paper.text(url), { xml: true })("feed > h\\:header h\\:a").last();
    expect([home("/feed.xml").text(), home("/feed.xml").attr("href")]).toEqual(["Front page", `${SITE}/`]);
    expect([home("/tags/c/feed.xml").text(), home("/tags/c/feed.xml").attr("href")]).toEqual([
      "C | The Harbour Courier",
      `${SITE}/tags/c/`,
    ]);
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

describe("the feeds of a section, a topic and an author", () => {
  test.each([
    ["/sections/news/", "News"],
    ["/tags/ferries/", "Ferries"],
    ["/tags/华为/", "华为"],
    ["/authors/li-wei/", 'Li Wei 李伟 & Sons <Ltd> "Quay"'],
  ])("stand below %s, carry its stories, and are named in its head", (list, name) => {
    const home = `${SITE}${encodeURI(list)}`;
    const feed = parseAtomFeed(paper.text(`${list}feed.xml`));
    expect(feed.title?.value).toBe(`${name} | The Harbour Courier`);
    expect(feed.id).toBe(home);
    expect(feed.links).toContainEqual({ rel: "self", type: "application/atom+xml", href: `${home}feed.xml` });
    const $ = paper.html(list);
    const shown = $(".card a[href]")
      .map((_index, link) => `${SITE}${$(link).attr("href")}`)
      .get();
    const carried = feed.entries?.map(({ id }) => id) ?? [];
    expect(carried.length).toBeGreaterThan(0);
    for (const id of carried.slice(0, 3)) expect(shown).toContain(id);
    const named = $("link[rel=alternate]")
      .map((_index, link) => `${SITE}${$(link).attr("href")}`)
      .get();
    expect(named).toEqual(
      [`${home}feed.xml`, `${home}rss.xml`, `${home}feed.json`].concat([`${SITE}/feed.xml`, `${SITE}/feed.json`]),
    );
    expect(parseRssFeed(paper.text(`${list}rss.xml`)).items?.map(({ link }) => link)).toEqual(carried);
    expect(parseJsonFeed(JSON.parse(paper.text(`${list}feed.json`))).items?.map(({ id }) => id)).toEqual(carried);
  });

  test("carry only what is theirs", () => {
    const ferries = paper.publication.tags.find(({ subject }) => subject.slug === "ferries")?.articles ?? [];
    expect(parseAtomFeed(paper.text("/tags/ferries/feed.xml")).entries?.map(({ id }) => id)).toEqual(
      ferries.slice(0, 10).map(({ url }) => SITE + url),
    );
  });

  test("are there and empty where nobody has written yet, so that who follows them sees the first story", () => {
    expect(parseAtomFeed(paper.text("/sections/letters/feed.xml"))).toMatchObject({ updated: "1970-01-01T00:00:00Z" });
    expect(parseRssFeed(paper.text("/sections/letters/rss.xml")).items ?? []).toEqual([]);
    expect(JSON.parse(paper.text("/sections/letters/feed.json")).items).toEqual([]);
  });

  test("stay as they are when a story of another list changes", () => {
    const after = print(withStory("bare", { title: "Another headline" }));
    const changed = [
      ...feedsOf(paper, "feed.xml"),
      ...feedsOf(paper, "rss.xml"),
      ...feedsOf(paper, "feed.json"),
    ].filter((url) => paper.text(url) !== after.text(url));
    const bare = paper.publication.articles.find(({ slug }) => slug === "bare");
    const lists = [
      "",
      `/sections/${bare?.section.slug}`,
      ...(bare?.authors ?? []).map(({ slug }) => `/authors/${slug}`),
    ];
    expect(changed.toSorted()).toEqual(
      lists.flatMap((list) => ["feed.json", "feed.xml", "rss.xml"].map((file) => `${list}/${file}`)).toSorted(),
    );
  });

  test("carry no story that is not out, not even for writers who see it", () => {
    const { text, urls } = print(newsroom, { unpublished: "all" });
    for (const file of ["feed.xml", "rss.xml", "feed.json"])
      for (const url of feedsOf({ urls }, file)) expect(text(url), url).not.toMatch(/canary/i);
  });
});
