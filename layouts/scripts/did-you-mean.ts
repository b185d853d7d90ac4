import { distance } from "fastest-levenshtein";
import { fold } from "../../src/model/search-words.ts";
import { isUnspaced } from "../../src/model/unspaced.ts";

/**
 * What a reader may have meant: each word that no story has is replaced by the nearest that some have, the more
 * frequent of two that are as near. Undefined when there is nothing to replace, or nothing near. `tiers` are words
 * with spaces between, the most frequent first, as the build lists them.
 */
export function didYouMean(words: string, tiers: readonly string[]): string | undefined {
  const known = tiers.flatMap((tier) => tier.split(" ")).map((word) => ({ word, folded: fold(word) }));
  const typed = words.split(/\s+/);
  const meant = typed.map((word) => nearest(word, known) ?? word);
  return meant.some((word, at) => word !== typed[at]) ? meant.join(" ") : undefined;
}

interface Known {
  readonly word: string;
  /** Without its case and accents. */
  readonly folded: string;
}

/** A known word that this one may stand for; undefined when it is known itself, or the start of one that is. */
function nearest(typed: string, known: readonly Known[]): string | undefined {
  const word = fold(typed);
  if (isUnspaced(word) || known.some(({ folded }) => folded.startsWith(word))) return undefined;
  const near = known
    .filter(({ folded }) => Math.abs(folded.length - word.length) <= slips(word))
    .map((candidate) => ({ ...candidate, away: distance(candidate.folded, word) }))
    .filter(({ away, folded }) => away <= slips(word) && (away < 2 || folded[0] === word[0]));
  // The sort keeps the order of those that are as near, and the more frequent come first.
  return near.sort((a, b) => a.away - b.away)[0]?.word;
}

/** How many letters may be wrong: two letters that have changed places are two. */
const slips = ({ length }: string): number => (length < 4 ? 0 : length < 6 ? 1 : 2);
