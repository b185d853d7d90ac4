import { XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { choose } from "./contender.ts";
import { compareHtml } from "./html-files.ts";
import type { Measured } from "./measure.ts";
import { plot } from "./plot.ts";
import { mergedResults, putBetweenMarks } from "./report.ts";
import { inRounds, type Result } from "./rounds.ts";
import { growth, median } from "./statistics.ts";
import { growthTable, table } from "./table.ts";

const result = (stories: number, key: string, name: string, runs: readonly Measured[]): Result => ({
  stories,
  key,
  name,
  runs,
});

const SMALL = [
  result(1000, "clean-search", "Dateline, clean", [
    { seconds: 4, peakMegabytes: 400, timesHugo: 2, html: { changed: 1500, written: 1500 } },
    { seconds: 6, peakMegabytes: 500, timesHugo: 4, html: { changed: 1500, written: 1500 } },
  ]),
  result(1000, "hugo-clean", "Hugo & <co>", [{ seconds: 2, peakMegabytes: 200, timesHugo: 1 }]),
];
const LARGE = [result(10_000, "clean-search", "Dateline, clean", [{ seconds: 50, peakMegabytes: 1600 }])];

describe("the table of a benchmark", () => {
  test("has the medians of the runs, with the rivals above Dateline and small sites above large ones", () => {
    expect(table([...LARGE, ...SMALL])).toBe(
      [
        "| stories | | seconds | × Hugo | peak MB | pages changed | pages written |",
        "|---:|---|---:|---:|---:|---:|---:|",
        "| 1,000 | Hugo & <co> | 2.00 | 1.00 | 200 | | |",
        "| 1,000 | Dateline, clean | 5.00 | 3.00 | 450 | 1,500 | 1,500 |",
        "| 10,000 | Dateline, clean | 50.00 | | 1,600 | | |",
      ].join("\n"),
    );
  });

  test("says how time and memory grow, of what was measured on sites of two sizes", () => {
    expect(growthTable([...SMALL, ...LARGE])).toBe(
      "| grows with the power of | time | memory |\n|---|---:|---:|\n| Dateline, clean | 1.00 | 0.55 |",
    );
    expect(growthTable(SMALL)).toBe("");
  });

  test("takes the later of two reports where both have measured the same", () => {
    const about = { date: "2026-11-22", machine: "one core", load: 0, npmSeconds: 0.2 };
    const later = result(1000, "hugo-clean", "Hugo", [{ seconds: 3 }]);
    const merged = mergedResults([
      { ...about, results: SMALL },
      { ...about, results: [later] },
    ]);
    expect(merged).toEqual([SMALL[0], later]);
  });

  test("stands between the marks of a page, and the page's own words stay", () => {
    const page = "Mine.\n<!-- The benchmark writes from here … -->\nold\n<!-- … to here. -->\nMine too.\n";
    const written = putBetweenMarks(page, "new");
    expect(written).toContain(
      "Mine.\n<!-- The benchmark writes from here … -->\n\nnew\n\n<!-- … to here. -->\nMine too.",
    );
    expect(putBetweenMarks(written, "new")).toBe(written);
    expect(() => putBetweenMarks("Mine.", "new")).toThrow("There are no lines");
  });
});

test("growth is the slope between the logarithms", () => {
  expect(
    growth([
      [10, 3],
      [100, 300],
      [1000, 30_000],
    ]),
  ).toBeCloseTo(2);
  expect(growth([[10, 3]])).toBeUndefined();
  expect(median([9, 1, 4, 2])).toBe(3);
});

test("the plot is an SVG that any reader can read, with a name for each line", () => {
  for (const results of [SMALL, [...SMALL, ...LARGE]]) {
    const svg = plot(results);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toContain("Hugo &amp; &lt;co></text>");
    expect(svg).not.toContain("NaN");
  }
});

describe("a benchmark", () => {
  const contender = (key: string, seconds: number, more = {}) => ({
    key,
    name: key,
    run: async (round: number) => ({ seconds: seconds * round }),
    ...more,
  });

  test("compares with Hugo round by round, and takes the search index as what a build without it saves", async () => {
    const all = [contender("hugo-clean", 2), contender("clean-pages", 4), contender("clean-search", 10)];
    const results = await inRounds(1000, all, 2, () => {});
    expect(results.find(({ key }) => key === "search-share")?.runs).toEqual([
      { seconds: 6, timesHugo: 3 },
      { seconds: 12, timesHugo: 3 },
    ]);
  });

  test("leaves out what takes long on a large site, unless it is asked for", () => {
    const all = [contender("clean-pages", 1), contender("clean-search", 1), contender("eleventy", 1, { upTo: 1000 })];
    const keys = (only: string[], also: string[], stories: number) =>
      choose(all, { only, also }, stories).map(({ key }) => key);
    expect(keys([], [], 1000)).toEqual(["clean-pages", "clean-search", "eleventy"]);
    expect(keys([], [], 1001)).toEqual(["clean-pages", "clean-search"]);
    expect(keys([], ["eleventy"], 1001)).toEqual(["clean-pages", "clean-search", "eleventy"]);
    expect(keys(["clean"], [], 1000)).toEqual(["clean-pages", "clean-search"]);
    expect(() => keys(["claen"], [], 1000)).toThrow('Nothing is called "claen"; there are clean-pages, clean-search');
  });

  test("tells pages that changed from pages that were only written again", () => {
    const file = (hash: string, stamp: string) => ({ bytes: 1, hash, stamp });
    const before = new Map([
      ["same", file("a", "1")],
      ["again", file("a", "1")],
      ["changed", file("a", "1")],
    ]);
    const after = new Map([
      ["same", file("a", "1")],
      ["again", file("a", "2")],
      ["changed", file("b", "2")],
      ["new", file("c", "2")],
    ]);
    expect(compareHtml(before, after)).toEqual({ changed: 2, written: 3 });
  });
});
