import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import type { Spot } from "../problems.ts";
import { type PlainYaml, readPlainYaml } from "./plain-yaml.ts";
import { type Report, reportOnFile } from "./report.ts";
import { problemAt, type Source, spotAt } from "./source.ts";
import { parseYaml } from "./yaml-syntax.ts";

export type YamlPath = readonly (string | number)[];

/**
 * YAML read as data: mappings, lists and texts as they were written. `1.10` stays "1.10"; only an unquoted `true` or
 * `false` is a boolean, so that a switch cannot be thrown by a quoted word.
 */
export interface YamlTree {
  readonly value: unknown;
  /** Whether nothing is written, or nothing but comments; `value` is then a mapping without fields. */
  readonly isEmpty: boolean;
  has(path: YamlPath): boolean;
  /** The value at the path, or the nearest thing above it that is there. */
  spotOf(path: YamlPath): Spot;
  /** The key at the path's end, or the nearest thing above it that is there. */
  keySpotOf(path: YamlPath): Spot;
  /** Values behind which, on the same line, a comment stands that may have been meant as text. */
  readonly cuts: readonly { readonly path: YamlPath; readonly spot: Spot }[];
}

/** Reads the YAML between two offsets of a source. Undefined when it cannot be read; each reason is reported. */
export function readYaml(source: Source, start: number, end: number, report: Report): YamlTree | undefined {
  const plain = readPlainYaml(source.text.slice(start, end));
  return plain ? plainTree(plain, source, start, end) : readWholeYaml(source, start, end, report);
}

/** Where things stand is asked only when something is wrong with them: then the library reads it after all. */
function plainTree(value: PlainYaml, source: Source, start: number, end: number): YamlTree {
  let whole: YamlTree | undefined;
  const read = (): YamlTree => {
    whole ??= readWholeYaml(source, start, end, () => {});
    if (!whole) throw new Error(`The plain front matter of ${source.path} is no YAML to the library`);
    return whole;
  };
  return {
    value,
    isEmpty: false,
    has: (path) => read().has(path),
    spotOf: (path) => read().spotOf(path),
    keySpotOf: (path) => read().keySpotOf(path),
    cuts: [],
  };
}

/** Reads YAML of any kind, with the library. */
export function readWholeYaml(source: Source, start: number, end: number, report: Report): YamlTree | undefined {
  const told = reportOnFile(source.shownAs, report);
  const document = parseYaml(source, start, end, told.report);
  return document && new TreeReader(source, start, told.report).read(document);
}

interface Ranges {
  readonly key?: readonly [number, number] | undefined;
  readonly value: readonly [number, number];
}

/** Turns the parser's nodes into values, remembering where each stood. */
class TreeReader {
  #sound = true;
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

  read({ contents }: Document): YamlTree | undefined {
    // The composer's nodes are typed for documents that people build by hand; those of a parse are `Node`s.
    const value = contents === null ? {} : this.#value(contents as Node, [], undefined);
    if (!this.#sound) return undefined;
    return {
      value,
      isEmpty: contents === null || (isScalar(contents) && contents.source === ""),
      has: (path) => this.#ranges.has(JSON.stringify(path)),
      spotOf: (path) => this.#spot(this.#nearest(path).value),
      keySpotOf: (path) => this.#spot(this.#nearest(path).key ?? this.#nearest(path).value),
      cuts: this.#cuts,
    };
  }

  #nearest(path: YamlPath): Ranges {
    for (let length = path.length; length >= 0; length--) {
      const ranges = this.#ranges.get(JSON.stringify(path.slice(0, length)));
      if (ranges) return ranges;
    }
    return { value: [0, 1] };
  }

  #spot([from, to]: readonly [number, number]): Spot {
    return spotAt(this.#source, this.#start + from, to - from);
  }

  #refuse([from, to]: readonly [number, number], what: string, fix: string): undefined {
    this.#report(problemAt(this.#source, this.#start + from, to - from, what, fix));
    this.#sound = false;
    return undefined;
  }

  #value(node: Node, path: YamlPath, key: Ranges["key"]): unknown {
    const range = rangeOf(node);
    this.#ranges.set(JSON.stringify(path), { key, value: range });
    if (isAlias(node)) return this.#refuse(range, "This is a YAML alias.", "Write the value out, or quote the *.");
    if ("anchor" in node && node.anchor) {
      return this.#refuse(range, "This is a YAML anchor.", "Write the value without it, or quote the &.");
    }
    if (node.tag && !IMPLIED_TAGS.has(node.tag)) {
      return this.#refuse(range, "This is a YAML tag.", "Write the value without it, or quote the !.");
    }
    if (isScalar(node)) return this.#scalar(node, path);
    if (isSeq<Node>(node)) return node.items.map((item, index) => this.#value(item, [...path, index], undefined));
    if (isMap<Node, Node | null>(node)) return this.#mapping(node.items, path);
    throw new Error(`YAML node of an unknown kind in ${this.#source.path}`);
  }

  #scalar(node: Node & { value: unknown; type?: string }, path: YamlPath): unknown {
    const text = String(node.value ?? "");
    if (node.type !== "PLAIN") return text;
    const end = this.#start + (node.range?.[1] ?? 0);
    const gap = /[ \t]*(?=#)/y;
    gap.lastIndex = end;
    if (gap.test(this.#source.text)) {
      const comment = gap.lastIndex;
      this.#cuts.push({ path, spot: spotAt(this.#source, comment, Number.POSITIVE_INFINITY) });
    }
    return text === "true" ? true : text === "false" ? false : text;
  }

  #mapping(pairs: readonly { key: Node; value: Node | null }[], path: YamlPath): unknown {
    const entries = new Map<string, unknown>();
    for (const { key, value } of pairs) {
      const keyRange = rangeOf(key);
      if (!isScalar(key) || key.anchor || (key.tag && !IMPLIED_TAGS.has(key.tag))) {
        this.#refuse(keyRange, "A field's name must be a word.", "Put the value in quotes.");
        continue;
      }
      const name = String(key.value ?? "");
      if (entries.has(name)) this.#refuse(keyRange, `The field "${name}" is here twice.`, "Keep one of them.");
      if (value === null) this.#ranges.set(JSON.stringify([...path, name]), { key: keyRange, value: keyRange });
      entries.set(name, value === null ? "" : this.#value(value, [...path, name], keyRange));
    }
    return Object.fromEntries(entries);
  }
}

/** Tags that say of a value what it is anyway. */
const IMPLIED_TAGS = new Set(["tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str"]);

function rangeOf(node: Node): [number, number] {
  const [from, to] = node.range ?? [0, 1];
  return [from, Math.max(to, from + 1)];
}
