import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextBlock } from "../../src/model/history.ts";
import { changedPassages, type Passage } from "../../src/model/text-changes.ts";

const text = (...paragraphs: string[]): TextBlock[] => paragraphs.map((words) => ({ kind: "paragraph", text: words }));

/** Passages as one can read them: -gone-, +new+. */
const marked = (passages: readonly Passage[]): string[][] =>
  passages.map((blocks) =>
    blocks.map(({ pieces }) =>
      pieces
        .map(({ text: words, change }) => {
          if (!change) return words;
          return change === "removed" ? `-${words}-` : `+${words}+`;
        })
        .join(""),
    ),
  );

const compare = (before: TextBlock[], after: TextBlock[], language = "en") =>
  marked(changedPassages(before, after, language));

describe("what changed between two texts", () => {
  test("is shown word by word, with a space between changed words as part of the change", () => {
    const before = text("An earlier version had the north quay closed at 4 p.m. today.");
    const after = text("An earlier version had the long south quay closed at 2 p.m. today.");
    expect(compare(before, after)).toEqual([
      ["An earlier version had the -north-+long south+ quay closed at -4-+2+ p.m. today."],
    ]);
    expect(compare(text("It was a red day in town."), text("It was the blue day in town."))).toEqual([
      ["It was -a red-+the blue+ day in town."],
    ]);
  });

  test("is shown with one paragraph before and after, and what lies far apart stands apart", () => {
    const before = text("One.", "Two.", "Three was here.", "Four.", "Five.", "Six.", "Seven was here.");
    const after = text("One.", "Two.", "Three is here.", "Four.", "Five.", "Six.", "Seven is here.");
    expect(compare(before, after)).toEqual([
      ["Two.", "Three -was-+is+ here.", "Four."],
      ["Six.", "Seven -was-+is+ here."],
    ]);
  });

  test("is a whole paragraph where one came or went, or has nothing in common with the one in its place", () => {
    expect(compare(text("One."), text("One.", "A new one."))).toEqual([["One.", "+A new one.+"]]);
    expect(compare(text("One.", "The old one."), text("One."))).toEqual([["One.", "-The old one.-"]]);
    expect(compare(text("The ferry sailed."), text("Nobody knows why bridges open."))).toEqual([
      ["-The ferry sailed.-", "+Nobody knows why bridges open.+"],
    ]);
  });

  test("finds the paragraph that was changed among others that are new", () => {
    const before = text("The quay will be closed on Monday for the feast.");
    const after = text("Nobody was hurt.", "The quay will be closed on Tuesday for the feast.", "More follows.");
    expect(compare(before, after)).toEqual([
      ["+Nobody was hurt.+", "The quay will be closed on -Monday-+Tuesday+ for the feast.", "+More follows.+"],
    ]);
  });

  test("is found in a language without spaces too", () => {
    expect(compare(text("大桥将于星期一开放通车。"), text("大桥将于星期二开放通车。"), "zh-Hans")[0]?.[0]).toMatch(
      /^大桥将于-星期一-\+星期二\+开放通车。$/,
    );
  });

  test("never takes a headline for a paragraph", () => {
    const before: TextBlock[] = [{ kind: "headline", text: "The bridge opens" }];
    expect(compare(before, text("The bridge opens"))).toEqual([["-The bridge opens-", "+The bridge opens+"]]);
  });

  test("is nothing between equal texts, and whatever it is, leads from the one to the other", () => {
    const words = fc.array(fc.constantFrom("the", "bridge", "opens", "at", "dawn", "4", "2"), {
      minLength: 1,
      maxLength: 8,
    });
    const texts = fc.array(
      words.map((some) => some.join(" ")),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(compare(text(...before), text(...before))).toEqual([]);
        const passages = changedPassages(text(...before), text(...after), "en");
        const side = (kept: "removed" | "added") =>
          passages
            .flat()
            .map(({ pieces }) => pieces.filter(({ change }) => !change || change === kept))
            .filter((pieces) => pieces.length > 0)
            .map((pieces) => pieces.map((piece) => piece.text).join(""));
        expect(isPart(side("removed"), before)).toBe(true);
        expect(isPart(side("added"), after)).toBe(true);
        if (JSON.stringify(before) !== JSON.stringify(after)) expect(passages.length).toBeGreaterThan(0);
      }),
    );
  });

  test("is not looked for without end in texts that have nothing in common", () => {
    const long = (word: string) => text(Array.from({ length: 9000 }, (_, index) => `${word}${index}`).join(" "));
    expect(changedPassages(long("a"), long("b"), "en").flat().length).toBe(2);
  });
});

/** Whether lines stand in a text, in their order. */
function isPart(lines: readonly string[], whole: readonly string[]): boolean {
  let from = 0;
  return lines.every((line) => {
    const found = whole.indexOf(line, from);
    from = found + 1;
    return found >= 0;
  });
}
