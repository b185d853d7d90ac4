import { describe, expect, test } from "vitest";
import { newsroomOf, plain, print } from "./newspaper.ts";
import { faultsOfAtom } from "./valid-atom.ts";

const newsroom = await newsroomOf("full");
const { html, text, urls, publication } = print(newsroom);
const CORRECTED = "/2026/01/trip-1/";
const RETRACTED = "/2022/04/sunken-bell/";

describe("a corrected story", () => {
  const $ = html(CORRECTED);

  test("says at its head when it was last corrected, and leads to what was wrong", () => {
    const note = $('.story-facts a[href="#corrections_"]');
    expect(plain(note.parent().text())).toBe("Corrected Friday, 6 February 2026 at 10:30 GMT");
    expect($("#corrections_").text()).toBe("Corrections");
  });

  test("lists its corrections under the text, newest first, with the quotation marks of its language", () => {
    expect(
      $(".corrections p")
        .map((_, note) => plain($(note).text()))
        .get(),
    ).toEqual([
      "6 Feb 2026, 10:30: The quay closed at 2 p.m., not at 4 p.m.",
      "4 Feb 2026, 09:00: An earlier version had the “north” quay closed. It is the south quay.",
    ]);
  });

  test("tells search engines of them, and that it has changed", () => {
    const [data] = JSON.parse($('script[type="application/ld+json"]').text());
    expect(data.dateModified).toBe("2026-02-06T10:30:00+00:00");
    expect(data.correction).toContainEqual({
      "@type": "CorrectionComment",
      text: "The quay closed at 2 p.m., not at 4 p.m.",
      datePublished: "2026-02-06T10:30:00+00:00",
    });
  });

  test("is the only sort of story that has such notes", () => {
    expect(html("/2022/05/open-day/")(".corrections, .updated a").length).toBe(0);
  });
});

describe("the page of corrections", () => {
  const $ = html("/corrections/");

  test("lists every correction and retraction, newest first, with its story", () => {
    const entries = $(".correction")
      .map((_, entry) => plain($(entry).find(".card-meta").text()))
      .get();
    expect(entries).toEqual([
      "Correction 6 Feb 2026, 10:30",
      "Correction 4 Feb 2026, 09:00",
      "Retraction 3 Apr 2022, 12:00",
    ]);
    expect(
      $(".correction h2 a")
        .map((_, link) => $(link).attr("href"))
        .get(),
    ).toEqual([CORRECTED, CORRECTED, RETRACTED]);
  });

  test("is reached from the foot of every page", () => {
    expect(html("/about/")('footer a[href="/corrections/"]').text()).toBe("Corrections");
  });

  test("has feeds, in which each correction leads to its own place on its story's page", async () => {
    const feed = JSON.parse(text("/corrections/feed.json"));
    const origin = "https://harbour-courier.example";
    expect(feed.items.map(({ url, title }: Record<string, string>) => [url, title])).toEqual([
      [`${origin}${CORRECTED}#correction-2_`, "Correction: Trip number 1"],
      [`${origin}${CORRECTED}#correction-1_`, "Correction: Trip number 1"],
      [`${origin}${RETRACTED}`, "Retraction: Sunken bell heard off the north quay"],
    ]);
    expect(html(CORRECTED)("#correction-2_").text()).toContain("2 p.m.");
    expect(feed.items[2].content_text).toContain("our reporter had not asked anybody");
    expect(await faultsOfAtom([{ name: "corrections", text: text("/corrections/feed.xml") }])).toEqual([]);
    const named = $('link[rel="alternate"]')
      .map((_, link) => $(link).attr("href"))
      .get();
    expect(named).toContain("/corrections/rss.xml");
  });

  test("says so when nothing was ever wrong, and goes on to older pages when much was", () => {
    expect(print({ ...newsroom, articles: [] }).html("/corrections/")(".empty").length).toBe(1);
    const many = print({ ...newsroom, settings: { ...newsroom.settings, pageSize: 1 } });
    expect(many.html("/corrections/page/1/")(".correction h2").text()).toContain("Sunken bell");
  });

  test("knows nothing of a story that is not out", () => {
    const hidden = newsroom.articles.map((story) => ({ ...story, draft: true }));
    expect(print({ ...newsroom, articles: hidden }).html("/corrections/")(".correction").length).toBe(0);
  });
});

describe("a retracted story", () => {
  const $ = html(RETRACTED);

  test("has a notice in its place that says what happened, when, and whose story it was", () => {
    expect($(".mark").text()).toBe("Retracted");
    expect($("h1").text()).toBe("Sunken bell heard off the north quay");
    expect($(".story").text()).toContain("Nobody could be found who had heard the bell");
    expect(plain($(".updated").text())).toBe("Retracted Sunday, 3 April 2022 at 12:00 BST");
    expect($(".byline a").length).toBe(2);
  });

  test("is not told to search engines as a story, nor kept by them", () => {
    expect($('meta[name="robots"]').attr("content")).toBe("noindex");
    expect($('script[type="application/ld+json"]').length).toBe(0);
  });

  test("is answered with 410 by a host that reads _redirects, and its notice is shown all the same", () => {
    expect(text("/_redirects")).toBe(`${RETRACTED} ${RETRACTED}index.html 410!\n`);
  });

  test("stands in no list, feed or sitemap", () => {
    expect(publication.articles.some(({ url }) => url === RETRACTED)).toBe(false);
    for (const url of urls) {
      if (url === RETRACTED || url === "/_redirects" || url.startsWith("/corrections/")) continue;
      expect(text(decodeURI(url)), url).not.toMatch(/sunken.bell/i);
    }
  });
});

describe("what the site says of its future", () => {
  test("is the time of the next change, and nothing of what will change", () => {
    expect(JSON.parse(text("/next-change.json"))).toEqual({ next: "2026-06-01T12:00:01.000Z" });
  });

  test("is the end of the newest story's two days as news when nothing else lies ahead", () => {
    const now = Date.parse("2026-06-01T12:00:01Z");
    expect(JSON.parse(print(newsroom, { now }).text("/next-change.json"))).toEqual({
      next: "2026-06-03T12:00:01.000Z",
    });
  });

  test("is nothing when only drafts lie ahead", () => {
    const now = Date.parse("2026-06-03T12:00:01Z");
    expect(JSON.parse(print(newsroom, { now }).text("/next-change.json"))).toEqual({ next: null });
  });
});
