import { describe, expect, test } from "vitest";
import { spamSignsAmong } from "../../src/moderation/review/spam-signs.ts";

const signsOf = (text: string, name = "Ben Reader", others: readonly string[] = []) =>
  spamSignsAmong([{ text }, ...others.map((other) => ({ text: other }))])({ name, text });

describe("a reply is likely to be spam", () => {
  test.each([
    ["Look: https://a.example https://b.example https://c.example, all of them very good.", "has 3 links"],
    ["Nice! https://a.example", "says little but a link"],
    ["I wrote about this at some length on https://www.bit.ly/x", "links to www.bit.ly, which hides where it leads"],
    ["I wrote about this at some length on http://3221225985/", "links to a host without a name (192.0.2.1)"],
    ["WHY DOES NOBODY SPEAK ABOUT THE OTHER BRIDGE?", "is in capitals"],
    ["ПОЧЕМУ НИКТО НЕ ГОВОРИТ О ДРУГОМ МОСТЕ?", "is in capitals"],
    ["$$$ 100% >>> 5000 $$$ !!! 777", "has hardly any letters"],
    ["Best bridge pills.\nOrder today!\nBest bridge pills.\nBest bridge pills!", "says the same over and over"],
    ["money money money money money money money", "says the same over and over"],
  ])("when it reads %j", (text, sign) => {
    expect(signsOf(text)).toEqual([sign]);
  });

  test.each([
    ["bridge-pills.shop", "has an address for a name"],
    ["www.example", "has an address for a name"],
    ["Casino Royal Online", "has an advertisement for a name"],
  ])("when its name is %s", (name, sign) => {
    expect(signsOf("I saw the bridge.", name)).toEqual([sign]);
  });

  test("when others say the same, whatever they put between the words", () => {
    const text = "Great story, visit my page!";
    expect(signsOf(text, "Ben", ["great  STORY. Visit my page"])).toEqual(["says what another waiting reply says"]);
    expect(signsOf(text, "Ben", [text, text])).toEqual(["says what 2 other waiting replies say"]);
    expect(signsOf("Thank you!", "Ben", ["Thank you"])).toEqual([]);
  });
});

test.each([
  "I saw the first lorry. The minutes are at https://council.example/minutes, and they say why.",
  "我昨天看到了那座新桥，非常漂亮。渡轮也还在，票价没有变。",
  "شاهدت الجسر الجديد أمس، وكان جميلا جدا.",
  "No. No. No. Not again.",
  "NATO and the EU said YES.",
  "👍👍👍",
  "In 2026 it cost 1,204,000 pounds, or 3% of the budget.",
])("nothing tells of %j", (text) => {
  expect(signsOf(text)).toEqual([]);
});

test("signs are found in time in step with the text", () => {
  for (const piece of ["aaa ", "a", "https://", "a.", "\n", "A!", "新"]) {
    const started = performance.now();
    signsOf(piece.repeat(10_000 / piece.length), piece.repeat(80 / piece.length));
    expect(performance.now() - started).toBeLessThan(1000);
  }
});
