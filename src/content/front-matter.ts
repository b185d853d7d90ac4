import matter from "gray-matter";
import type { Report } from "./report.ts";
import { problemAt, type Source } from "./source.ts";
import { readYaml, type YamlTree } from "./yaml.ts";

/** A Markdown file cut in two. */
export interface CutFile {
  /** Undefined when it could not be read; the reasons are reported. */
  readonly frontMatter: YamlTree | undefined;
  readonly body: string;
  /** Lines before the body's first. */
  readonly linesBefore: number;
}

/** Characters. A story with a hundred sources has a tenth of it. */
const MAX_FRONT_MATTER = 100_000;

const FIX_FRAME = "The first line is three hyphens (---), then the fields, then three hyphens again.";

/** Cuts a file into front matter, which must be YAML and nothing else, and body. */
export function cutFile(source: Source, report: Report): CutFile | undefined {
  const { text } = source;
  const refuse = (offset: number, length: number, what: string, fix: string): undefined => {
    report(problemAt(source, offset, length, what, fix));
    return undefined;
  };
  const firstLine = text.split("\n", 1)[0] ?? "";
  if (!firstLine.startsWith("---"))
    return refuse(0, firstLine.length, "There is no front matter on line 1.", FIX_FRAME);
  if (firstLine.trimEnd() !== "---") {
    // gray-matter would take the word for an engine, and two of its engines run code.
    return refuse(3, firstLine.length - 3, "Front matter is YAML and nothing else.", "Leave only --- on line 1.");
  }
  const start = firstLine.length;
  const end = text.indexOf("\n---", start);
  if (end === -1) return refuse(0, 3, "The front matter is never closed.", FIX_FRAME);
  if (end - start > MAX_FRONT_MATTER) {
    const what = `This front matter has more than ${MAX_FRONT_MATTER.toLocaleString("en")} characters.`;
    return refuse(0, 3, what, "The text of a story stands below the front matter.");
  }
  // gray-matter looks for comments with a pattern that takes a long run of blank lines apart in every way there is.
  const blank = text.slice(start, end).search(/\s{1000}/);
  if (blank !== -1) return refuse(start + blank, 1, "Here is a very long gap in the front matter.", "Delete it.");
  const closingLine = text.slice(end + 1).split("\n", 1)[0] ?? "";
  if (closingLine.trimEnd() !== "---") {
    return refuse(end + 1, closingLine.length, "Front matter is closed by a line of just three hyphens.", FIX_FRAME);
  }
  const body = bodyOf(text, end + 1 + closingLine.length);
  const linesBefore = text.slice(0, text.length - body.length).split("\n").length - 1;
  return { frontMatter: readYaml(source, start, end, report), body, linesBefore };
}

/**
 * gray-matter cuts the frame, which ends at `end`, off; the YAML itself is read with positions elsewhere, and none of its
 * engines may run. It looks up what it is given in a table, which takes long with a whole story.
 */
function bodyOf(text: string, end: number): string {
  const head = text.slice(0, end + FIRST_OF_BODY);
  return cutOff(head) + text.slice(head.length);
}

const FIRST_OF_BODY = 10;

function cutOff(text: string): string {
  const refuseCode = () => {
    throw new Error("A code engine was asked for, which line 1 should have refused");
  };
  return matter(text, {
    language: "yaml",
    engines: {
      yaml: { parse: () => ({}), stringify: refuseCode },
      javascript: { parse: refuseCode, stringify: refuseCode },
      js: { parse: refuseCode, stringify: refuseCode },
    },
  }).content;
}
