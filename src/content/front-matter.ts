import matter from "gray-matter";
import type { Report } from "./report.ts";
import { problemAt, type Source } from "./source.ts";
import { readYaml, type YamlTree } from "./yaml.ts";

/** A Markdown file cut in two. */
export interface CutFile {
  readonly frontMatter: YamlTree;
  readonly body: string;
  /** Lines before the body's first. */
  readonly linesBefore: number;
}

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
  const { yaml, content } = cut(text);
  const start = firstLine.length;
  const end = start + yaml.length;
  if (end === text.length) return refuse(0, 3, "The front matter is never closed.", FIX_FRAME);
  const closingLine = text.slice(end + 1).split("\n", 1)[0] ?? "";
  if (closingLine.trimEnd() !== "---") {
    return refuse(end + 1, closingLine.length, "Front matter is closed by a line of just three hyphens.", FIX_FRAME);
  }
  const frontMatter = readYaml(source, start, end, report);
  if (!frontMatter) return undefined;
  const bodyStart = text.length - content.length;
  return { frontMatter, body: content, linesBefore: text.slice(0, bodyStart).split("\n").length - 1 };
}

/** gray-matter finds the frame; the YAML itself is read with positions elsewhere, and no engine of its own may run. */
function cut(text: string): { yaml: string; content: string } {
  let yaml = "";
  const refuseCode = () => {
    throw new Error("A code engine was asked for, which line 1 should have refused");
  };
  const file = matter(text, {
    language: "yaml",
    engines: {
      yaml: { parse: () => ({}), stringify: refuseCode },
      javascript: { parse: refuseCode, stringify: refuseCode },
      js: { parse: refuseCode, stringify: refuseCode },
    },
  });
  yaml = file.matter;
  return { yaml, content: file.content };
}
