import { CONTROL, OVERRIDE } from "./source.ts";

/** Isolates (Unicode TR 9, 2.4) and marks of direction: the page isolates each reply, so nothing in one needs them. */
const DIRECTION = /[\u061c\u200e\u200f\u2066-\u2069]/g;

/**
 * Characters that take no room (Unicode's Default_Ignorable_Code_Point) and the blanks of Hangul and Braille, apart from
 * those that belong to a letter or an emoji beside them: joiners (U+200C, U+200D) and variation selectors.
 */
const INVISIBLE = /[[\p{Default_Ignorable_Code_Point}\u2800]--[\u200c\u200d\ufe00-\ufe0f]]/gv;

/** Joiners and selectors: an emoji has one of each between two of its parts, and nothing has more. */
const FLOOD = /((?:\u200c|\u200d|[\ufe00-\ufe0f]){2})(?:\u200c|\u200d|[\ufe00-\ufe0f])+/g;

/** No script stacks as many; more of them run over the lines above and below. */
const MOST_MARKS = 4;
const PILE_OF_MARKS = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, "gu");

/** A reader's words as they can be printed, on a page and at a terminal: one or more lines, and nothing hidden in them. */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[\t\u2028\u2029]/g, " ")
    .replace(new RegExp(CONTROL, "g"), "")
    .replace(new RegExp(OVERRIDE, "g"), "")
    .replace(DIRECTION, "")
    .replace(INVISIBLE, "")
    .replace(FLOOD, "$1")
    .replace(PILE_OF_MARKS, "$1")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
