import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isTimeToRing, readNextChange } from "../../src/bell/due.ts";

const NINE = Date.UTC(2026, 10, 3, 9);
const MINUTE = 60_000;

/** The minutes after nine at which the bell rings, when it looks at the clock every ten minutes. */
const ringsAfterNine = (first: number, ticks: number) =>
  Array.from({ length: ticks }, (_, tick) => first + tick * 10).filter((minute) =>
    isTimeToRing(NINE, NINE + minute * MINUTE),
  );

describe("the bell", () => {
  test("does not ring before a change is due, and never when none is", () => {
    expect(isTimeToRing(NINE, NINE - 1)).toBe(false);
    expect(isTimeToRing(null, NINE)).toBe(false);
  });

  test("rings when it is due, and less and less often while the site stays as it was", () => {
    expect(ringsAfterNine(0, 100)).toEqual([0, 10, 20, 40, 80, 160, 320, 640]);
    expect(ringsAfterNine(7, 20)).toEqual([7, 17, 27, 47, 87, 167]);
  });

  test("is heard within half an hour of a change, even where the clock is looked at that seldom", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 * MINUTE - 1 }),
        fc.integer({ min: 1, max: 30 * MINUTE }),
        (first, step) => {
          const looks = Array.from(
            { length: Math.ceil((30 * MINUTE - first) / step) },
            (_, at) => NINE + first + at * step,
          );
          expect(looks.some((look) => isTimeToRing(NINE, look))).toBe(true);
        },
      ),
    );
  });
});

describe("what a site says of its next change", () => {
  test("is a time, or that there is none", () => {
    expect(readNextChange('{"next":"2026-11-03T09:00:00.000Z"}\n')).toBe(NINE);
    expect(readNextChange('{"next":null}')).toBe(null);
  });

  test.each([
    ["", 'is no JSON (it begins with "")'],
    ["<!doctype html>\n<title>Sorry</title>", 'is no JSON (it begins with "<!doctype html>\\n<title>Sorry</title>")'],
    ['{"next":"2026-11-', 'is no JSON (it begins with "{\\"next\\":\\"2026-11-")'],
    ["null", 'says no time after "next" ("null")'],
    ["[]", 'says no time after "next" ("[]")'],
    ["{}", 'says no time after "next" ("{}")'],
    ['{"next":1793696400000}', 'says no time after "next" ("{\\"next\\":1793696400000}")'],
    ['{"next":"soon"}', 'says no time after "next" ("{\\"next\\":\\"soon\\"}")'],
    ['{"next":"2026"}', 'says no time after "next" ("{\\"next\\":\\"2026\\"}")'],
    ['{"next":"2026-11-03T09:00"}', 'says no time after "next" ("{\\"next\\":\\"2026-11-03T09:00\\"}")'],
    [
      '{"next":"2026-02-30T09:00:00.000Z"}',
      'says no time after "next" ("{\\"next\\":\\"2026-02-30T09:00:00.000Z\\"}")',
    ],
  ])("is not guessed from %j", (text, wrong) => {
    expect(readNextChange(text)).toEqual({ wrong });
  });
});
