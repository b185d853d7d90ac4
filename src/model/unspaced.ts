// Chinese, Japanese and Thai are written without spaces between words. A search index is one of words, so its texts are
// spaced for it, and what is searched for is spaced in the same way.

const LETTERS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}`;
/** Punctuation that stands among such letters, none of it with a space. */
const MARKS = String.raw`\u3000-\u303f\uff00-\uff65“”‘’…—`;
const LETTER = new RegExp(`[${LETTERS}]`, "u");
const RUN = new RegExp(`[${MARKS}]*[${LETTERS}][${LETTERS}${MARKS}]*`, "gu");
const TAG = "(?:</?\\w+>)?";
const SPACE_INSIDE = new RegExp(`(?<=[${LETTERS}${MARKS}]${TAG}) (?=${TAG}[${LETTERS}${MARKS}])`, "gu");
const WORD_AT_START = /^[\p{L}\p{N}]/u;
const WORD_AT_END = /[\p{L}\p{N}]$/u;
/** UTF-16 units in a character. */
const LONGEST = 2;

let segmenter: Intl.Segmenter | undefined;

/** Whether a text has letters of a script without spaces. */
export const isUnspaced = (text: string): boolean => LETTER.test(text);

/** The text with a space before each word of a script that has none. Where the machine can't tell words, as it is. */
export function spaceWords(text: string): string {
  if (!isUnspaced(text) || !("Segmenter" in Intl)) return text;
  return text.replace(RUN, (run, start: number) => {
    const end = start + run.length;
    const before = WORD_AT_END.test(text.slice(Math.max(0, start - LONGEST), start)) ? " " : "";
    const after = WORD_AT_START.test(text.slice(end, end + LONGEST)) ? " " : "";
    return before + spaceRun(run) + after;
  });
}

function spaceRun(run: string): string {
  // One for all: which words there are is a matter of the script, not of the language that is named here.
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  const segments = [...segmenter.segment(run)];
  return segments.map(({ segment, isWordLike, index }) => (isWordLike && index > 0 ? ` ${segment}` : segment)).join("");
}

/** The text, or HTML, without the spaces that `spaceWords` has put between such letters. */
export const joinWords = (text: string): string => text.replace(SPACE_INSIDE, "");
