import { FILE_FORMATS, FORMERLY, TIMES } from "../file-formats.ts";
import { DAY, type Entered, firstMinute, readWritten, type Written, writeInto } from "./written-yaml.ts";

/** An entry as the editor holds it. */
export type Entry = { readonly [field: string]: Entered };

/** How files of one kind become an entry and are written again. */
export interface FileFormat {
  /** Throws for a file that cannot be read: the editor then leaves it alone. */
  fromFile(text: string): Entry;
  toFile(entry: Entry): string;
}

/**
 * The file that an entry was read from travels with it, below a name that no schema knows, so that what nobody has
 * changed is written as it was: comments, order, quotation marks, and fields that the form does not show.
 */
const SOURCE = "_source";

const sourceOf = (entry: Entry): string => (typeof entry[SOURCE] === "string" ? entry[SOURCE] : "");

const FRAME = /^---[ \t]*\n(?<head>(?:[\s\S]*?\n)?)---[ \t]*(?:\n(?<rest>[\s\S]*))?$/;

function cut(text: string): { head: string; rest: string } {
  if (text === "") return { head: "", rest: "\n" };
  const { head, rest = "" } = FRAME.exec(text)?.groups ?? {};
  if (head === undefined) throw new Error("The front matter does not stand between two lines of three hyphens.");
  return { head, rest };
}

/** Front matter and Markdown. */
const markdown: FileFormat = {
  fromFile: (text) => {
    const { head, rest } = cut(text);
    return { ...groupOf(understood(readWritten(head))), body: rest.replace(/^\n+/, ""), [SOURCE]: text };
  },
  toFile: ({ body, ...entry }) => {
    const { [SOURCE]: _, ...fields } = entry;
    const { head, rest } = cut(sourceOf(entry));
    const written = typeof body === "string" ? body.trim() : "";
    const [gap = ""] = /^\n*/.exec(rest) ?? [];
    const text = (written === rest.trim() ? rest : `${gap}${written}`).trimEnd();
    return `---\n${writeInto(head, fields)}---\n${text === "" ? "" : `${text}\n`}`;
  },
};

/** Markdown in which the switch for drafts is always there: in a new entry it is on, and a story without it is none. */
const story: FileFormat = {
  fromFile: (text) => ({ draft: false, ...markdown.fromFile(text) }),
  toFile: (entry) => {
    const isNew = entry["draft"] === false && !Object.hasOwn(groupOf(readWritten(cut(sourceOf(entry)).head)), "draft");
    const { draft, ...others } = entry;
    return markdown.toFile(isNew ? others : entry);
  },
};

/** A group of fields. */
const mapping: FileFormat = {
  fromFile: (text) => ({ ...groupOf(understood(readWritten(text))), [SOURCE]: text }),
  toFile: (entry) => {
    const { [SOURCE]: _, ...fields } = entry;
    return writeInto(sourceOf(entry), fields);
  },
};

/** A list at the top of a file. */
const listOf = (name: string): FileFormat => ({
  fromFile: (text) => {
    const list = understood(readWritten(text));
    return { [name]: Array.isArray(list) ? list : [], [SOURCE]: text };
  },
  toFile: (entry) => writeInto(sourceOf(entry), Array.isArray(entry[name]) ? entry[name] : []),
});

/** Values as the editor understands them. Written again, they are what they were. */
function understood(value: Written): Written {
  if (Array.isArray(value)) return value.map((item: Written) => understood(item));
  if (typeof value !== "object") return value;
  const fields = Object.entries(value).map(([name, inner]: [string, Written]): [string, Written] => {
    if (name === FORMERLY && typeof inner === "string") return [name, [inner]];
    if (TIMES.includes(name) && typeof inner === "string" && DAY.test(inner)) return [name, firstMinute(inner)];
    return [name, understood(inner)];
  });
  return Object.fromEntries(fields);
}

function groupOf(value: Written): Readonly<Record<string, Written>> {
  if (typeof value === "object" && !Array.isArray(value)) return value as Readonly<Record<string, Written>>;
  throw new Error("Here are no fields.");
}

/** Each format by its name, with the ending of its files. */
export const FORMATS: readonly (readonly [name: string, extension: string, format: FileFormat])[] = [
  [FILE_FORMATS.story, "md", story],
  [FILE_FORMATS.markdown, "md", markdown],
  [FILE_FORMATS.mapping, "yaml", mapping],
  [FILE_FORMATS.tags, "yaml", listOf("tags")],
  [FILE_FORMATS.series, "yaml", listOf("series")],
];
