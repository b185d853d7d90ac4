import fc from "fast-check";
import { expect, test } from "vitest";
import { shortIds } from "../../src/model/short-ids.ts";

test("an id is cut to what tells it from the others", () => {
  expect([...shortIds(["5f2c81", "5f3a00", "a1b2c3"])]).toEqual([
    ["5f2c81", "5f2"],
    ["5f3a00", "5f3"],
    ["a1b2c3", "a"],
  ]);
  expect([...shortIds(["5f2c81"])]).toEqual([["5f2c81", "5"]]);
  // With nothing after it that would tell it from the other.
  expect([...shortIds(["5f", "5f2c81"])]).toEqual([
    ["5f", "5f"],
    ["5f2c81", "5f2"],
  ]);
});

const anyIds = fc.uniqueArray(fc.string({ unit: fc.constantFrom(..."01ab-"), minLength: 1, maxLength: 6 }), {
  maxLength: 60,
});

test("of all that any ids are cut to, the longest with which an id begins is its own", () => {
  fc.assert(
    fc.property(anyIds, (ids) => {
      const short = shortIds(ids);
      expect(new Set(short.values()).size).toBe(ids.length);
      for (const id of ids) {
        const begins = [...short.values()].filter((one) => id.startsWith(one));
        expect(begins.sort((a, b) => b.length - a.length)[0]).toBe(short.get(id));
      }
    }),
  );
});
