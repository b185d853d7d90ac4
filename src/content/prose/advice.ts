import type { Place, Problem } from "../../problems.ts";

/** What a story is judged by that is a matter of style: each rule by its name, and what is said when it is broken. */
export const ADVICE = {
  "all-caps-headline": () => [
    "The headline is in capital letters, which screen readers may spell out.",
    "Write it as a sentence; a site's styles can show it in capitals.",
  ],
  "alt-repeats-caption": () => [
    "The alternative text repeats the caption, so that screen readers say it twice.",
    "Say what the picture shows; the caption says what that means.",
  ],
  "bare-address": (address) => [
    `The address ${address} is plain text here, and no link.`,
    "Write [what it leads to](address).",
  ],
  "bold-as-heading": () => [
    "A line in bold or italics stands where a heading would.",
    "Write ## before it: readers find their way by headings.",
  ],
  "broken-table": (cells) => [`A row of the table has other cells than its head (${cells}).`, "Add or take out a |."],
  "hash-without-space": () => ["A # without a space behind it is no heading.", "Write ## and a space."],
  "heading-skips": (levels) => [
    `A heading skips a level (${levels}).`,
    "Use the next level: screen readers announce a heading's level.",
  ],
  "indented-heading": () => ["A heading is indented, and may be taken for code.", "Take out the spaces before the #."],
  "link-to-picture": (file) => [
    `The link leads to a picture by itself (${file}).`,
    "Show the picture in the story, or link to the page that it stands on.",
  ],
  "long-headline": (letters) => [
    `The headline has ${letters} characters; search engines cut it after 110.`,
    "Shorten it.",
  ],
  "long-summary": (letters) => [
    `The summary has ${letters} characters; search engines and shared links cut it after some 200.`,
    "Shorten it.",
  ],
  "missing-reference": (label) => [`The link to ${label} has no address.`, "Add a line [label]: https://… below."],
  "missing-summary": () => [
    "The page has no summary, so that search engines and shared links choose one.",
    "Add it, such as summary: Who we are, and how to reach us.",
  ],
  "repeated-word": (word) => [`"${word}" stands here twice.`, "Take one out."],
  "reversed-link": (written) => [`The link ${written} is the wrong way round.`, "Write [text](address)."],
  "spaces-in-marks": (written) => [
    `Spaces inside the marks of ${written} keep it from being what it looks like.`,
    "Put the spaces outside.",
  ],
  "uneven-list": () => [
    "An entry of a list is indented unlike the others.",
    "Indent all of a level alike, so that none of them becomes a list of its own.",
  ],
  "unused-reference": (label) => [`Nothing links to ${label}.`, "Delete the line, or link to it."],
  "vague-link": (words) => [
    `The link "${words}" does not say where it leads.`,
    "Link the words that do: many readers go from link to link.",
  ],
} satisfies Record<string, (about: string) => readonly [what: string, fix: string]>;

export type AdviceRule = keyof typeof ADVICE;

export const ADVICE_RULES = Object.keys(ADVICE) as readonly AdviceRule[];

/** One break of a rule; plain data, without the words. */
export interface Advice {
  readonly rule: AdviceRule;
  readonly at: Place;
  /** What the words name: the word that is repeated, the number of letters. */
  readonly about: string;
}

/** A piece of advice as a problem that stops nothing. `excerpt` is the line that it stands on. */
export function adviceAsProblem({ rule, at, about }: Advice, file: string, excerpt: string): Problem {
  const say: (about: string) => readonly [string, string] = ADVICE[rule];
  const [what, fix] = say(about);
  return { severity: "warning", file, at: { ...at, excerpt }, what, fix, rule };
}
