import { isUtf8 } from "node:buffer";
import type { Problem, Spot } from "../problems.ts";
import type { Report } from "./report.ts";

/** A text file of `content/`: decoded, line ends made `\n`, and able to say where an offset stands. */
export interface Source {
  /** Below `content/`. */
  readonly path: string;
  /** As the person would type it, for problems. */
  readonly shownAs: string;
  readonly text: string;
  /** The offset at which each line starts. */
  readonly lineStarts: readonly number[];
}

// Text cannot hold these in XML 1.0 (section 2.2) nor sensibly in HTML; U+0085 and its like are controls too.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;

/** What a reader sees something of: all but spaces, marks and what is only there to join or to part others. */
export const VISIBLE = /[[\p{L}\p{N}\p{P}\p{S}]--\p{Default_Ignorable_Code_Point}]/v;

/**
 * What turns the direction of the text behind it (Unicode TR 9, 2.1 and 2.2), by which a text can be made to look like
 * another. HTML has the isolates for what needs it (W3C, "How to use Unicode controls for bidi text").
 */
export const OVERRIDE = /[\u202a-\u202e]/;

/** Whether a line begins an isolate (TR 9, 2.4) and does not end it, so that it would reach what is put beside it. */
export function leavesDirectionOpen(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(/[\u2066-\u2069]/g)) open = mark === "\u2069" ? Math.max(0, open - 1) : open + 1;
  return open > 0;
}

const UNWANTED: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["control character", CONTROL],
  ["character that turns the direction of text", OVERRIDE],
];

const UTF8 = new TextDecoder("utf-8");

/**
 * Decodes a file as UTF-8. A byte order mark is dropped; bytes that are not UTF-8 and control characters are
 * problems at their line and column.
 */
export function decode(path: string, shownAs: string, bytes: Uint8Array, report: Report): Source | undefined {
  const decoded = UTF8.decode(bytes);
  const text = decoded.includes("\r") ? decoded.replace(/\r\n?/g, "\n") : decoded;
  const source = sourceOf(path, shownAs, text);
  const encoding = utf16(bytes);
  if (encoding) {
    report({ severity: "error", file: shownAs, what: `This file is ${encoding}.`, fix: "Save it as UTF-8." });
    return undefined;
  }
  if (!isUtf8(bytes)) {
    const lines = decoded.slice(0, firstLostByte(decoded, bytes)).replace(/\r\n?/g, "\n");
    report(problemAt(source, lines.length, 1, "This file is not UTF-8.", "Save it as UTF-8 in your editor."));
    return undefined;
  }
  for (const [what, pattern] of UNWANTED) {
    const at = text.search(pattern);
    if (at === -1) continue;
    const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
    report(problemAt(source, at, 1, `Here is a ${what} (U+${code}).`, "Delete it."));
    return undefined;
  }
  return source;
}

/** Where lines start is asked of few sources: of those in which something is wrong. */
function sourceOf(path: string, shownAs: string, text: string): Source {
  let lineStarts: readonly number[] | undefined;
  return {
    path,
    shownAs,
    text,
    get lineStarts() {
      lineStarts ??= lineStartsOf(text);
      return lineStarts;
    },
  };
}

/** UTF-16 is told by its byte order mark, or by the zero beside an ASCII character, with which our files start. */
function utf16([first, second]: Uint8Array): string | undefined {
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return marked || first === 0 || second === 0 ? "UTF-16" : undefined;
}

/** Where in the decoded text the first byte stands that is not UTF-8. A U+FFFD that the writer wrote is not one. */
function firstLostByte(decoded: string, bytes: Uint8Array): number {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = decoded.indexOf("\ufffd");
  for (let offset = start, from = 0; at !== -1; from = at, at = decoded.indexOf("\ufffd", at + 1)) {
    offset += Buffer.byteLength(decoded.slice(from, at));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return at;
  }
  throw new Error("A file that is not UTF-8 was decoded without a loss");
}

/** The offset at which each line of a text starts. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The line (from 0) on which an offset stands. */
export function lineAt(lineStarts: readonly number[], offset: number): number {
  let [first, end] = [0, lineStarts.length];
  while (end - first > 1) {
    const middle = (first + end) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) first = middle;
    else end = middle;
  }
  return first;
}

/** Where an offset of the text stands, with its line. `length` is cut at the line's end. */
export function spotAt({ text, lineStarts }: Source, offset: number, length = 1): Spot {
  const line = lineAt(lineStarts, offset);
  const start = lineStarts[line] ?? 0;
  const next = lineStarts[line + 1];
  const excerpt = text.slice(start, next === undefined ? text.length : next - 1);
  const column = Math.min(offset - start, excerpt.length) + 1;
  return { line: line + 1, column, length: Math.max(1, Math.min(length, excerpt.length - column + 1)), excerpt };
}

export function problemAt(source: Source, offset: number, length: number, what: string, fix: string): Problem {
  return { severity: "error", file: source.shownAs, at: spotAt(source, offset, length), what, fix };
}
