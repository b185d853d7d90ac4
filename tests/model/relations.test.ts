import { describe, expect, test } from "vitest";
import type { Article } from "../../src/model/publication.ts";
import { relationsOf } from "../../src/model/relations.ts";

/** Stories, newest first, of which only the tags matter here; the file names a story. */
const stories = (...tags: readonly (readonly string[])[]): Article[] =>
  tags.map((slugs, index) => {
    const story = { file: `story-${index}`, tags: slugs.map((slug) => ({ slug })) };
    // A whole article has twenty fields more, at which relations never look.
    return story as unknown as Article;
  });

const names = (articles: readonly (Article | undefined)[]) => articles.map((article) => article?.file);

describe("around a story", () => {
  test("stand its neighbours in time", () => {
    const { earlier, later } = relationsOf(stories([], [], []), 1);
    expect(names([later, earlier])).toEqual(["story-0", "story-2"]);
  });

  test("the newest has none later, and the oldest none earlier", () => {
    expect(relationsOf(stories([], []), 0).later).toBeUndefined();
    expect(relationsOf(stories([], []), 1).earlier).toBeUndefined();
  });

  test("stand up to three that share the most tags, the nearest first among equals, and never a neighbour", () => {
    const all = stories(["a"], ["a", "b"], ["a"], ["a", "b"], ["a"], ["a"], ["c"], ["a", "b"]);
    expect(names(relationsOf(all, 2).related)).toEqual(["story-0", "story-4", "story-5"]);
    expect(names(relationsOf(all, 1).related)).toEqual(["story-3", "story-7", "story-4"]);
  });

  test("a story without a shared tag is not related", () => {
    expect(relationsOf(stories(["a"], [], [], ["b"]), 0).related).toEqual([]);
  });

  test("related stories are looked for twelve stories ahead and sixty back", () => {
    const at = (...places: number[]) =>
      stories(...Array.from({ length: 200 }, (_, place) => (places.includes(place) ? ["a"] : [])));
    expect(names(relationsOf(at(100, 88, 160), 100).related)).toEqual(["story-88", "story-160"]);
    expect(relationsOf(at(100, 87, 161), 100).related).toEqual([]);
  });

  test("a new story changes only what stands around the nearest old ones", () => {
    const old = Array.from({ length: 200 }, () => ["a"]);
    const before = stories(...old);
    const after = [...stories(["a"]).map((story) => ({ ...story, file: "new" })), ...before];
    const changed = before.filter((_, index) => {
      const around = (articles: readonly Article[], at: number) => JSON.stringify(relationsOf(articles, at));
      return around(before, index) !== around(after, index + 1);
    });
    expect(changed.length).toBeLessThanOrEqual(12);
  });
});

test("a place where no story is, is a mistake of the program", () => {
  expect(() => relationsOf([], 0)).toThrow(RangeError);
});
