/*
 * Charts are drawn on a plane of 400 units, which a phone of 360 px shows at four fifths and a wide screen at one and a
 * half; the styles choose a size of letters for each (layouts/styles/chart.css). Words are laid out for the larger one.
 */
export const WIDTH = 400;
const LETTER = 9.5;
const WIDE_LETTER = 15;

const WIDE = /[\u1100-\u11ff\u2e80-\ud7a3\uf900-\ufaff\uff01-\uff60]/g;

/** About how wide a word is. */
export const widthOf = (word: string): number => {
  const wide = word.match(WIDE)?.length ?? 0;
  return (word.length - wide) * LETTER + wide * WIDE_LETTER;
};

/** A word under an axis. */
export interface Tick {
  readonly x: number;
  readonly word: string;
  readonly anchor: "start" | "middle" | "end";
}

/** Puts words under an axis where they fit: not over its ends, nor into each other. */
export function ticksThatFit(wanted: readonly { readonly x: number; readonly word: string }[]): Tick[] {
  let end = Number.NEGATIVE_INFINITY;
  return wanted.flatMap(({ x, word }): Tick[] => {
    const width = widthOf(word);
    const anchor = x - width / 2 < 0 ? "start" : x + width / 2 > WIDTH ? "end" : "middle";
    const from = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    if (from < end + LETTER) return [];
    end = from + width;
    return [{ x: round(x), word, anchor }];
  });
}

/** A place on the plane, to a tenth of a unit. */
export const round = (place: number): number => Math.round(place * 10) / 10;
