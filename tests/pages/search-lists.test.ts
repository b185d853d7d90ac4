import { describe, expect, test } from "vitest";
import type { SearchFacetsProps, SearchStory } from "../../layouts/search-lists.ts";
import type { WrittenArticle } from "../../src/model/newsroom.ts";
import { publish } from "../../src/model/publish.ts";
import type { Slug } from "../../src/model/slugs.ts";
import type { PlannedPage } from "../../src/pages/page.ts";
import { render } from "../../src/pages/render.ts";
import { searchPage } from "../../src/pages/search.ts";
import { searchListPages } from "../../src/pages/search-lists.ts";
import { ASSETS, NO_INSERTS, NOW, newsroomOf, print } from "./newspaper.ts";

const newsroom = await newsroomOf("full");
const paper = print(newsroom);
const list = <List>(path: string): List => JSON.parse(paper.text(path));

describe("the lists that a browser narrows by", () => {
  const { facets, ...size } = list<SearchFacetsProps>("/search/all/facets.json");
  const oldestFirst = paper.publication.articles.toReversed();

  test("know of every section, topic, author and year the stories that the publication lists under it", () => {
    const titles = (distances: readonly number[] = []) => {
      const places = distances.map((_distance, at) => distances.slice(0, at + 1).reduce((sum, one) => sum + one));
      return places.map((place) => oldestFirst[place]?.title);
    };
    const { sections, tags, authors, years } = paper.publication;
    for (const [facet, listings] of Object.entries({ section: sections, tag: tags, author: authors })) {
      for (const { subject, articles } of listings) {
        const listed = facets[facet as "section" | "tag" | "author"][subject.name];
        expect(titles(listed), subject.name).toEqual(articles.map(({ title }) => title).toReversed());
      }
    }
    for (const { year, months } of years) {
      const ofYear = months.flatMap(({ articles }) => articles).map(({ title }) => title);
      expect(titles(facets.year[year]), String(year)).toEqual(ofYear.toReversed());
    }
  });

  test("have each story as a result shows it, oldest first", () => {
    expect(size).toEqual({ stories: oldestFirst.length, storiesPerFile: 20 });
    const { stories } = list<{ stories: SearchStory[] }>("/search/all/stories-1.json");
    expect(stories.map(({ url }) => url)).toEqual(oldestFirst.map(({ url }) => url));
    expect(stories.find(({ url }) => url === "/2023/02/huawei-pier/")).toEqual({
      url: "/2023/02/huawei-pier/",
      title: "华为 lights the pier",
      standfirst: oldestFirst.find(({ slug }) => slug === "huawei-pier")?.summary,
      section: "Explainers",
      date: "10 Feb 2023, 18:45",
    });
  });
});

// 2,000 stories, every twelve hours from NOW back; three are about C: one of 2025 and two of 2024.
const HALF_DAY = 12 * 3_600_000;
const large = (count = 2000) => ({
  ...newsroom,
  articles: Array.from({ length: count }, (_, index) => story(index, index > 730 && index % 400 === 0)),
});

function story(index: number, isAboutC: boolean): WrittenArticle {
  const [any] = newsroom.articles;
  if (!any) throw new Error("The newspaper has no stories");
  const epochMs = NOW - index * HALF_DAY;
  return {
    ...any,
    // Words of this test, all of them slugs.
    slug: `story-${index}` as Slug,
    file: `articles/story-${index}.md`,
    title: `Story ${index}`,
    draft: false,
    date: { epochMs, iso: new Date(epochMs).toISOString().replace(".000Z", "+00:00"), precision: "minute" },
    section: "news" as Slug,
    tags: [(isAboutC ? "c" : "ferries") as Slug],
  };
}

const edition = (written = large()) => ({
  publication: publish(written, NOW, "none"),
  assets: ASSETS,
  indexed: true,
  now: NOW,
});
const texts = (plan: readonly PlannedPage[]) => new Map(plan.map(({ url, make }) => [url, render(make(), NO_INSERTS)]));

describe("in a newspaper with many stories", () => {
  test("a new story changes only the newest month's list and its last file of stories", () => {
    const before = texts(searchListPages(edition()));
    const written = large();
    const articles = [...written.articles, { ...story(0, false), slug: "new" as Slug, file: "articles/zzz.md" }];
    const after = texts(searchListPages(edition({ ...written, articles })));
    const changed = [...after].filter(([url, text]) => before.get(url) !== text).map(([url]) => url);
    expect(changed).toEqual(["/search/2026-06/facets.json", "/search/2026-06/stories-1.json"]);
    expect([...before.keys()].filter((url) => !after.has(url))).toEqual([]);
  });

  test("the search page knows which partitions have a topic, and from when on", () => {
    const page = searchPage(edition());
    if (page.layout !== "search") throw new Error(`The search page is made by ${page.layout}`);
    expect(page.props.partitions).toEqual([
      { name: "2026-06", year: "2026", since: "June 2026" },
      { name: "2026", year: "2026", since: "January 2026" },
      { name: "2025", year: "2025", since: "January 2025" },
      { name: "2024", year: "2024", since: "January 2024" },
      { name: "2023", year: "2023", since: "September 2023" },
    ]);
    const topics = page.props.filters.find(({ key }) => key === "tag")?.values;
    expect(topics).toEqual([
      { name: "C", storyCount: 3, partitions: "00110" },
      { name: "Ferries", storyCount: 1997 },
    ]);
  });
});
