import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ListPage, listPages } from "../../src/model/lists.ts";

const stories = (count: number) => Array.from({ length: count }, (_, index) => count - index);

test.each([
  [0, [["first", 0]]],
  [1, [["first", 1]]],
  [19, [["first", 19]]],
  [
    20,
    [
      ["first", 10],
      [1, 10],
    ],
  ],
  [
    29,
    [
      ["first", 19],
      [1, 10],
    ],
  ],
  [
    30,
    [
      ["first", 10],
      [2, 10],
      [1, 10],
    ],
  ],
] as const)("%i stories at ten a page", (count, pages) => {
  expect(listPages(stories(count), 10).map(({ number, items }) => [number, items.length])).toEqual(pages);
});

describe("the pages of any list", () => {
  const list = fc.integer({ min: 0, max: 300 });
  const size = fc.integer({ min: 1, max: 40 });
  const forAll = (check: (pages: ListPage<number>[], count: number, size: number) => void) =>
    fc.assert(fc.property(list, size, (count, size) => check(listPages(stories(count), size), count, size)));

  test("hold every story once, newest first", () => {
    forAll((pages, count) => {
      expect(pages.flatMap(({ items }) => items)).toEqual(stories(count));
    });
  });

  test("are full but for the first, which has less than two pages", () => {
    forAll(([first, ...older], count, size) => {
      for (const { items } of older) expect(items.length).toBe(size);
      expect(first?.items.length).toBeLessThan(2 * size);
      if (older.length > 0) expect(first?.items.length).toBeGreaterThanOrEqual(size);
      else expect(first?.items.length).toBe(count);
    });
  });

  test("are numbered from the oldest, and lead to their neighbours", () => {
    forAll((pages) => {
      expect(pages.map(({ number }) => number)).toEqual(["first", ...stories(pages.length - 1)]);
      for (const [index, page] of pages.entries()) {
        expect(page.newer).toBe(pages[index - 1]?.number);
        expect(page.older).toBe(pages[index + 1]?.number);
      }
    });
  });

  test("stay as they are when a story is added at the newest end, but for the first and its neighbour's pager", () => {
    fc.assert(
      fc.property(list, size, (count, size) => {
        const byNumber = new Map(listPages(stories(count), size).map((page) => [page.number, page]));
        const after = listPages(stories(count + 1), size);
        const changed = after.filter((page) => JSON.stringify(byNumber.get(page.number)) !== JSON.stringify(page));
        const made = after.length - byNumber.size;
        expect(made === 0 || made === 1).toBe(true);
        const newest = after[1 + made]?.number;
        for (const page of changed) {
          const isNew = !byNumber.has(page.number);
          const onlyItsPager = page.number === newest && made === 1;
          expect(page.number === "first" || isNew || onlyItsPager).toBe(true);
          if (onlyItsPager) expect(page.items).toEqual(byNumber.get(page.number)?.items);
        }
      }),
      { numRuns: 500 },
    );
  });
});
