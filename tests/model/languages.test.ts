import { describe, expect, test } from "vitest";
import { wordsFor } from "../../layouts/words/dictionaries.ts";
import { directionOf, interfaceLanguageFor } from "../../src/model/languages.ts";

describe("the language of the interface", () => {
  test.each([
    ["en-GB", "en"],
    ["es-MX", "es"],
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["ar-EG", "ar"],
  ])("of a site in %s is %s", (site, words) => {
    expect(interfaceLanguageFor(site)).toBe(words);
  });

  test("is never that of other characters: a reader of Taiwan's does not get mainland China's", () => {
    expect(interfaceLanguageFor("zh-TW")).toBeUndefined();
  });

  test("is English where there are no words", () => {
    expect(interfaceLanguageFor("sv")).toBeUndefined();
    expect(wordsFor("sv").search).toBe("Search");
  });

  test("counts stories as each language does, Arabic with a form for two and one for few", () => {
    expect([0, 1, 12].map((count) => wordsFor("en").stories(count))).toEqual(["0 stories", "1 story", "12 stories"]);
    expect(wordsFor("zh-CN").stories(12)).toBe("12 篇报道");
    const arabic = [1, 2, 3, 11].map((count) => wordsFor("ar").stories(count));
    expect(new Set(arabic).size).toBe(4);
    expect(arabic[1]).toBe("خبران");
  });
});

test("Arabic, Hebrew, Persian and Urdu run from right to left, and other languages do not", () => {
  expect(["ar", "he", "fa-IR", "ur"].map(directionOf)).toEqual(["rtl", "rtl", "rtl", "rtl"]);
  expect(["en-GB", "zh-Hans", "es", "az-Latn"].map(directionOf)).toEqual(["ltr", "ltr", "ltr", "ltr"]);
});
