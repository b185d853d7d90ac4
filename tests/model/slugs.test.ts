import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caseless, isSlug, slugFrom } from "../../src/model/slugs.ts";

const anyText = fc.string({ unit: "binary", maxLength: 300 });

describe("the slug of a name", () => {
  test.each([
    ["Belt and Road", "belt-and-road"],
    ["华为", "华为"],
    ["China’s money", "chinas-money"],
    ["Research & development", "research-and-development"],
    ["C", "c"],
    ["C++", "c-plus-plus"],
    ["C#", "c-sharp"],
    ["5G", "5g"],
    ["Cafe\u0301", "caf\u00e9"],
    ["ΟΔΟΣ", "οδος"],
    ["Москва", "москва"],
    ["हिन्दी", "हिन्दी"],
  ])("of %s is %s", (name, slug) => {
    expect(slugFrom(name)).toBe(slug);
  });

  test("does not exist where no letter or digit is left", () => {
    expect(slugFrom("!!! — ?")).toBeUndefined();
    expect(slugFrom("")).toBeUndefined();
  });

  test("fits into a file name, and is never cut inside a character", () => {
    const slug = slugFrom("华为".repeat(200)) ?? "";
    expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(200);
    expect(slug).toMatch(/^[华为]+$/);
    expect(isSlug("a".repeat(201))).toBe(false);
  });

  test("is a slug itself, stays as it is, and is NFC, whatever the name", () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const slug = slugFrom(name);
        if (slug === undefined) return;
        expect(slugFrom(slug)).toBe(slug);
        expect(isSlug(slug)).toBe(true);
        expect(slug.normalize("NFC")).toBe(slug);
        expect(encodeURIComponent(slug)).not.toMatch(/%2F|%00/);
      }),
      { numRuns: 2000 },
    );
  });

  test("keeps apart the languages that punctuation keeps apart", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{1,8}$/), (name) => {
        expect(new Set([name, `${name}+`, `${name}++`, `${name}#`].map(slugFrom)).size).toBe(4);
      }),
    );
  });
});

test.each(["Bridge", "a b", "a--b", "-a", "a-", "a_b", "", "cafe\u0301", "../x", "a/b", "c++", "%61"])(
  "%j is not a slug",
  (text) => {
    expect(isSlug(text)).toBe(false);
  },
);

test("names that differ in case, in the form of an accent or in a final sigma are the same name", () => {
  for (const [one, other] of [
    ["Bridge", "bRIDGE"],
    ["café", "CAFE\u0301"],
    ["ΟΔΟΣ", "οδοσ"],
    ["Straße", "STRASSE"],
  ] as const) {
    expect(caseless(one)).toBe(caseless(other));
  }
  expect(caseless("resume")).not.toBe(caseless("résumé"));
});
