import { parse as parseToml, TomlError } from "smol-toml";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";

/** A field of a file's front matter. */
export interface Field {
  readonly key: string;
  /** Texts, numbers, booleans, null, lists, and mappings as maps; dates are the texts that stand there. */
  readonly value: unknown;
  /** Of the file, from 1. */
  readonly line: number;
  /** As the person would type it, where it is not the text's own. */
  readonly file?: string;
}

export interface CutText {
  readonly fields: readonly Field[];
  readonly body: string;
  /** The line on which the body begins. */
  readonly bodyLine: number;
  /** Whether there is front matter at all. */
  readonly isFramed: boolean;
}

export interface BadFrontMatter {
  /** A sentence's end: why it cannot be read. */
  readonly why: string;
  readonly line: number;
}

/** Code that would have to be run is not read (`---js`), nor is a language that nobody expects there. */
const FENCE = /^(---|\+\+\+|;;;)([^\n]*)\n/;
const LANGUAGES: Readonly<Record<string, "yaml" | "toml" | "json">> = {
  "---": "yaml",
  "---yaml": "yaml",
  "---yml": "yaml",
  "+++": "toml",
  "---toml": "toml",
  ";;;": "json",
  "---json": "json",
};

/** Cuts a text into its front matter, in whichever of the usual languages, and the rest. Nothing in it is run. */
export function cutText(text: string): CutText | BadFrontMatter {
  if (/^\{\s*"/.test(text)) return cutBareJson(text);
  const [opening, mark = "", word = ""] = FENCE.exec(text) ?? [];
  if (opening === undefined) return { fields: [], body: text, bodyLine: 1, isFramed: false };
  const language = LANGUAGES[mark + word.trim().toLowerCase()];
  if (!language) {
    // A line of hyphens and nothing that closes it begins a text, not front matter.
    const why = `its front matter is "${word.trim()}", which is never run`;
    return /^\s*[-=]/.test(word) ? { fields: [], body: text, bodyLine: 1, isFramed: false } : { why, line: 1 };
  }
  const end = new RegExp(`^${mark.replaceAll("+", "\\+")}[ \\t]*$`, "m").exec(text.slice(opening.length));
  if (!end) return { why: "its front matter is never closed", line: 1 };
  const inner = text.slice(opening.length, opening.length + end.index);
  const bodyStart = opening.length + end.index + end[0].length;
  return read(language, inner, 2, text.slice(bodyStart).replace(/^\n/, ""), lineAt(text, bodyStart) + 1);
}

function cutBareJson(text: string): CutText | BadFrontMatter {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token === "{") depth++;
    else if (token === "}" && --depth === 0) {
      const end = index + 1;
      return read("json", text.slice(0, end), 1, text.slice(end).replace(/^[ \t]*\n/, ""), lineAt(text, end) + 1);
    }
  }
  return { why: "its front matter is never closed", line: 1 };
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

function read(
  language: "yaml" | "toml" | "json",
  inner: string,
  firstLine: number,
  body: string,
  bodyLine: number,
): CutText | BadFrontMatter {
  if (inner.length > MOST_CHARACTERS)
    return { why: "its front matter is longer than that of any story", line: firstLine };
  const fields = language === "toml" ? tomlFields(inner, firstLine) : yamlFields(inner, firstLine);
  return Array.isArray(fields) ? { fields, body, bodyLine, isFramed: true } : fields;
}

const MOST_CHARACTERS = 200_000;

/** JSON is YAML as well, and both give their places. Tabs in JSON are its only difference that occurs. */
export function yamlFields(text: string, firstLine: number): Field[] | BadFrontMatter {
  if (/[[{]{60}|(?:[[{]\s*){200}/.test(text)) return { why: "its front matter is nested too deep", line: firstLine };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
  });
  const placed = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const [error] = document.errors;
  if (error) return { why: `its front matter cannot be read (${oneLine(error.message)})`, line: placed(error.pos[0]) };
  if (document.contents === null) return [];
  if (!isMap(document.contents)) return { why: "its front matter has no fields", line: firstLine };
  const fields: Field[] = [];
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue;
    const line = placed(key.range?.[0] ?? 0);
    try {
      const plain: unknown = (value as { toJS?: (...given: unknown[]) => unknown } | null)?.toJS?.(document, {
        mapAsMap: true,
        maxAliasCount: 20,
      });
      fields.push({ key: String(key.value), value: plain ?? null, line });
    } catch (cause) {
      if (!(cause instanceof ReferenceError)) throw cause;
      return { why: `its front matter has aliases that cannot be followed (${oneLine(cause.message)})`, line };
    }
  }
  return fields;
}

export function tomlFields(text: string, firstLine: number): Field[] | BadFrontMatter {
  try {
    const table = parseToml(text, { maxDepth: 50 });
    return Object.entries(table).map(([key, value]) => ({
      key,
      value: plainToml(value),
      line: lineOf(key, text, firstLine),
    }));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const why = `its front matter cannot be read (${oneLine(error.message.split("\n", 1)[0] ?? "")})`;
    return { why, line: error.line + firstLine - 1 };
  }
}

/** TOML's dates say how they were written; its tables become maps, as YAML's mappings do. */
function plainToml(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plainToml);
  if (typeof value !== "object" || value === null) return value;
  return new Map(Object.entries(value).map(([key, inner]) => [key, plainToml(inner)]));
}

function lineOf(key: string, text: string, firstLine: number): number {
  const line = text.split("\n").findIndex((one) => {
    const start = one
      .trimStart()
      .replace(/^\[+\s*/, "")
      .replace(/^["']/, "");
    return start.startsWith(key) && /^["']?\s*[=.\]]/.test(start.slice(key.length));
  });
  return firstLine + Math.max(0, line);
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 160);
