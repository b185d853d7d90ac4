import { describe, expect, inject, test } from "vitest";
import { HTML_LAYOUTS } from "../../src/pages/layouts.ts";
import { SORTS, samplesOf, sortsOf } from "./sorts-of-page.ts";

describe("the sorts of page", () => {
  test.each(["own", "fixture"] as const)("cover every page of the %s site, each once", (site) => {
    const astray = inject(site).pages.filter((page) => sortsOf(page).length !== 1);
    expect(
      astray.map((page) => [page.url, page.layout, ...sortsOf(page)]),
      "SORTS names them",
    ).toEqual([]);
  });

  test("cover every layout, and one of the two newspapers shows each of them", () => {
    const covered = new Set(Object.values(SORTS).map(({ layout }) => layout));
    expect(Object.keys(HTML_LAYOUTS).filter((layout) => !covered.has(layout))).toEqual([]);
    const shown = new Set([...inject("own").samples, ...inject("fixture").samples].map(({ sort }) => sort));
    expect(Object.keys(SORTS).filter((sort) => !shown.has(sort))).toEqual([]);
  });

  test("have the longest page for a sample, and others only for what it does not show", () => {
    const page = (url: string, html: string) => ({ layout: "article", url, html });
    const pages = [page("/short/", "<p>"), page("/long/", "<p>A long story</p>"), page("/table/", "<p><table>")];
    expect(samplesOf(pages).map(({ url }) => url)).toEqual(["/long/", "/table/"]);
  });
});
