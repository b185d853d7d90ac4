import { isUnspaced } from "./unspaced.ts";

/** A word as it is compared: without its case, its accents and the vowel marks and long strokes of Arabic. */
export const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}\u0640]/gu, "");

/** The words of a text that may be offered to a reader who has typed another: of three letters or more, in lower case. */
export function wordsToOffer(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]{2,}/gu) ?? [];
  return words.filter((word) => !isUnspaced(word));
}
