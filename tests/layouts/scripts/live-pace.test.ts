import { describe, expect, test } from "vitest";
import { newAbove, paceOf } from "../../../layouts/scripts/live-pace.ts";

describe("how often a browser looks for new posts", () => {
  test("is twice a minute, and every two minutes for a reader who saves data", () => {
    expect([paceOf(0, false), paceOf(0, true)]).toEqual([30_000, 120_000]);
  });

  test("is half as often after each failure, and never less than every ten minutes", () => {
    expect([1, 2, 3, 4, 5, 40].map((failures) => paceOf(failures, false) / 1000)).toEqual([
      60, 120, 240, 480, 600, 600,
    ]);
  });
});

describe("new posts", () => {
  test("are those above the newest that the reader has", () => {
    expect(newAbove(["d", "c", "b", "a"], new Set(["a", "b"]))).toBe(2);
    expect(newAbove(["b", "a"], new Set(["a", "b"]))).toBe(0);
  });

  test("are not those further down, whose headlines were corrected, nor is one that was taken away", () => {
    expect(newAbove(["b", "a, corrected"], new Set(["a", "b"]))).toBe(0);
    expect(newAbove(["a"], new Set(["a", "b"]))).toBe(0);
  });

  test("are all of them where the reader has none", () => {
    expect(newAbove(["b", "a"], new Set(["z"]))).toBe(2);
    expect(newAbove([], new Set(["z"]))).toBe(0);
  });
});
