import fc from "fast-check";
import { expect, test } from "vitest";
import type { Page } from "../../src/pages/page.ts";
import { keyOf } from "../../src/site/page-key.ts";

// A key looks at no field by its name, so any JSON will do for what a page shows.
const pageOf = (shown: unknown) => ({ kind: "html", layout: "list", props: { shown } }) as unknown as Page;

test("two pages have one key just when they show the same, whatever it is", () => {
  const shown = fc.jsonValue({ maxDepth: 4 });
  fc.assert(
    fc.property(shown, shown, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(keyOf(pageOf(one)) === keyOf(pageOf(other))).toBe(isSame);
      expect(keyOf(pageOf(one))).toBe(keyOf(pageOf(structuredClone(one))));
    }),
  );
});

test.each([
  [["a", "b"], ["a,b"]],
  [{ a: "b" }, { "a:b": "" }],
  [{ a: { b: 1 }, c: 2 }, { a: { b: 1, c: 2 } }],
  [["x".repeat(300)], [["x".repeat(300)]]],
  [null, "null"],
  [1, "1"],
])("what looks alike is told apart: %j and %j", (one, other) => {
  expect(keyOf(pageOf(one))).not.toBe(keyOf(pageOf(other)));
});

test("a field that is not there and one that is undefined are the same, as in JSON", () => {
  expect(keyOf(pageOf({ a: 1, b: undefined }))).toBe(keyOf(pageOf({ a: 1 })));
});
