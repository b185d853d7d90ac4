import { Composer, type CST, type Document, Parser, type YAMLError, type YAMLWarning } from "yaml";
import type { Problem } from "../problems.ts";
import type { Report } from "./report.ts";
import { problemAt, type Source } from "./source.ts";

/** What a writer should do about the mistakes that YAML's own messages explain badly. */
const REMEDIES: Partial<Record<string, { what: string; fix: string }>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    what: "A colon followed by a space starts a new field here.",
    fix: 'Put the whole value in quotes: title: "Bridge opens: first cars cross".',
  },
  BAD_INDENT: {
    what: "This line is not indented as YAML wants it, or a bracket above is not closed.",
    fix: "Indent it like the lines of its list, or close the bracket.",
  },
  BAD_SCALAR_START: { what: "A value cannot start with this character.", fix: "Put the value in quotes." },
  MISSING_CHAR: {
    what: "Something is missing here: a colon, a closing quote or a closing bracket.",
    fix: "Add it, or put the value in quotes.",
  },
  MULTIPLE_DOCS: { what: "A line of --- or ... ends the YAML here.", fix: "Take the line out." },
  TAB_AS_INDENT: { what: "A tab cannot indent YAML.", fix: "Use spaces." },
  TAG_RESOLVE_FAILED: { what: "This is a YAML tag.", fix: "Write the value without it, or quote the !." },
  UNEXPECTED_TOKEN: { what: "This cannot stand here.", fix: "Delete it, or put the whole value in quotes." },
};

const MAX_DEPTH = 8;

/**
 * The one YAML document between two offsets of a source. Undefined when it cannot be read; each reason is reported.
 * Every scalar is a text (the failsafe schema of YAML 1.2, section 10.1).
 */
export function parseYaml(source: Source, start: number, end: number, report: Report): Document | undefined {
  const refuse = (from: number, to: number, what: string, fix: string): undefined => {
    report(problemAt(source, start + from, to - from, what, fix));
    return undefined;
  };
  const yaml = source.text.slice(start, end);
  const steep = tooDeepForParser(yaml);
  const tokens = steep === undefined ? [...new Parser().parse(yaml)] : [];
  const deep = steep ?? tokens.map(tooDeep).find((offset) => offset !== undefined);
  if (deep !== undefined) return refuse(deep, deep + 1, "This is nested too deep.", "Flatten it.");
  const directive = tokens.find(({ type }) => type === "directive");
  if (directive) {
    return refuse(directive.offset, directive.offset + 1, "A YAML directive cannot stand here.", "Delete the line.");
  }
  // The library's own look for duplicate keys compares each with all before it; `yaml.ts` has a set.
  const options = { schema: "failsafe", prettyErrors: false, uniqueKeys: false } as const;
  const [document, another] = new Composer(options).compose(tokens, true, yaml.length);
  if (!document) throw new Error("YAML's composer promised a document and gave none");
  const faults = [...document.errors, ...document.warnings];
  for (const fault of firstOfEachLine(faults, source, start)) report(fault);
  if (faults.length > 0) return undefined;
  if (another) {
    const { what, fix } = explain("MULTIPLE_DOCS", "");
    const [, second] = tokens.filter(({ type }) => type === "document");
    const from = (tokens.find(({ type }) => type === "doc-end") ?? second)?.offset ?? another.range[0];
    return refuse(from, from + 3, what, fix);
  }
  return document;
}

/** One mistake often makes several errors on its line, of which the first is the one that says something. */
function firstOfEachLine(faults: readonly (YAMLError | YAMLWarning)[], source: Source, start: number): Problem[] {
  const byLine = new Map<number | undefined, Problem>();
  for (const { code, message, pos } of faults) {
    const { what, fix } = explain(code, message);
    const problem = problemAt(source, start + pos[0], pos[1] - pos[0], what, fix);
    if (!byLine.has(problem.at?.line)) byLine.set(problem.at?.line, problem);
  }
  return [...byLine.values()];
}

function explain(code: string, message: string): { what: string; fix: string } {
  const fix = "Put the value in quotes, or see the front-matter examples in the README.";
  return REMEDIES[code] ?? { what: `This is not YAML that can be read (${message.split("\n")[0]}).`, fix };
}

/** Deeper than any front matter goes, and well within what the parser can take: it calls itself once a level. */
const MAX_STEPS = 200;

/** Where brackets, or the spaces and hyphens before a line's first word, go too deep for the parser. */
function tooDeepForParser(yaml: string): number | undefined {
  let depth = 0;
  for (const { 0: mark, index } of yaml.matchAll(/[[\]{}]/g)) {
    if (mark === "[" || mark === "{") depth++;
    if (mark === "]" || mark === "}") depth = Math.max(0, depth - 1);
    if (depth > MAX_STEPS) return index;
  }
  for (const {
    0: { length },
    index,
  } of yaml.matchAll(/^[ ?:-]+/gm))
    if (length > MAX_STEPS) return index + MAX_STEPS;
  return undefined;
}

/** Where collections nest deeper than front matter needs: what reads them next calls itself once a level. */
function tooDeep(document: CST.Token): number | undefined {
  const open: { token: CST.Token | null | undefined; depth: number }[] = [{ token: document, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (!token) continue;
    if (depth > MAX_DEPTH) return token.offset;
    if (token.type === "document") open.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    for (const { key, value } of token.items)
      open.push({ token: key, depth: depth + 1 }, { token: value, depth: depth + 1 });
  }
  return undefined;
}
