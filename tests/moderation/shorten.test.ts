import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shortened } from "../../src/moderation/review/shorten.ts";

const cut = (before: string, after: string) => {
  const made = shortened(before, after);
  return "text" in made ? made.text : made.refused;
};

describe("a reply is shortened", () => {
  test.each([
    ["at its end", "I saw it. It was red.", "I saw it.", "I saw it. […]"],
    ["at its start", "Well, I saw it.", "I saw it.", "[…] I saw it."],
    ["in the middle of a sentence", "I saw the big red bus.", "I saw the bus.", "I saw the […] bus."],
    ["before a full stop", "I saw it, and ran.", "I saw it.", "I saw it […]."],
    ["twice", "One two three four five.", "One three five.", "One […] three […] five."],
    ["by a paragraph", "One.\n\nTwo.\n\nThree.", "One.\n\nThree.", "One.\n\n[…]\n\nThree."],
    ["by its first paragraph", "One.\n\nTwo.", "Two.", "[…]\n\nTwo."],
    ["by its last paragraph", "One.\n\nTwo.", "One.", "One.\n\n[…]"],
    ["at the end of a paragraph", "One two.\n\nThree.", "One.\n\nThree.", "One […].\n\nThree."],
    ["at the start of a paragraph", "One.\n\nTwo three.", "One.\n\nthree.", "One.\n\n[…] three."],
    ["over the end of a paragraph", "One two\n\nthree four", "One four", "One […] four"],
    [
      "inside a link",
      "[the whole report](https://x.example/a)",
      "[the report](https://x.example/a)",
      "[the […] report](https://x.example/a)",
    ],
    ["by a link's address", "See [this](https://x.example/a).", "See this.", "See this […]."],
    ["in a quote", "> one two\n> three\n\nYes.", "> one\n> three\n\nYes.", "> one […]\n> three\n\nYes."],
    ["in Chinese, which has no spaces", "我昨天看到了那座新桥。", "我看到了那座桥。", "我 […] 看到了那座 […] 桥。"],
    ["with what was cut marked by hand", "I saw the big bus.", "I saw the [...] bus.", "I saw the […] bus."],
  ])("%s, and each passage that is missing is marked", (_where, before, after, expected) => {
    expect(cut(before, after)).toBe(expected);
  });

  test("by marks of Markdown alone without a trace, as no word is missing", () => {
    expect(cut("It was *really* **big**.", "It was really big.")).toBe("It was really big.");
    expect(cut("_Big_ news", "Big news")).toBe("Big news");
    expect(cut("One.\n\nTwo.", "One. Two.")).toBe("One. Two.");
  });

  test("by words only: what was not there is refused, and named", () => {
    expect(cut("I saw the bus.", "I missed the bus.")).toBe(
      'Words can only be taken out, and these were not there, or not so: "missed".',
    );
    expect(cut("It was not good.", "It was never that good.")).toContain('"never that"');
    expect(cut("A black bird", "A blackbird")).toContain('"blackbird"');
    expect(cut("it was big", "it was *big*")).toContain('"*"');
    expect(cut("Is it?", "Is it!")).toContain('"!"');
    expect(cut("See https://x.example/long/path now", "See https://x.example/ now")).toContain('"https://x.example/"');
    expect(cut("One two", "Two one")).toContain('"Two one"');
  });

  test("never to nothing", () => {
    for (const left of ["", "\n", "[…]", "*"])
      expect(cut("*One* two.", left)).toBe("Nothing is left of it; reject it instead.");
  });
});

test("whatever is taken out: what is left are the reader's own words in their order, and it is said wherever one is missing", () => {
  const word = fc.constantFrom("one", "two", "three", "新桥", "é", "1,000", "https://x.example/a?b=c");
  const between = fc.constantFrom(" ", "\n\n", ", ", "\n> ");
  fc.assert(
    fc.property(fc.array(fc.tuple(word, between, fc.boolean()), { minLength: 1, maxLength: 20 }), (parts) => {
      fc.pre(parts.some(([, , isKept]) => isKept));
      const before = parts
        .map(([text, space]) => text + space)
        .join("")
        .trim();
      // Marks of quotes go with their word, or stay with none.
      const kept = parts.filter(([, , isKept]) => isKept);
      const after = kept.map(([text, space]) => text + space).join("");
      const made = shortened(before, after);
      expect(made).toHaveProperty("text");
      if (!("text" in made)) return;
      const words = (text: string) =>
        text
          .replace(/[>,]|\[…\]/g, " ")
          .split(/\s+/)
          .filter(Boolean)
          .join(" ");
      expect(words(made.text).replaceAll("1 000", "1,000")).toBe(
        words(kept.map(([text]) => text).join(" ")).replaceAll("1 000", "1,000"),
      );
      expect(made.text.includes("[…]")).toBe(words(before) !== words(after));
    }),
  );
});
