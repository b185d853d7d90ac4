import { describe, expect, test } from "vitest";
import type { HtmlPage } from "../../src/pages/page.ts";
import { pictureFiles } from "../../src/pages/pictures.ts";
import { newsroomOf, print } from "./newspaper.ts";

const paper = print(await newsroomOf("full"));
const { settings, articles, authors, pages: ownPages } = paper.publication;
const origin = settings.url;

type Field =
  | "@type"
  | "author"
  | "dateModified"
  | "datePublished"
  | "headline"
  | "image"
  | "item"
  | "itemListElement"
  | "name"
  | "position"
  | "publisher"
  | "url";

/** A thing; it may have other fields too. */
type Data = { readonly [Name in Field]?: unknown };

/** Every thing that a page says something of, those inside others too. */
function thingsOn(url: string): Data[] {
  const text = paper.html(decodeURI(url))("script[type='application/ld+json']").text();
  return text === "" ? [] : allIn(JSON.parse(text));
}

function allIn(value: unknown): Data[] {
  if (Array.isArray(value)) return value.flatMap(allIn);
  if (typeof value !== "object" || value === null) return [];
  const thing = value as Data;
  return [...(thing["@type"] ? [thing] : []), ...Object.values(thing).flatMap(allIn)];
}

/** What a story can be. */
const STORIES = ["NewsArticle", "AdvertiserContentArticle", "LiveBlogPosting"] as const;

const html = paper.pages.filter((page): page is HtmlPage => page.kind === "html");
const everywhere = html.flatMap(({ url }) => thingsOn(url).map((thing) => ({ url, thing })));
const ofType = (...types: string[]) => everywhere.filter(({ thing }) => types.includes(String(thing["@type"])));
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const pictures = new Map(
  pictureFiles({ articles, authors: authors.map(({ subject }) => subject), pages: ownPages }).map((file) => [
    `${origin}${file.url}`,
    file,
  ]),
);
const addresses = new Set(html.map(({ url }) => `${origin}${url}`));

describe("what pages say to search engines", () => {
  test("is said by every page that lists or tells something, in one script", () => {
    const types = new Map(html.map(({ url, layout }) => [layout, thingsOn(url).map((thing) => thing["@type"])]));
    expect(types.get("article")).toContain("NewsArticle");
    expect(types.get("author")).toContain("ProfilePage");
    expect(types.get("front")).toContain("WebSite");
    for (const layout of ["list", "directory", "year", "corrections"] as const)
      expect(types.get(layout), layout).toContain("CollectionPage");
    for (const { url } of html)
      expect(paper.html(decodeURI(url))("script[type='application/ld+json']").length).toBeLessThan(2);
  });

  test("gives each story a headline, authors with addresses, a publisher and its own address", () => {
    expect(ofType(...STORIES).length).toBe(articles.length);
    for (const { url, thing } of ofType(...STORIES)) {
      expect(thing.headline, url).toMatch(/\S/);
      expect(thing.url, url).toBe(`${origin}${url}`);
      for (const author of list(thing.author) as Data[]) {
        expect(["Person", "Organization"], url).toContain(author["@type"]);
        expect(addresses, url).toContain(author.url);
      }
      expect(thing.publisher, url).toMatchObject({ "@type": "NewsMediaOrganization", name: settings.publisher.name });
    }
  });

  test("gives each time with its offset, and no change before the publication", () => {
    for (const { url, thing } of ofType(...STORIES)) {
      const [published, modified] = [String(thing.datePublished), String(thing.dateModified)];
      for (const time of [published, modified]) expect(time, url).toMatch(/T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/);
      expect(Date.parse(modified), url).toBeGreaterThanOrEqual(Date.parse(published));
    }
  });

  test("gives a photograph in the shapes of 16 to 9, 4 to 3 and 1 to 1, and every picture is there", () => {
    let photographs = 0;
    for (const { url, thing } of ofType(...STORIES).filter(({ thing }) => thing.image)) {
      const files = list(thing.image).map((image) => {
        const file = pictures.get(String(image));
        if (!file) throw new Error(`${url} names ${image}, which is not there`);
        return file;
      });
      // Drawings stay as they are, and a picture of a few pixels cannot be cut to each shape.
      if (files.some(({ variant, image }) => !variant || image.width < 10)) continue;
      photographs++;
      const ratios = files.map(({ variant }) => (variant ? variant.width / variant.height : 0));
      for (const ratio of [16 / 9, 4 / 3, 1]) {
        expect(
          ratios.some((one) => Math.abs(one - ratio) < 0.15),
          `${url}: ${ratios}`,
        ).toBe(true);
      }
    }
    expect(photographs).toBeGreaterThan(0);
  });

  test("leads from the front page down, over two steps or more, by pages that are there", () => {
    expect(ofType("BreadcrumbList").length).toBeGreaterThan(articles.length);
    for (const { url, thing } of ofType("BreadcrumbList")) {
      const steps = thing.itemListElement as Data[];
      expect(steps.length, url).toBeGreaterThan(1);
      expect(steps.map(({ position }) => position)).toEqual(steps.map((_step, index) => index + 1));
      expect(steps[0]?.item, url).toBe(`${origin}/`);
      for (const { name, item } of steps) {
        expect(name, url).toMatch(/\S/);
        expect(addresses, `${url} leads over ${item}`).toContain(item);
      }
    }
  });

  test("names the publisher alike everywhere, and its policies are pages", () => {
    for (const { url, thing } of ofType("NewsMediaOrganization")) {
      expect(thing, url).toMatchObject({ name: settings.publisher.name, url: settings.publisher.url });
      for (const [name, address] of Object.entries(thing)) {
        if (/Policy$|Principles$/.test(name)) expect(addresses, name).toContain(address);
      }
    }
  });

  test("has no empty text, list or field anywhere", () => {
    for (const { url, thing } of everywhere) {
      for (const [name, value] of Object.entries(thing)) {
        expect(value, `${url}: ${name}`).not.toEqual("");
        expect(value, `${url}: ${name}`).not.toEqual([]);
        expect(value, `${url}: ${name}`).not.toBeNull();
      }
    }
  });
});
