import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Measure, piecesOf, setHeadline } from "../../src/model/headline-lines.ts";

/** As if every character were half as wide as it is high. */
const MEASURE: Measure = {
  widthOf: (text) => [...text].length / 2,
  width: 1000,
  sizes: [100, 80, 60, 40],
  lead: 1.2,
  height: 420,
  mostLines: 4,
};

const words = (text: string) => piecesOf(text).map((piece) => piece.text);

describe("the headline on a card", () => {
  test("is as large as fits: a short one in one line", () => {
    expect(setHeadline("Bridge opens", MEASURE)).toEqual({ lines: ["Bridge opens"], size: 100 });
  });

  test("is smaller when it is longer, so that it takes no more than the room there is", () => {
    const long = "The crossing opens a month early, and the ferry makes its last trip before it goes to the breakers";
    const set = setHeadline(long, MEASURE);
    expect(set?.size).toBeLessThan(100);
    expect((set?.lines.length ?? 0) * (set?.size ?? 0) * MEASURE.lead).toBeLessThanOrEqual(MEASURE.height);
  });

  test("has lines about as long as each other, and no word alone in the last", () => {
    const set = setHeadline("The ferry makes its last trip on", { ...MEASURE, sizes: [80] });
    expect(set?.lines).toEqual(["The ferry makes", "its last trip on"]);
  });

  test("is set nowhere when a word is too long even at the smallest size", () => {
    expect(
      setHeadline("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", MEASURE),
    ).toBeUndefined();
  });

  test("in Chinese breaks between characters, and never before a comma or after an opening quotation mark", () => {
    expect(words("华为，“鸿蒙”5G网络")).toEqual(["华", "为，", "“鸿", "蒙”", "5G", "网", "络"]);
  });

  test("keeps every word whole and in its order, whatever it says", () => {
    const headlines = fc.array(fc.stringMatching(/^[a-zé华为،؛“”(),-]{1,12}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(headlines, (all) => {
        const headline = all.join(" ");
        const set = setHeadline(headline, MEASURE);
        const pieces = piecesOf(headline);
        expect(pieces.map(({ text, space }) => (space ? `${text} ` : text)).join("")).toBe(headline);
        if (!set) return;
        expect(set.lines.join("").replaceAll(" ", "")).toBe(headline.replaceAll(" ", ""));
        expect(set.lines.length).toBeLessThanOrEqual(4);
        for (const line of set.lines) expect(MEASURE.widthOf(line) * set.size).toBeLessThanOrEqual(MEASURE.width);
      }),
    );
  });
});
