import fc from "fast-check";
import { expect, test } from "vitest";
import { type Slug, slugFrom } from "../../src/model/slugs.ts";
import {
  absoluteUrl,
  articleUrl,
  authorUrl,
  imageUrl,
  isReserved,
  monthUrl,
  olderPageUrl,
  outputFile,
  sectionUrl,
  staticPageUrl,
  tagUrl,
  yearUrl,
} from "../../src/model/urls.ts";

const slug = (name: string): Slug => {
  const made = slugFrom(name);
  if (!made) throw new Error(`The test's own name ${name} gives no slug`);
  return made;
};

test("every sort of page has its address", () => {
  expect(articleUrl(2020, 4, slug("nanshan-huawei"))).toBe("/2020/04/nanshan-huawei/");
  expect(yearUrl(2020)).toBe("/2020/");
  expect(monthUrl(2020, 4)).toBe("/2020/04/");
  expect(tagUrl(slug("华为"))).toBe("/tags/%E5%8D%8E%E4%B8%BA/");
  expect(authorUrl(slug("ann"))).toBe("/authors/ann/");
  expect(sectionUrl(slug("news"))).toBe("/sections/news/");
  expect(staticPageUrl(slug("about"))).toBe("/about/");
  expect(olderPageUrl(tagUrl(slug("5g")), 3)).toBe("/tags/5g/page/3/");
  expect(imageUrl("bridge", "0123456789", "png")).toBe("/images/bridge-0123456789.png");
});

test("a path of the site becomes a file that a host finds", () => {
  expect(outputFile(tagUrl(slug("华为")))).toBe("tags/华为/index.html");
  expect(outputFile(imageUrl("bridge", "01", "png"))).toBe("images/bridge-01.png");
  expect(absoluteUrl("https://courier.example", yearUrl(2020))).toBe("https://courier.example/2020/");
});

test("a static page cannot take a name under which the site has something", () => {
  const taken = ["latest", "tags", "authors", "sections", "search", "images", "assets", "pagefind", "404", "2020"];
  for (const name of taken) expect(isReserved(name)).toBe(true);
  for (const name of ["about", "page", "contact", "20", "20200"]) expect(isReserved(name)).toBe(false);
});

test("a story called page and the older pages of its month never have one address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), fc.integer({ min: 1, max: 99 }), (name, page) => {
      const made = slugFrom(name) ?? slug("page");
      expect(articleUrl(2020, 4, made)).not.toBe(olderPageUrl(monthUrl(2020, 4), page));
    }),
  );
  expect(articleUrl(2020, 4, slug("page"))).toBe("/2020/04/page/");
  expect(olderPageUrl(monthUrl(2020, 4), 1)).toBe("/2020/04/page/1/");
});
