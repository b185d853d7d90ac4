import type { Finding } from "./findings.ts";

/** What an import came to. */
export interface Tally {
  /** What the export has: stories, pages and whatever else. */
  readonly items: number;
  readonly stories: number;
  readonly drafts: number;
  readonly pages: number;
  /** Items that are not here; each is named. */
  readonly listed: number;
  /** Of what is here, what was there as it is, was brought up to date, and was left alone because somebody has edited it or taken it out. */
  readonly unchanged: number;
  readonly updated: number;
  readonly edited: number;
  readonly authors: number;
  readonly sections: number;
  readonly tags: number;
  readonly pictures: number;
  readonly comments: number;
  /** Pictures and other files of which the export says that they are there, shown by a text or not. */
  readonly uploads: number;
}

/** Throws when an item of the export is unaccounted for: the promise of every import. */
export function keepPromise({ items, stories, drafts, pages, listed }: Tally): void {
  const out = stories + drafts + pages + listed;
  if (items === out) return;
  throw new Error(`The export has ${items} items, and ${out} are accounted for: this is a fault of the import`);
}

const HEADINGS: readonly (readonly [sort: Finding["sort"], heading: string, none: string])[] = [
  ["person", "Needs a person", "Nothing."],
  ["picture", "Pictures to describe", "None."],
  ["summary", "Summaries to write", "None."],
  ["listed", "Not imported", "Nothing was left out."],
  ["changed", "Changed on the way", "Nothing."],
];

/** The report as Markdown. The same import gives the same, whether it was stopped in between or not. */
export function printReport(title: string, tally: Tally, findings: readonly Finding[]): string {
  const sections = HEADINGS.flatMap(([sort, heading, none]) => {
    const own = findings.filter((finding) => finding.sort === sort);
    const lines = own.map(
      ({ file, line, what }) => `- \`${code(file)}${line === undefined ? "" : `:${line}`}\` ${escaped(what)}`,
    );
    return [`\n## ${heading}\n`, ...(lines.length === 0 ? [none] : [...new Set(lines)])];
  });
  return [`# ${escaped(title)}\n`, ...tallyLines(tally), ...sections, ""].join("\n");
}

const code = (text: string): string => text.replace(/[`\r\n]/g, " ");
const escaped = (text: string): string => text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|]/g, "\\$&");

/** What an import came to, in a line or two. */
export function tallyLines({ items, stories, drafts, pages, listed, ...tally }: Tally): string[] {
  const beside = listOf([
    [tally.sections, "section"],
    [tally.tags, "tag"],
    [tally.authors, "author"],
    [tally.pictures, "picture"],
    [tally.comments, "reply", "replies"],
  ]);
  return [
    `${counted(items, "item")} in the export = ${counted(stories, "story", "stories")} + ${counted(drafts, "draft")} + ` +
      `${counted(pages, "page")} + ${shown(listed)} listed.`,
    ...(beside === "" ? [] : [`With them: ${beside}.`]),
    ...(tally.comments > 0
      ? [
          "Replies are shown when settings.yaml says `comments: { stories: closed }`; with `open` stories take more of them.",
        ]
      : []),
    ...(tally.uploads > 0
      ? [`The export knows of ${counted(tally.uploads, "upload")}; those that no text shows were not copied.`]
      : []),
  ];
}

/** What a run has found there already. */
export function againLines({ unchanged, updated, edited }: Tally): string[] {
  return [
    ...(unchanged > 0 ? [`${counted(unchanged, "file")} stood there as they are.`] : []),
    ...(updated > 0 ? [`${counted(updated, "file")} were brought up to date.`] : []),
    ...(edited > 0 ? [`${counted(edited, "file")} that somebody has edited or taken out were left alone.`] : []),
  ];
}

const shown = (count: number): string => count.toLocaleString("en");
const counted = (count: number, one: string, several = `${one}s`): string =>
  `${shown(count)} ${count === 1 ? one : several}`;
const listOf = (parts: readonly (readonly [count: number, one: string, several?: string])[]): string =>
  parts
    .filter(([count]) => count > 0)
    .map((part) => counted(...part))
    .join(", ");
