/** Something in a text by which a person could be reached or found. */
export interface PersonalData {
  readonly index: number;
  readonly length: number;
  /** "an e-mail address". */
  readonly what: string;
}

const PATTERNS: readonly (readonly [what: string, pattern: RegExp])[] = [
  // Behind another @ it is a name in the fediverse, which is public.
  ["an e-mail address", /(?<![@\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/giu],
  ["an IP address", /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)/g],
  ["an IP address", /(?<![A-Za-z\d:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,6}(?![A-Za-z\d:])/gi],
  ["a telephone number", /(?<![A-Za-z\d+])\+\d(?:[\s().-]{0,2}\d){6,14}(?!\d)/g],
  ["a telephone number", /(?<![A-Za-z\d.,/-])\(?0\d{1,4}\)?(?:[\s./-]{1,2}\d{2,8}){1,4}(?![\d-])/g],
  ["a telephone number", /(?<![A-Za-z\d.,/-])\(?\d{3}\)?[\s.-]\d{3}[.-]\d{4}(?![\d-])/g],
];

/** A telephone number has at least as many digits without the code of its country. */
const FEWEST_DIGITS = 7;

/** A time is written with colons too, and is nobody's. */
const TIME = /^\d{1,2}(?::\d{2}){1,2}$/;

/** What in a text looks like an e-mail address, a telephone number or an IP address, in the order of the text. */
export function personalDataIn(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  for (const [what, pattern] of PATTERNS) {
    for (const { 0: match, index } of text.matchAll(pattern)) {
      if (what === "a telephone number" && match.replace(/\D/g, "").length < FEWEST_DIGITS) continue;
      if (TIME.test(match) || found.some((one) => index < one.index + one.length && one.index < index + match.length)) {
        continue;
      }
      found.push({ index, length: match.length, what });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}
