import type { Problem, Spot } from "../problems.ts";
import type { Report } from "./report.ts";

/** A text file of `content/`: decoded, line ends made `\n`, and able to say where an offset stands. */
export interface Source {
  /** Below `content/`. */
  readonly path: string;
  /** As the person would type it, for problems. */
  readonly shownAs: string;
  readonly text: string;
}

// Text cannot hold these in XML 1.0 (section 2.2) nor sensibly in HTML; U+0085 and its like are controls too.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;

/**
 * Decodes a file as UTF-8. A byte order mark is dropped; bytes that are not UTF-8 and control characters are
 * problems at their line and column.
 */
export function decode(path: string, shownAs: string, bytes: Uint8Array, report: Report): Source | undefined {
  const text = new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
  const source = { path, shownAs, text };
  const fault = !isUtf8(bytes) ? text.indexOf("\ufffd") : text.search(CONTROL);
  if (fault === -1) return source;
  if (!isUtf8(bytes)) {
    report(problemAt(source, fault, 1, "This file is not UTF-8.", "Save it as UTF-8 in your editor."));
  } else {
    const code = text.charCodeAt(fault).toString(16).toUpperCase().padStart(4, "0");
    report(problemAt(source, fault, 1, `Here is a control character (U+${code}).`, "Delete it."));
  }
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    // Node's documented answer to bytes that are not UTF-8 (WHATWG Encoding, "fatal").
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Where an offset of the text stands, with its line. `length` is cut at the line's end. */
export function spotAt({ text }: Source, offset: number, length = 1): Spot {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = text.indexOf("\n", offset);
  const excerpt = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
  const column = offset - lineStart + 1;
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < lineStart; at = text.indexOf("\n", at + 1)) line++;
  return { line, column, length: Math.max(1, Math.min(length, excerpt.length - column + 1)), excerpt };
}

export function problemAt(source: Source, offset: number, length: number, what: string, fix: string): Problem {
  return { severity: "error", file: source.shownAs, at: spotAt(source, offset, length), what, fix };
}
