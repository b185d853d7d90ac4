import { isUnspaced } from "../../src/model/unspaced.ts";
import type { ExcerptPiece } from "./found-story.ts";

/** Words of an excerpt that stand together, as one phrase, with what stands around it in the same sentence. */
interface Phrase {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** Different phrases that an address asks a browser to show. */
const PHRASES = 3;
/** Words that tell this place in the text from others. */
const CONTEXT = 3;
const SENTENCE_END = /[.!?…:;。！？：；؟؛]/;
const ENDS_SENTENCE = /[.!?…:;。！？：；؟؛][^\p{L}\p{N}]*$/u;

/**
 * The address with a text fragment (WICG scroll-to-text-fragment) for what was found: first the place that the excerpt
 * shows, then the words wherever they stand first, because the place may be cut by a note or a link's mark. A browser
 * that knows no text fragments goes to the address as it was.
 */
export function toMatch(url: string, excerpt: readonly ExcerptPiece[]): string {
  const phrases = phrasesOf(excerpt);
  const [first] = phrases;
  if (!first) return url;
  const texts = new Map(phrases.map(({ text }) => [text.toLowerCase(), text]));
  const directives = new Set([placeOf(first), ...[...texts.values()].slice(0, PHRASES).map(encode)]);
  return `${url}${url.includes("#") ? "" : "#"}:~:${[...directives].map((directive) => `text=${directive}`).join("&")}`;
}

function phrasesOf(excerpt: readonly ExcerptPiece[]): Phrase[] {
  const runs: ExcerptPiece[] = [];
  for (const piece of excerpt) {
    const last = runs.at(-1);
    const beforeLast = runs.at(-2);
    // "Huawei" and "phones" with only a space between are one phrase. One over the end of a sentence may be one over the
    // end of a paragraph, where no browser finds it.
    if (piece.isMatch && last?.text.trim() === "" && beforeLast?.isMatch && !ENDS_SENTENCE.test(beforeLast.text)) {
      runs.splice(-2, 2, { isMatch: true, text: beforeLast.text + last.text + piece.text });
    } else if (piece.isMatch && last?.isMatch) {
      runs.splice(-1, 1, { isMatch: true, text: last.text + piece.text });
    } else runs.push(piece);
  }
  return runs.flatMap((run, at) => (run.isMatch ? phraseOf(run.text, runs[at - 1]?.text, runs[at + 1]?.text) : []));
}

function phraseOf(marked: string, before = "", after = ""): Phrase[] {
  const [, opening = "", text = "", closing = ""] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(marked) ?? [];
  if (text === "") return [];
  const isSpaced = !isUnspaced(text);
  const lead = (before + opening).split(SENTENCE_END).at(-1) ?? "";
  const [rest = ""] = (closing + after).split(SENTENCE_END);
  return [
    {
      text,
      before: isSpaced ? wordsOf(lead).slice(-CONTEXT).join(" ") : "",
      after: isSpaced ? wordsOf(rest).slice(0, CONTEXT).join(" ") : "",
    },
  ];
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

const placeOf = ({ text, before, after }: Phrase): string =>
  [before && `${encode(before)}-`, encode(text), after && `-${encode(after)}`].filter((part) => part !== "").join(",");

/** A dash, a comma and an ampersand have a meaning in a text fragment; `encodeURIComponent` leaves the dash. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll("-", "%2D");
