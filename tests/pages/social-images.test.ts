import { describe, expect, test } from "vitest";
import { storiesWithCards } from "../../src/model/social-card.ts";
import { articleUrl } from "../../src/model/urls.ts";
import { cardFiles } from "../../src/pages/social-images.ts";
import { newsroomOf, print, type WholeNewsroom } from "./newspaper.ts";

const newsroom = await newsroomOf("full");
const paper = print(newsroom);

const imageOn = (url: string, edition = paper) => edition.html(url)("meta[property='og:image']").attr("content") ?? "";
const cardsOf = (edition = paper) =>
  cardFiles(edition.publication).map(({ url }) => edition.publication.settings.url + url);

/** As many stories without a picture, a day apart, the first the oldest. */
function stories(count: number): WholeNewsroom["articles"] {
  const pattern = newsroom.articles.find(({ cover }) => !cover);
  if (!pattern) throw new Error("full has lost its stories without a picture");
  return Array.from({ length: count }, (_, day) => {
    const epochMs = Date.UTC(2025, 0, 1 + day);
    const date = { epochMs, iso: new Date(epochMs).toISOString(), precision: "day" } as const;
    return {
      ...pattern,
      slug: `day-${day}` as typeof pattern.slug,
      file: `articles/day-${day}.md`,
      title: `Day ${day}`,
      date,
    };
  });
}

const printed = (count: number, socialCards: number) =>
  print({ ...newsroom, articles: stories(count), settings: { ...newsroom.settings, socialCards } });

const withCards = (count: number, most: number) => {
  const { articles } = printed(count, most).publication;
  return [...storiesWithCards(articles, most)].map(({ title }) => Number(title.slice(4))).sort((a, b) => a - b);
};

describe("the picture beside a shared link", () => {
  test("to a story with a photograph is the photograph, cut to the shape that services show", () => {
    expect(imageOn("/2024/02/footnotes/")).toMatch(/\/images\/logbook-[0-9a-f]{10}\/40x21-/);
  });

  test("to a story without one is a card of its own, with the headline as its description", () => {
    const $ = paper.html("/2024/03/bare/");
    expect(cardsOf()).toContain(imageOn("/2024/03/bare/"));
    expect(imageOn("/2024/03/bare/")).not.toBe(imageOn("/"));
    const property = (name: string) => $(`meta[property='${name}']`).attr("content");
    expect([property("og:image:width"), property("og:image:height")]).toEqual(["1200", "630"]);
    expect(property("og:image:alt")).toBe($("h1").text());
  });

  test("to any other page that has an address is the site's card, and every page says that it is a large one", () => {
    for (const { url, kind, layout } of paper.pages) {
      if (kind !== "html") continue;
      const $ = paper.html(decodeURI(url));
      const hasAddress = $("link[rel=canonical]").length === 1;
      expect($("meta[name='twitter:card']").attr("content"), url).toBe(hasAddress ? "summary_large_image" : undefined);
      if (layout !== "article" && layout !== "live-story" && hasAddress)
        expect(imageOn(decodeURI(url)), url).toBe(cardsOf()[0]);
      if (!hasAddress) expect(imageOn(decodeURI(url)), url).toBe("");
    }
  });

  test("changes its address when the headline does, or the colours", () => {
    const other = (change: Partial<WholeNewsroom>) => imageOn("/2024/03/bare/", print({ ...newsroom, ...change }));
    const articles = newsroom.articles.map((story) => ({ ...story, title: `${story.title}!` }));
    expect(other({ articles })).not.toBe(imageOn("/2024/03/bare/"));
    const theme = { ...newsroom.settings.theme, accent: { light: "#005f73", dark: "#4fb3c8" } } as const;
    expect(other({ settings: { ...newsroom.settings, theme } })).not.toBe(imageOn("/2024/03/bare/"));
    expect(other({ settings: { ...newsroom.settings, tagline: "Another" } })).toBe(imageOn("/2024/03/bare/"));
  });
});

describe("cards", () => {
  test("are drawn for the newest stories, so many at most, and for the site", () => {
    expect(withCards(50, 10)).toEqual([40, 41, 42, 43, 44, 45, 46, 47, 48, 49]);
    for (const most of [0, 1, 2, 7, 10])
      for (let count = 0; count < 30; count++) {
        const cards = withCards(count, most);
        expect(cards.length).toBeLessThanOrEqual(most);
        expect(cards.length).toBeGreaterThanOrEqual(Math.min(count, Math.floor(most / 2)));
        expect(cards).toEqual(cards.map((_, index) => count - cards.length + index));
      }
    expect(cardsOf(printed(50, 0)).length).toBe(1);
  });

  test("an older story has the site's", () => {
    const edition = printed(50, 10);
    const urlOf = (day: number) => articleUrl(2025, day < 31 ? 1 : 2, `day-${day}` as never);
    expect(imageOn(urlOf(39), edition)).toBe(cardsOf(edition)[0]);
    expect(imageOn(urlOf(40), edition)).not.toBe(cardsOf(edition)[0]);
  });

  test("are one card for stories of one headline, as a weekly column has", () => {
    const [one, other] = stories(2);
    if (!one || !other) throw new Error("There are no stories");
    const edition = print({ ...newsroom, articles: [one, { ...other, title: one.title }] });
    const urls = cardFiles(edition.publication).map(({ url }) => url);
    expect(urls).toHaveLength(2);
    expect(new Set(urls).size).toBe(2);
  });

  test("are taken away from old stories a block at a time: most new stories change no old one's", () => {
    const changes = Array.from({ length: 20 }, (_, more) => {
      const [before, after] = [withCards(50 + more, 25), withCards(51 + more, 25)];
      return before.filter((story) => !after.includes(story)).length;
    });
    expect(changes).toEqual([5, 0, 0, 0, 0, 5, 0, 0, 0, 0, 5, 0, 0, 0, 0, 5, 0, 0, 0, 0]);
  });

  test("a page whose story loses its card is made anew", () => {
    const urlOf = articleUrl(2025, 1, "day-0" as never);
    const states = [10, 20, 90].map((count) => {
      const edition = printed(count, 10);
      return { image: imageOn(urlOf, edition), isSite: imageOn(urlOf, edition) === cardsOf(edition)[0] };
    });
    expect(states.map(({ isSite }) => isSite)).toEqual([false, true, true]);
  });
});

describe("what sharing services are told of a story", () => {
  test("is when it was published", () => {
    const $ = paper.html("/2023/02/huawei-pier/");
    const property = (name: string) => $(`meta[property='${name}']`).attr("content");
    expect(property("article:published_time")).toBe("2023-02-10T18:45:00+00:00");
  });

  test("names each author's address in the fediverse, on their stories and nowhere else", () => {
    const creators = (url: string) =>
      paper
        .html(url)("meta[name='fediverse:creator']")
        .map((_i, meta) => paper.html(url)(meta).attr("content"))
        .get();
    const byAda = paper.publication.articles.filter(({ authors }) => authors.some(({ slug }) => slug === "ada-okafor"));
    expect(byAda.length).toBeGreaterThan(0);
    for (const { url } of byAda) expect(creators(decodeURI(url)), url).toEqual(["@ada@social.example"]);
    for (const url of ["/", "/authors/ada-okafor/", "/2023/02/huawei-pier/"]) expect(creators(url), url).toEqual([]);
  });
});
