import { describe, expect, test } from "vitest";
import { piecesOf } from "../../../layouts/scripts/found-story.ts";
import { toMatch } from "../../../layouts/scripts/text-fragment.ts";

/** What a browser is asked to show, as it reads the address. */
function asked(excerpt: string): string[] {
  const [, directives = ""] = toMatch("/story/", piecesOf(excerpt)).split(":~:");
  return directives
    .split("&")
    .map((directive) => directive.replace("text=", "").split(",").map(decodeURIComponent).join(" | "));
}

describe("a result leads to its words in the story", () => {
  test("first to the place that the excerpt shows, told by the words around it, then to wherever they stand", () => {
    expect(asked("a phone that <mark>Huawei</mark> sold in May")).toEqual([
      "a phone that- | Huawei | -sold in May",
      "Huawei",
    ]);
  });

  test("and looks for a phrase where matches stand together, and for each word otherwise", () => {
    expect(asked("by <mark>Merkle</mark> <mark>trees</mark> or <mark>Bitcoin</mark>")).toEqual([
      "by- | Merkle trees | -or",
      "Merkle trees",
      "Bitcoin",
    ]);
  });

  test("and never looks beyond the sentence, which may be where a paragraph ends", () => {
    expect(asked("The past. Of <mark>Huawei.</mark> Then more")).toEqual(["Of- | Huawei", "Huawei"]);
    expect(asked("It ends with <mark>one.</mark> <mark>Two</mark> begins")).toEqual([
      "It ends with- | one",
      "one",
      "Two",
    ]);
  });

  test("and in a language without spaces for the words alone", () => {
    expect(asked("<mark>华</mark> <mark>为</mark> 公司")).toEqual(["华为"]);
  });

  test("with its dashes, commas and ampersands as part of the text", () => {
    expect(toMatch("/a/", [{ text: "AT&T, e-cny", isMatch: true }])).toBe("/a/#:~:text=AT%26T%2C%20e%2Dcny");
    expect(toMatch("/a/#part", [{ text: "one", isMatch: true }])).toBe("/a/#part:~:text=one");
  });

  test("or to its beginning, where the excerpt has none of them", () => {
    expect(toMatch("/a/", [{ text: "one", isMatch: false }])).toBe("/a/");
  });
});
