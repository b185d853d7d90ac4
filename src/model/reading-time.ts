/** How long a text is to its readers. */
export interface TextLength {
  /** Words between spaces. */
  readonly words: number;
  /** Characters of scripts that put no spaces between words: Chinese, Japanese, Thai and their kin. */
  readonly characters: number;
}

/** Silent reading of non-fiction (Brysbaert 2019, doi.org/10.1016/j.jml.2019.104047). */
const WORDS_A_MINUTE = 238;
/** Chinese (Trauzettel-Klosinski and Dietz 2012, doi.org/10.1167/iovs.11-8284: 255 aloud), read silently half as fast again. */
const CHARACTERS_A_MINUTE = 380;

/** Whole minutes, at least one. */
export const minutesToRead = ({ words, characters }: TextLength): number =>
  Math.max(1, Math.round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE));

const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g;
const WORD = /[\p{L}\p{N}][^\s]*/gu;

/** Counts what is read of a text. */
export function lengthOf(text: string): TextLength {
  const characters = text.match(UNSPACED)?.length ?? 0;
  const spaced = characters > 0 ? text.replace(UNSPACED, " ") : text;
  return { words: spaced.match(WORD)?.length ?? 0, characters };
}
