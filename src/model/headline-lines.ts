/** Between these a line may end. `space` is whether they are apart when it does not. */
interface Piece {
  readonly text: string;
  readonly space: boolean;
}

/** Scripts without spaces between words: a line ends after any character but those that belong to the next. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！…—％]/u;
/** Neither begins a line nor stands away from what is before it. */
const CLINGS = /^[\p{Pe}\p{Pf}\p{M}，。、；：？！…—％ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const OPENS = /[\p{Ps}\p{Pi}]$/u;

/** The parts of a headline that no line break may cut: words, and in Chinese or Japanese characters. */
export function piecesOf(headline: string): Piece[] {
  return headline.split(" ").flatMap((word, index, words) => {
    const parts: string[] = [];
    for (const { segment } of GRAPHEMES.segment(word)) {
      const last = parts.at(-1);
      const stays =
        last === undefined ||
        CLINGS.test(segment) ||
        OPENS.test(last) ||
        !(endsUnspaced(last) || UNSPACED.test(segment));
      if (last !== undefined && stays) parts[parts.length - 1] = last + segment;
      else parts.push(segment);
    }
    return parts.map((text, place) => ({ text, space: place === parts.length - 1 && index < words.length - 1 }));
  });
}

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

const endsUnspaced = (text: string): boolean => UNSPACED.test([...text.replace(/[\p{Pe}\p{Pf}]+$/u, "")].at(-1) ?? "");

/** A headline in lines, at a size. */
export interface SetHeadline {
  readonly lines: readonly string[];
  readonly size: number;
}

export interface Measure {
  /** In em. */
  readonly widthOf: (text: string) => number;
  /** Of the column, in the unit of `sizes`. */
  readonly width: number;
  /** The largest first. */
  readonly sizes: readonly number[];
  /** From line to line, in em. */
  readonly lead: number;
  /** What all lines may take. */
  readonly height: number;
  readonly mostLines: number;
}

/**
 * A headline at the largest size at which it fits, in as few lines as that takes, and these as equal as they can be. No
 * word is ever cut; undefined when it does not fit at any size.
 */
export function setHeadline(headline: string, measure: Measure): SetHeadline | undefined {
  const { widthOf, width, sizes, lead, height, mostLines } = measure;
  const pieces = piecesOf(headline);
  const space = widthOf(" ");
  const widths = pieces.map(({ text }) => widthOf(text));
  for (const size of sizes) {
    const room = Math.min(mostLines, Math.floor(height / (lead * size)));
    const lines = balanced(pieces, widths, space, width / size, room);
    // Letters beside each other may be wider than each by itself.
    if (lines?.every((line) => widthOf(line) * size <= width)) return { lines, size };
  }
  return undefined;
}

/** The fewest lines no wider than `most`, with the least difference between them: undefined when it takes more lines. */
function balanced(
  pieces: readonly Piece[],
  widths: readonly number[],
  space: number,
  most: number,
  mostLines: number,
): string[] | undefined {
  // best[k][end]: what k lines up to `end` cost at least, and where the last of them begins.
  let best: ({ cost: number; starts: readonly number[] } | undefined)[] = [{ cost: 0, starts: [] }];
  for (let lines = 1; lines <= mostLines; lines++) {
    const next: typeof best = [];
    for (let end = 1; end <= pieces.length; end++) {
      let width = 0;
      for (let start = end - 1; start >= 0; start--) {
        width += (widths[start] ?? 0) + (start < end - 1 && pieces[start]?.space ? space : 0);
        if (width > most) break;
        const before = best[start];
        const cost = (before?.cost ?? 0) + (most - width) ** 2;
        if (before && cost < (next[end]?.cost ?? Number.POSITIVE_INFINITY)) {
          next[end] = { cost, starts: [...before.starts, start] };
        }
      }
    }
    const found = next[pieces.length];
    if (found) return found.starts.map((start, line) => textOf(pieces.slice(start, found.starts[line + 1])));
    best = next;
  }
  return undefined;
}

const textOf = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text, space }) => (space ? `${text} ` : text))
    .join("")
    .trimEnd();
