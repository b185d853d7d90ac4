import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchPartitions } from "../../src/model/search-partitions.ts";
import { isMoment, type Moment, monthOf, readMoment, yearOf } from "../../src/model/time.ts";

const FULL = 20;

interface Story {
  readonly title: string;
  readonly date: Moment;
}

function story(day: string, title = day): Story {
  const date = readMoment(day, "Europe/London");
  if (!isMoment(date)) throw new Error(`${day} is not a date`);
  return { title, date };
}

const days = fc
  .date({ min: new Date("2021-01-01"), max: new Date("2026-06-30"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const papers = (minLength: number) =>
  fc.array(days, { minLength, maxLength: 150, size: "max" }).map((all) => all.map((day) => story(day)));

const cut = (stories: readonly Story[]) => searchPartitions(stories, FULL);
const titles = (stories: readonly Story[]) => stories.map(({ title }) => title).sort();
const names = (stories: readonly Story[]) => cut(stories).map(({ name }) => name);
const month = ({ date }: Story) => yearOf(date) * 12 + monthOf(date);
const newestMonth = (stories: readonly Story[]) => Math.max(...stories.map(month));

/** What each partition holds, in words that can be compared. */
const contents = (stories: readonly Story[]) =>
  Object.fromEntries(cut(stories).map(({ name, stories }) => [name, stories.map(({ title }) => title)]));

describe("the partitions of the search", () => {
  test("are one for a small newspaper, and none for an empty one", () => {
    expect(cut([])).toEqual([]);
    const few = Array.from({ length: FULL - 1 }, (_, index) => story(`20${10 + index}-01-01`));
    expect(cut(few)).toEqual([{ name: "all", stories: few }]);
  });

  test("are the newest month, the rest of its year, and each earlier year", () => {
    const stories = ["2026-05-31", "2026-05-01", "2026-04-30", "2026-01-02", "2024-12-31", "2022-07-07"];
    const paper = Array.from({ length: 4 }, () => stories.map((day) => story(day))).flat();
    expect(cut(paper).map(({ name, year, stories }) => [name, year, stories.length])).toEqual([
      ["2026-05", 2026, 8],
      ["2026", 2026, 8],
      ["2024", 2024, 4],
      ["2022", 2022, 4],
    ]);
  });

  test("cut a busy year into halves, quarters or months, and only that year", () => {
    const inMonths = (year: number, months: readonly number[], each: number) =>
      months.flatMap((month) =>
        Array.from({ length: each }, () => story(`${year}-${String(month).padStart(2, "0")}-09`)),
      );
    const quiet = inMonths(2020, [3], 5);
    expect(names([...inMonths(2022, [1], 1), ...inMonths(2021, [2, 5, 8], 9), ...quiet])).toEqual([
      "2022-01",
      "2021-h2",
      "2021-h1",
      "2020",
    ]);
    expect(names([...inMonths(2022, [1], 1), ...inMonths(2021, [2, 5], 15), ...quiet])).toEqual([
      "2022-01",
      "2021-q2",
      "2021-q1",
      "2020",
    ]);
    expect(names([...inMonths(2022, [6, 1], 1), ...inMonths(2021, [11, 10], 30), ...quiet])).toEqual([
      "2022-06",
      "2022",
      "2021-11",
      "2021-10",
      "2020",
    ]);
  });

  test("hold every story once, in the order given, under names of their own, newest first", () => {
    fc.assert(
      fc.property(papers(1), (stories) => {
        const partitions = cut(stories);
        expect(titles(partitions.flatMap((partition) => partition.stories))).toEqual(titles(stories));
        expect(new Set(partitions.map(({ name }) => name)).size).toBe(partitions.length);
        const order = partitions.flatMap((partition) => [Math.max(...partition.stories.map(month))]);
        expect(order).toEqual([...order].sort((a, b) => b - a));
        for (const { year, stories: its } of partitions) {
          expect(its.length).toBeGreaterThan(0);
          expect(its).toEqual(stories.filter((one) => its.includes(one)));
          if (year !== undefined) expect(new Set(its.map(({ date }) => yearOf(date)))).toEqual(new Set([year]));
        }
      }),
    );
  });

  test("stay as they are, all but the first, when stories of the newest month come, go or change", () => {
    fc.assert(
      fc.property(papers(FULL), fc.integer({ min: 0, max: 40 }), (stories, more) => {
        const newest = stories.filter((one) => month(one) === newestMonth(stories)).slice(0, 1);
        const added = Array.from({ length: more }, (_, index) =>
          newest.map((one) => ({ ...one, title: `new ${index}` })),
        ).flat();
        const { [names(stories)[0] ?? ""]: _first, ...rest } = contents(stories);
        const { [names([...added, ...stories])[0] ?? ""]: _grown, ...restNow } = contents([...added, ...stories]);
        expect(restNow).toEqual(rest);
      }),
    );
  });

  test("of earlier years stay as they are when a new month or a new year begins", () => {
    fc.assert(
      fc.property(papers(FULL), fc.constantFrom("2026-07-01", "2027-01-01"), (stories, day) => {
        const [before, after] = [contents(stories), contents([story(day, "new"), ...stories])];
        const year = Math.floor((newestMonth(stories) - 1) / 12);
        const old = Object.keys(before).filter((name) => Number(name.slice(0, 4)) < year);
        for (const name of old) expect(after[name]).toEqual(before[name]);
      }),
    );
  });

  test("change only where a story is edited", () => {
    fc.assert(
      fc.property(papers(1), fc.nat(), (stories, at) => {
        const index = at % stories.length;
        const edited = stories.map((one, place) => (place === index ? { ...one, title: "edited" } : one));
        const [before, after] = [contents(stories), contents(edited)];
        expect(Object.keys(after)).toEqual(Object.keys(before));
        const changed = Object.keys(after).filter(
          (name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]),
        );
        expect(changed.length).toBe(1);
      }),
    );
  });
});
