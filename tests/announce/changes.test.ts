import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterTelling, changesSince } from "../../src/announce/changes.ts";
import { readVersions, type Versions } from "../../src/model/versions.ts";

const site = "https://courier.example";
const versions = (pages: Versions["pages"], feeds: Versions["feeds"] = {}): Versions => ({ site, pages, feeds });

describe("what has changed between two lists", () => {
  test("is what is new, what is another version and which pages are gone", () => {
    const before = versions({ "/": "a", "/old/": "b", "/same/": "c" }, { "/feed.xml": "a", "/gone.xml": "b" });
    const now = versions({ "/": "z", "/new/": "y", "/same/": "c" }, { "/feed.xml": "z", "/new.xml": "y" });
    expect(changesSince(before, now)).toEqual({ pages: ["/", "/new/", "/old/"], feeds: ["/feed.xml", "/new.xml"] });
    expect(changesSince(now, now)).toEqual({ pages: [], feeds: [] });
  });

  test("is everything when the site has moved to another host", () => {
    const before = { ...versions({ "/": "a", "/old/": "b" }), site: "https://old.example" };
    expect(changesSince(before, versions({ "/": "a" }))).toEqual({ pages: ["/"], feeds: [] });
  });
});

describe("what was not told", () => {
  const paths = fc.constantFrom("/", "/a/", "/b/", "/c/", "/d/", "/constructor/", "/__proto__/");
  const some = fc.dictionary(paths, fc.constantFrom("1", "2", "3"));
  const lists = fc.record({
    site: fc.constantFrom(site, "https://old.example"),
    pages: some,
    feeds: some,
  });

  test("is what has changed the next time, with what has changed since, and nothing that was told is told again", () => {
    fc.assert(
      fc.property(lists, lists, fc.nat(9), fc.nat(9), (before, now, page, feed) => {
        const { pages, feeds } = changesSince(before, now);
        const untold = { pages: pages.slice(page), feeds: feeds.slice(feed) };
        const next = changesSince(afterTelling(before, now, untold), now);
        expect(new Set(next.feeds)).toEqual(new Set(untold.feeds));
        expect(new Set(next.pages)).toEqual(new Set(untold.pages));
      }),
    );
  });
});

describe("a list of versions", () => {
  test("is read as it was written", () => {
    const list = { ...versions({ "/": "a" }, { "/feed.xml": "b" }), indexNow: "12345678", hub: "https://hub.example/" };
    expect(readVersions(JSON.stringify(list))).toEqual(list);
  });

  test.each([
    ["", "is no JSON"],
    ["<!doctype html>", "is no JSON"],
    ["[]", "is no list of versions"],
    ["null", "is no list of versions"],
    ["{}", "does not say which site it is of"],
    ['{"site":"courier","pages":{},"feeds":{}}', "does not say which site it is of"],
    [`{"site":"${site}","pages":{}}`, "does not say which versions there are"],
    [`{"site":"${site}","pages":{"/":1},"feeds":{}}`, "does not say which versions there are"],
    [`{"site":"${site}","pages":{"https://other.example/":"a"},"feeds":{}}`, "does not say which versions there are"],
    [`{"site":"${site}","pages":{},"feeds":{},"hub":1}`, "does not say who is to be told"],
  ])("is not guessed from %j", (text, wrong) => {
    expect(readVersions(text)).toEqual({ wrong });
  });
});
