/** A place in a file: line and column count from 1, in UTF-16 units as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** How many characters the caret underlines; at least 1. */
  readonly length: number;
}

/** The place of a spot, without the line, which can be read again when it is wanted. */
export const placeOf = ({ line, column, length }: Spot): Place => ({ line, column, length });

/** Where in a file a problem stands. */
export interface Spot extends Place {
  /** The writer's own line, as it stands in the file. */
  readonly excerpt: string;
}

/** Something that a person wrote and can mend: where it is, what is wrong, and what to do. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** The path as the person would type it, from the folder where the command runs. */
  readonly file: string;
  /** Absent when the whole file is the problem (a symbolic link, a file of an unknown kind). */
  readonly at?: Spot | undefined;
  readonly what: string;
  readonly fix: string;
  /** Names what a warning on style goes by, so that a newsroom that writes otherwise can switch it off. */
  readonly rule?: string | undefined;
}

export type ProblemFormat = "text" | "json" | "github";

/** A problem's sort key, so that the same content always prints the same list. */
function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
}

/** Errors before warnings, and each of them by file and line: as somebody would mend them. */
export const inOrderOfMending = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning") || byPlace(a, b));

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/**
 * Every problem of a run, sorted by file and line, in the format asked for.
 *
 * `text` is for people, `json` for programs (an array of `Problem`), `github` for annotations on a pull request
 * (docs.github.com, "Workflow commands": `%`, CR, LF and, in properties, `:` and `,` are percent-encoded).
 */
export function printProblems(problems: readonly Problem[], filesRead: number, format: ProblemFormat): string {
  const sorted = [...problems].sort(byPlace);
  switch (format) {
    case "json":
      return `${JSON.stringify(sorted, null, 2)}\n`;
    case "github":
      return sorted.map((problem) => `${githubAnnotation(problem)}\n`).join("");
    case "text":
      return [...sorted.map(printProblem), summary(sorted, filesRead), ""].join("\n");
  }
}

function summary(problems: readonly Problem[], filesRead: number): string {
  const noun = (count: number, word: string) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
  if (problems.length === 0) return `No problems in ${noun(filesRead, "file")}.`;
  const outcome = hasErrors(problems) ? "Nothing was published." : "Warnings only: nothing stops the build.";
  return `${noun(problems.length, "problem")} in ${noun(filesRead, "file")}. ${outcome}`;
}

/** One problem, as `text` has it. */
export function printProblem({ severity, file, at, what, fix }: Problem): string {
  const place = at ? `${file}:${at.line}:${at.column}` : file;
  const message = severity === "warning" ? `Warning: ${what} ${fix}` : `${what} ${fix}`;
  return [visible(place), `  ${visible(message)}`, ...(at ? caretLines(at) : [])].join("\n");
}

const EXCERPT_WIDTH = 100;

/** A line in three pieces, fit to be shown. */
export interface CutLine {
  readonly before: string;
  /** What is wrong in it; empty where something is missing at its end. */
  readonly fault: string;
  readonly after: string;
}

/** The writer's own line; a long one is cut around its fault. */
export function cutLine({ column, length, excerpt }: Omit<Spot, "line">): CutLine {
  const place = column - 1;
  const start = place > EXCERPT_WIDTH - 20 ? place - 20 : 0;
  const shown = excerpt.slice(start, start + EXCERPT_WIDTH);
  const [from, to] = [place - start, place - start + length];
  return {
    before: (start > 0 ? "…" : "") + visible(shown.slice(0, from)),
    fault: visible(shown.slice(from, to)),
    after: visible(shown.slice(to)) + (start + EXCERPT_WIDTH < excerpt.length ? "…" : ""),
  };
}

/** The writer's line with a caret under the fault. */
function caretLines(spot: Spot): string[] {
  const { before, fault, after } = cutLine(spot);
  const gutter = String(spot.line).padStart(5);
  const carets = "^".repeat(Math.max(1, displayWidth(fault)));
  return [`${gutter} │ ${before}${fault}${after}`, `${" ".repeat(5)} │ ${" ".repeat(displayWidth(before))}${carets}`];
}

const WIDE =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;

/** Terminal columns that a text takes: East Asian characters two (Unicode TR 11), accents and joiners none. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\p{M}\p{Cf}]/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/**
 * A stranger's file must not move the cursor, colour the terminal or turn the line around (Unicode TR 9, explicit
 * directional formatting): what would is shown as a picture.
 */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) =>
    character === "\t" ? " " : character < " " ? String.fromCharCode(0x2400 + character.charCodeAt(0)) : "\u2421",
  );
}

function githubAnnotation({ severity, file, at, what, fix }: Problem): string {
  const data = (text: string) => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
  const property = (text: string) => data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
  const place = at ? `,line=${at.line},col=${at.column},endColumn=${at.column + at.length}` : "";
  return `::${severity} file=${property(file)}${place}::${data(`${what} ${fix}`)}`;
}
