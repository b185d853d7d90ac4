import { diffArrays } from "diff";

/** What stands where something was taken out of a reply. */
export const CUT = "[…]";

/** As somebody may have typed it. */
const TYPED_CUT = /\[(?:…|\.\.\.)\]/g;

/** A reply made shorter, or what is wrong with how that was done, in a sentence. */
export type Shortened = { readonly text: string } | { readonly refused: string };

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// Where words are divided in a script without spaces depends on those around them, so each of its letters counts.
const UNSPACED = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}`;
const LETTER = String.raw`[[\p{L}\p{N}]--[${UNSPACED}]]`;
const TOKEN = new RegExp(
  [
    // Shortened, an address would be another.
    String.raw`https?:\/\/[^\s<>\(\)\[\]]+`,
    String.raw`${LETTER}(?:[\p{M}\u200c\u200d]|(?:['’]|(?<=\p{N})[.,](?=\p{N}))?${LETTER})*`,
    String.raw`\p{RGI_Emoji}`,
    String.raw`\S[\p{M}\u200c\u200d]*`,
  ].join("|"),
  "gv",
);

/** What Markdown makes of such a mark is emphasis, a quote or a link: without it the words are the same. */
const MARK = /^[*_>[\]()<\\]$/;

/**
 * What somebody has made of a reply's text by taking words out: each passage that is missing is marked by `CUT`. Words that
 * were not there, and marks of Markdown, are refused.
 */
export function shortened(before: string, edited: string): Shortened {
  const after = edited.replace(TYPED_CUT, "");
  const [was, is] = [tokensOf(before), tokensOf(after)];
  const runs = diffArrays(
    was.map(({ text }) => text),
    is.map(({ text }) => text),
  );
  const added = runs.flatMap((run) => (run.added ? [run.value.join(" ")] : []));
  if (added.length > 0) {
    const shown = added.map((words) => `"${words}"`).join(", ");
    return { refused: `Words can only be taken out, and these were not there, or not so: ${shown}.` };
  }
  if (!is.some(({ text }) => isWord(text))) return { refused: "Nothing is left of it; reject it instead." };
  return { text: withCuts(before, after, was, is, runs) };
}

const isWord = (token: string): boolean => /[\p{L}\p{N}\p{S}]/u.test(token) && !MARK.test(token);

function withCuts(
  before: string,
  after: string,
  was: readonly Token[],
  is: readonly Token[],
  runs: readonly { readonly value: readonly string[]; readonly removed: boolean }[],
): string {
  let text = "";
  // Where in both lists of tokens, and in the text after.
  let [old, fresh, at] = [0, 0, 0];
  let isCutBefore = false;
  for (const { value, removed } of runs) {
    if (removed) {
      const [first, last] = [was[old], was[old + value.length - 1]];
      if (first && last && !isCutBefore && value.some((token) => !MARK.test(token))) {
        const gap = after.slice(at, is[fresh]?.start ?? after.length);
        const breaks = {
          before: isBreak(before.slice(was[old - 1]?.end ?? 0, first.start)),
          after: isBreak(before.slice(last.end, was[old + value.length]?.start ?? before.length)),
        };
        text += cutIn(gap, breaks, fresh === 0, is[fresh]?.text);
        at += gap.length;
        isCutBefore = true;
      }
      old += value.length;
      continue;
    }
    const end = is[fresh + value.length - 1]?.end ?? at;
    text += after.slice(at, end);
    at = end;
    if (value.some((token) => !MARK.test(token))) isCutBefore = false;
    old += value.length;
    fresh += value.length;
  }
  return (text + after.slice(at)).trim();
}

const isBreak = (gap: string): boolean => gap.includes("\n");

/** The mark with what was between the words around it: beside the words from whose line something went. */
function cutIn(
  gap: string,
  was: { readonly before: boolean; readonly after: boolean },
  isStart: boolean,
  next: string | undefined,
): string {
  if (isStart) return was.after ? `${CUT}\n\n` : `${CUT} `;
  if (next === undefined) return was.before ? `\n\n${CUT}` : ` ${CUT}`;
  if (!isBreak(gap)) return ` ${CUT}${gap === "" && !isWord(next) ? "" : " "}`;
  if (!was.before) return ` ${CUT}${gap}`;
  return was.after ? `\n\n${CUT}\n\n` : `${gap}${CUT} `;
}

/** Words, and what else can be seen, without the spaces between them. */
const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({ text: token, start: index, end: index + token.length }));
