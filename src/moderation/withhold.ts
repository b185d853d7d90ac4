import { type PersonalData, personalDataIn } from "../content/personal-data.ts";

/** What stands where something was taken out. */
const GAP = "[…]";

/**
 * A text without what looks like an e-mail address, a telephone number or an IP address, and without the reader's own
 * e-mail address however it is spelled. Adds what was taken out to `withheld`: "an e-mail address".
 */
export function withoutPersonalData(text: string, email: string, withheld: Set<string>): string {
  const own = ownAddress(email);
  let clean = text;
  let passes = 0;
  // What is left of a text can look like a number where the whole did not.
  for (let found = personalData(clean, own); found.length > 0; found = personalData(clean, own)) {
    passes += 1;
    for (const { what } of found) withheld.add(what);
    clean = passes > MOST_PASSES ? `${clean.slice(0, found[0]?.index)}${GAP}` : without(clean, found);
  }
  return clean;
}

/** Of a text that is still not clean after so many, the rest is taken out: it was made to be so. */
const MOST_PASSES = 20;

function without(text: string, found: readonly PersonalData[]): string {
  let clean = text;
  for (const { index, length } of found.toReversed()) {
    clean = `${clean.slice(0, index)}${GAP}${clean.slice(index + length)}`;
  }
  return clean;
}

/** Places in the order of the text, none of which overlap. */
function personalData(text: string, own: RegExp | undefined): PersonalData[] {
  const plain = plainly(text);
  const spelled = own
    ? [...plain.text.matchAll(own)].map(({ 0: { length }, index }) => ({ index, length, what: EMAIL }))
    : [];
  const found = [...personalDataIn(text), ...[...personalDataIn(plain.text), ...spelled].map(plain.asWritten)];
  const apart: PersonalData[] = [];
  for (const one of found.sort((a, b) => a.index - b.index || b.length - a.length)) {
    const last = apart.at(-1);
    if (!last || one.index >= last.index + last.length) apart.push(one);
    else apart[apart.length - 1] = { ...last, length: Math.max(last.length, one.index + one.length - last.index) };
  }
  return apart;
}

const EMAIL = "an e-mail address";

const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Whether no character of a text could be another of its own in plain. */
const isPlain = (text: string): boolean =>
  !/[^\0-\x7f]/.test(text) || (text.search(UNSEEN) === -1 && text.normalize("NFKC") === text);

/** The text in plain, small letters (Unicode's compatibility forms: `＠` is an @), and where these stand in the text. */
function plainly(text: string) {
  const small = text.toLowerCase();
  if (small.length === text.length && isPlain(text)) return { text: small, asWritten: (one: PersonalData) => one };
  const starts: number[] = [];
  const ends: number[] = [];
  let plain = "";
  let at = 0;
  for (const character of text) {
    const simple = (isPlain(character) ? character : character.normalize("NFKC").replace(UNSEEN, "")).toLowerCase();
    for (let unit = 0; unit < simple.length; unit++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    plain += simple;
    at += character.length;
  }
  const asWritten = ({ index, length, what }: PersonalData): PersonalData => {
    const start = starts[index] ?? at;
    return { index: start, length: (ends[index + length - 1] ?? at) - start, what };
  };
  return { text: plain, asWritten };
}

/** How people write the signs of an address so that programs do not see it. */
const SIGNS: Readonly<Record<string, string>> = {
  "@": String.raw`(?:@|%40|&#64;|&commat;|[(\[{<]\s*(?:at|@|a)\s*[)\]}>]|\bat\b|\barroba\b)`,
  ".": String.raw`(?:[.。·]|%2e|&#46;|&period;|[(\[{<]\s*(?:dot|punto|\.)\s*[)\]}>]|\bdot\b|\bpunto\b)`,
};

/** What finds an address in plain text; undefined for what is none, such as an empty field. */
function ownAddress(email: string): RegExp | undefined {
  const plain = plainly(email.slice(0, 320)).text.replace(/[\p{C}\p{Z}\s]/gu, "");
  if (!/^[^@]+@[^@]+$/.test(plain) || plain.length < 5) return undefined;
  const parts = [...plain].map((character) => SIGNS[character] ?? character.replace(/[\\^$*+?()[\]{}|/]/, "\\$&"));
  // One run of blanks between two parts, so that there is one way only to read it.
  return new RegExp(
    parts.map((part, at) => (isSign(part) || isSign(parts[at + 1]) ? `${part}\\s*` : part)).join(""),
    "gu",
  );
}

const isSign = (part: string | undefined): boolean => part !== undefined && part.length > 2;
