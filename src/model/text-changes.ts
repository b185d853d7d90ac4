import { diffArrays } from "diff";
import type { TextBlock } from "./history.ts";

/** A run of words: as it was and is, or in one of two versions only. */
export interface Piece {
  readonly text: string;
  readonly change?: "removed" | "added" | undefined;
}

export interface ComparedBlock {
  readonly kind: TextBlock["kind"];
  readonly pieces: readonly Piece[];
}

/** Blocks that stand together: changed ones, and one before and after them. */
export type Passage = readonly ComparedBlock[];

/** How many blocks of the body beside a changed one are shown with it. */
const CONTEXT = 1;
/** From which share of words in common on (from 0 to 1) one block is another one, changed. */
const ALIKE = 0.35;
/** Texts that differ in more words or blocks than these are not compared further: one is gone, the other new. */
const MOST_DIFFERENCES = 4000;
const MOST_PAIRS = 40_000;

/** What is different in the second of two texts, word by word in a BCP 47 language; empty where nothing is. */
export function changedPassages(
  before: readonly TextBlock[],
  after: readonly TextBlock[],
  language: string,
): Passage[] {
  const blocks = compare(before, after, language);
  const changed = blocks.flatMap(({ pieces }, index) => (pieces.some(({ change }) => change) ? [index] : []));
  const isBody = (index: number) => blocks[index]?.kind === "heading" || blocks[index]?.kind === "paragraph";
  const isBeside = (index: number) => (other: number) =>
    other === index || (Math.abs(other - index) <= CONTEXT && isBody(index) && isBody(other));
  const shown = blocks.flatMap((_, index) => (changed.some(isBeside(index)) ? [index] : []));
  const passages: ComparedBlock[][] = [];
  for (const [place, index] of shown.entries()) {
    if (shown[place - 1] !== index - 1) passages.push([]);
    passages.at(-1)?.push(...blocks.slice(index, index + 1));
  }
  return passages;
}

function compare(before: readonly TextBlock[], after: readonly TextBlock[], language: string): ComparedBlock[] {
  const isSame = (a: TextBlock, b: TextBlock) => a.kind === b.kind && a.text === b.text;
  const runs = diffArrays([...before], [...after], { comparator: isSame, maxEditLength: MOST_DIFFERENCES });
  if (!runs) return [...before.map(whole("removed")), ...after.map(whole("added"))];
  const blocks: ComparedBlock[] = [];
  let removed: readonly TextBlock[] = [];
  for (const run of runs) {
    if (run.removed) removed = run.value;
    else {
      blocks.push(...paired(removed, run.added ? run.value : [], language));
      if (!run.added) blocks.push(...run.value.map(whole()));
      removed = [];
    }
  }
  return [...blocks, ...paired(removed, [], language)];
}

const whole =
  (change?: Piece["change"]) =>
  ({ kind, text }: TextBlock): ComparedBlock => ({ kind, pieces: [{ text, change }] });

/** Blocks that went and blocks that came in their place: which of them are one and the same, changed. */
function paired(removed: readonly TextBlock[], added: readonly TextBlock[], language: string): ComparedBlock[] {
  if (removed.length * added.length > MOST_PAIRS)
    return [...removed.map(whole("removed")), ...added.map(whole("added"))];
  const from = removed.map(({ text }) => wordsOf(text, language));
  const to = added.map(({ text }) => wordsOf(text, language));
  const alike = from.map((words, i) =>
    to.map((others, j) => (removed[i]?.kind === added[j]?.kind ? likeness(words, others) : 0)),
  );
  const blocks: ComparedBlock[] = [];
  let [i, j] = [0, 0];
  const best = bestFrom(alike);
  while (i < removed.length || j < added.length) {
    const [old, fresh] = [removed[i], added[j]];
    const pair = alike[i]?.[j] ?? 0;
    if (old && fresh && pair >= ALIKE && best(i, j) === pair + best(i + 1, j + 1)) {
      blocks.push({ kind: fresh.kind, pieces: changedWords(from[i] ?? [], to[j] ?? []) });
      i++;
      j++;
    } else if (old && (!fresh || best(i, j) === best(i + 1, j))) {
      blocks.push(whole("removed")(old));
      i++;
    } else if (fresh) {
      blocks.push(whole("added")(fresh));
      j++;
    }
  }
  return blocks;
}

/** How alike the blocks from these on are at best, when pairs keep their order: a longest common subsequence, weighted. */
function bestFrom(alike: readonly (readonly number[])[]): (i: number, j: number) => number {
  const table = [...alike, []].map((row) => row.map(() => 0));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = alike.length - 1; i >= 0; i--) {
    const [row = [], sums = []] = [alike[i], table[i]];
    for (let j = row.length - 1; j >= 0; j--) {
      const pair = row[j] ?? 0;
      sums[j] = Math.max(at(i + 1, j), at(i, j + 1), pair >= ALIKE ? pair + at(i + 1, j + 1) : 0);
    }
  }
  return at;
}

/** The share of words that two texts have in common (Dice's coefficient). */
function likeness(some: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  let [common, all] = [0, 0];
  for (const word of some) {
    if (word === " ") continue;
    left.set(word, (left.get(word) ?? 0) + 1);
    all++;
  }
  for (const word of others) {
    if (word === " ") continue;
    const there = left.get(word) ?? 0;
    if (there > 0) common++;
    left.set(word, there - 1);
    all++;
  }
  return all === 0 ? 1 : (2 * common) / all;
}

function changedWords(before: readonly string[], after: readonly string[]): Piece[] {
  const runs = diffArrays([...before], [...after], { maxEditLength: MOST_DIFFERENCES }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const pieces: Piece[] = [];
  let [removed, added] = ["", ""];
  /** Gives back the space behind both, which has not changed. */
  const flush = (): string => {
    const space = removed.endsWith(" ") && added.endsWith(" ") ? " " : "";
    if (space) [removed, added] = [removed.slice(0, -1), added.slice(0, -1)];
    if (removed !== "") pieces.push({ text: removed, change: "removed" });
    if (added !== "") pieces.push({ text: added, change: "added" });
    [removed, added] = ["", ""];
    return space;
  };
  for (const [place, run] of runs.entries()) {
    const text = run.value.join("");
    const isBetween = text === " " && place < runs.length - 1 && removed !== "" && added !== "";
    if (run.removed) removed += text;
    else if (run.added) added += text;
    else if (isBetween) {
      // Two changed words with a space between them read better as one change.
      removed += text;
      added += text;
    } else {
      pieces.push({ text: flush() + text });
    }
  }
  const end = flush();
  return end === "" ? pieces : [...pieces, { text: end }];
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Words, marks and spaces, as the language divides them: Chinese has no spaces between words. */
function wordsOf(text: string, language: string): string[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, segmenter);
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
