import { describe, expect, test } from "vitest";
import { searchRecords } from "../../src/pages/search-records.ts";
import { newsroomOf, plain, print } from "./newspaper.ts";

const newsroom = await newsroomOf("full");
const paper = print(newsroom);
const SPONSORED = "/2021/07/summer-timetable/";

describe("a sponsored story", () => {
  const $ = paper.html(SPONSORED);

  test("says above its headline who paid for it", () => {
    expect($(".story-head .mark").text()).toBe("Sponsored · Paid for by The Ferry & Sons");
    const named = newsroom.articles.map((story) =>
      story.sponsored ? { ...story, sponsored: { by: "The Ferry", label: "Advertisement" } } : story,
    );
    const other = print({ ...newsroom, articles: named });
    expect(other.html(SPONSORED)(".story-head .mark").text()).toBe("Advertisement · Paid for by The Ferry");
  });

  test("says of its links to other sites that they are paid for, and of its own site's nothing", () => {
    expect($('.prose a[href^="https:"]').attr("rel")).toBe("sponsored");
    expect($('.prose a[href^="/"]').attr("rel")).toBeUndefined();
  });

  test("is marked in every list and in the search", () => {
    for (const url of ["/2021/07/", "/authors/harbour-desk/page/1/", "/tags/ferries/page/1/"]) {
      const list = paper.html(url);
      const card = list(".card").filter((_, one) => list(one).text().includes("Summer timetable begins"));
      expect(plain(card.find(".mark").text()), url).toBe("Sponsored · Paid for by The Ferry & Sons");
    }
    const record = searchRecords(paper.publication).find(({ url }) => url === SPONSORED);
    expect(record?.props).toMatchObject({ section: "News", label: "Sponsored · News" });
    const stories = paper.pages.flatMap((page) => (page.layout === "search-stories" ? page.props.stories : []));
    expect(stories.find(({ url }) => url === SPONSORED)?.section).toBe("Sponsored · News");
  });

  test("is no news to search engines", () => {
    const [data] = JSON.parse($('script[type="application/ld+json"]').text());
    expect(data).toMatchObject({ "@type": "AdvertiserContentArticle", sponsor: { name: "The Ferry & Sons" } });
  });

  test("is marked in feeds by its title, which is all that every reader shows", () => {
    const url = `https://harbour-courier.example${SPONSORED}`;
    const items: { url: string; title: string }[] = JSON.parse(paper.text("/feed.json")).items;
    expect(items.find((item) => item.url === url)?.title).toMatch(/^Sponsored · .*Summer timetable begins/);
    expect(items.filter(({ title }) => title.startsWith("Sponsored")).length).toBe(1);
  });

  test("is in no sitemap for news, however new", () => {
    const now = paper.publication.articles.find(({ url }) => url === SPONSORED)?.date.epochMs ?? 0;
    expect(print(newsroom, { now }).text("/news-sitemap.xml")).not.toContain(SPONSORED);
  });

  test("is the only sort of story that has a mark", () => {
    expect(paper.html("/2022/05/open-day/")(".mark").length).toBe(0);
  });
});

test("a writer's ties are disclosed by the byline", () => {
  const $ = paper.html("/2026/02/trip-2/");
  expect(plain($(".byline + .disclosure").text())).toBe("Disclosure: The author holds a season “ticket”.");
});
