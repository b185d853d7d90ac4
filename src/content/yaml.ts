import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLError } from "yaml";
import type { Spot } from "../problems.ts";
import type { Report } from "./report.ts";
import { problemAt, type Source, spotAt } from "./source.ts";

export type YamlPath = readonly (string | number)[];

/**
 * YAML read as data: mappings, lists and texts as they were written. `1.10` stays "1.10"; only an unquoted `true` or
 * `false` is a boolean, so that a switch cannot be thrown by a quoted word.
 */
export interface YamlTree {
  readonly value: unknown;
  has(path: YamlPath): boolean;
  /** The value at the path, or the nearest thing above it that is there. */
  spotOf(path: YamlPath): Spot;
  /** The key at the path's end, or the nearest thing above it that is there. */
  keySpotOf(path: YamlPath): Spot;
  /** Values behind which, on the same line, a comment stands that may have been meant as text. */
  readonly cuts: readonly { readonly path: YamlPath; readonly spot: Spot }[];
}

/** What a writer should do about the mistakes that YAML's own messages explain badly. */
const REMEDIES: Record<string, { what: string; fix: string }> = {
  DUPLICATE_KEY: { what: "This field is here twice.", fix: "Keep one of them." },
  BLOCK_AS_IMPLICIT_KEY: {
    what: "A colon followed by a space starts a new field here.",
    fix: 'Put the whole value in quotes: title: "Bridge opens: first cars cross".',
  },
  TAB_AS_INDENT: { what: "A tab cannot indent YAML.", fix: "Use spaces." },
  BAD_SCALAR_START: { what: "A value cannot start with this character.", fix: "Put the value in quotes." },
  MISSING_CHAR: { what: "Something is missing here.", fix: "Close the quote or bracket, or put the value in quotes." },
};

const MAX_DEPTH = 8;

/** Reads the YAML between two offsets of a source. Undefined when it cannot be read; each reason is reported. */
export function readYaml(source: Source, start: number, end: number, report: Report): YamlTree | undefined {
  const yaml = source.text.slice(start, end);
  const flow = deepFlow(yaml);
  if (flow !== undefined) {
    report(problemAt(source, start + flow, 1, "Brackets are nested too deep here.", "Flatten the list."));
    return undefined;
  }
  const document = parseDocument(yaml, { schema: "failsafe", prettyErrors: false, uniqueKeys: true });
  const faults = [...document.errors, ...document.warnings];
  for (const fault of faults) report(syntaxProblem(source, start, fault));
  if (faults.length > 0) return undefined;
  const reader = new TreeReader(source, start, report);
  const value = reader.read(document);
  return reader.sound ? reader.tree(value) : undefined;
}

/** Where brackets nest deeper than any front matter needs; the parser below is recursive. */
function deepFlow(yaml: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < yaml.length; at++) {
    const character = yaml[at];
    if (character === "\n") depth = Math.max(0, depth - 1);
    if (character === "[" || character === "{") depth++;
    if (character === "]" || character === "}") depth--;
    if (depth > 60) return at;
  }
  return undefined;
}

function syntaxProblem(
  source: Source,
  start: number,
  fault: YAMLError | { code: string; pos: [number, number]; message: string },
) {
  const [from, to] = fault.pos;
  const { what, fix } = REMEDIES[fault.code] ?? {
    what: `This is not YAML that can be read (${fault.message.split("\n")[0]}).`,
    fix: "Put the value in quotes, or see the front-matter examples in the README.",
  };
  return problemAt(source, start + from, to - from, what, fix);
}

interface Ranges {
  readonly key?: readonly [number, number] | undefined;
  readonly value: readonly [number, number];
}

/** Turns the parser's nodes into values, remembering where each stood. */
class TreeReader {
  sound = true;
  readonly #source: Source;
  readonly #start: number;
  readonly #report: Report;
  readonly #ranges = new Map<string, Ranges>();
  readonly #cuts: { path: YamlPath; spot: Spot }[] = [];

