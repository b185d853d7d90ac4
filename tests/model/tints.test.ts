import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TINTS, tintOf } from "../../src/model/tints.ts";

const pixels = (...colours: (readonly [number, number, number])[]) => Uint8Array.from(colours.flat());

test("a picture's tint is the one that most of it is nearest to", () => {
  const [navy, white] = [
    [30, 60, 95],
    [255, 255, 255],
  ] as const;
  expect(TINTS[tintOf(pixels(navy, navy, white))]).toBe("#203a5c");
  expect(TINTS[tintOf(pixels(navy, white, white))]).toBe("#e2e2e2");
});

test("every tint is in the styles, and no more than sixteen are", () => {
  const styles = readFileSync("layouts/styles/picture.css", "utf8");
  expect(TINTS.length).toBeLessThanOrEqual(16);
  const inStyles = [...styles.matchAll(/\.tint-(\d+) \{\s*background-color: (#\w+);/g)].map(([, tint, colour]) => [
    Number(tint),
    colour,
  ]);
  expect(inStyles).toEqual([...TINTS.entries()]);
});