  constructor(source: Source, start: number, report: Report) {
    this.#source = source;
    this.#start = start;
    this.#report = report;
  }

  read(document: Document): unknown {
    if (document.contents === null) return {};
    return this.#value(document.contents as Node, [], undefined);
  }

  tree(value: unknown): YamlTree {
    const nearest = (path: YamlPath): Ranges => {
      for (let length = path.length; length >= 0; length--) {
        const ranges = this.#ranges.get(JSON.stringify(path.slice(0, length)));
        if (ranges) return ranges;
      }
      return { value: [0, 1] };
    };
    return {
      value,
      has: (path) => this.#ranges.has(JSON.stringify(path)),
      spotOf: (path) => this.#spot(nearest(path).value),
      keySpotOf: (path) => this.#spot(nearest(path).key ?? nearest(path).value),
      cuts: this.#cuts,
    };
  }

  #spot([from, to]: readonly [number, number]): Spot {
    return spotAt(this.#source, this.#start + from, to - from);
  }

  #refuse(node: Node, what: string, fix: string): undefined {
    const [from, to] = rangeOf(node);
    this.#report(problemAt(this.#source, this.#start + from, to - from, what, fix));
    this.sound = false;
    return undefined;
  }

  #value(node: Node, path: YamlPath, key: readonly [number, number] | undefined): unknown {
    this.#ranges.set(JSON.stringify(path), { key, value: rangeOf(node) });
    if (isAlias(node)) return this.#refuse(node, "This is a YAML alias.", "Write the value out, or quote the *.");
    if ("anchor" in node && node.anchor) {
      return this.#refuse(node, "This is a YAML anchor.", "Write the value without it, or quote the &.");
    }
    if (node.tag?.startsWith("!") || (node.tag && !CORE_TAGS.has(node.tag))) {
      return this.#refuse(node, `This is a YAML tag (${node.tag}).`, "Write the value without it, or quote the !.");
    }
    if (path.length > MAX_DEPTH) return this.#refuse(node, "This is nested too deep.", "Flatten it.");
    if (isScalar(node)) return this.#scalar(node, path);
    if (isSeq(node)) return node.items.map((item, index) => this.#value(item as Node, [...path, index], undefined));
    if (isMap(node)) return this.#mapping(node.items as { key: Node; value: Node | null }[], path);
    throw new Error(`YAML node of an unknown kind in ${this.#source.path}`);
  }

  #scalar(node: Node & { value: unknown; type?: string }, path: YamlPath): unknown {
    const text = String(node.value ?? "");
    if (node.type !== "PLAIN") return text;
    const end = this.#start + rangeOf(node)[1];
    const comment = /^[ \t]+#[^\n]*/.exec(this.#source.text.slice(end));
    if (comment) {
      const gap = comment[0].length - comment[0].trimStart().length;
      this.#cuts.push({ path, spot: spotAt(this.#source, end + gap, comment[0].length - gap) });
    }
    return text === "true" ? true : text === "false" ? false : text;
  }

  #mapping(pairs: readonly { key: Node; value: Node | null }[], path: YamlPath): unknown {
    const entries: [string, unknown][] = [];
    for (const { key, value } of pairs) {
      if (!isScalar(key)) {
        this.#refuse(key, "A field's name must be a word.", "Put the value in quotes.");
        continue;
      }
      const name = String(key.value);
      const keyRange = rangeOf(key);
      if (value === null) {
        this.#ranges.set(JSON.stringify([...path, name]), { key: keyRange, value: keyRange });
        entries.push([name, ""]);
      } else entries.push([name, this.#value(value, [...path, name], keyRange)]);
    }
    return Object.fromEntries(entries);
  }
}

const CORE_TAGS = new Set(["tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str"]);

function rangeOf(node: Node): [number, number] {
  const [from, to] = node.range ?? [0, 1];
  return [from, Math.max(to, from + 1)];
}
