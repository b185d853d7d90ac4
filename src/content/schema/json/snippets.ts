import { stringify } from "yaml";
import type { JsonSchema } from "./json-schema.ts";

/** What VS Code offers as one typed word (code.visualstudio.com, "Snippets in Visual Studio Code"). */
export interface Snippet {
  readonly scope: "markdown";
  readonly include: readonly string[];
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/**
 * A snippet for each field of the front matter that a schema describes, with the words that there are to choose from:
 * completion without an extension. `files` are the glob patterns of the files that it is for.
 */
export function snippetsOf(
  schema: JsonSchema,
  what: string,
  files: readonly string[],
): Readonly<Record<string, Snippet>> {
  const snippets = Object.entries(schema.properties ?? {}).map(([name, field]): [string, Snippet] => {
    const stops = new Stops();
    const body = fieldLines(name, field, stops);
    const description = field.description ?? "";
    return [`${what}: ${name}`, { scope: "markdown", include: files, prefix: name, body, description }];
  });
  return Object.fromEntries(snippets);
}

/** Numbers the places where the writer goes on typing. */
class Stops {
  #last = 0;

  at(words: readonly string[], example: string): string {
    this.#last++;
    const choice = words.slice(0, MOST_WORDS).map((word) => word.replace(/[\\,|$}]/g, "\\$&"));
    if (choice.length > 0) return `\${${this.#last}|${choice.join(",")}|}`;
    return `\${${this.#last}:${example.replace(/[\\$}]/g, "\\$&")}}`;
  }
}

/** As many as anybody looks through. */
const MOST_WORDS = 200;

function fieldLines(name: string, field: JsonSchema, stops: Stops): string[] {
  if (field.properties) return [`${name}:`, ...groupLines(field, stops).map((line) => `  ${line}`)];
  const { items } = field;
  if (field.type === "array" && items) {
    if (!items.properties) return [`${name}: [${valueIn(items, stops)}]`];
    const [first = "", ...others] = groupLines(items, stops);
    return [`${name}:`, `  - ${first}`, ...others.map((line) => `    ${line}`)];
  }
  return [`${name}: ${valueIn(field, stops)}`];
}

/** The fields that a group must have. */
function groupLines({ properties = {}, required = [] }: JsonSchema, stops: Stops): string[] {
  const wanted = required.length > 0 ? required : Object.keys(properties).slice(0, 1);
  return wanted.flatMap((name) => fieldLines(name, properties[name] ?? {}, stops));
}

function valueIn(field: JsonSchema, stops: Stops): string {
  if (field.type === "boolean") return stops.at(["true", "false"], "");
  const words = wordsIn(field).map(yaml);
  const [example = ""] = field.examples ?? field.anyOf?.flatMap(({ examples }) => examples ?? []) ?? [];
  return stops.at(words, example === "" ? "" : yaml(String(example)));
}

/** The words of a choice, as the first of its kinds has them: the others are the same in other forms. */
const wordsIn = ({ enum: words, anyOf = [] }: JsonSchema): string[] =>
  (words ?? anyOf.find((one) => one.enum)?.enum ?? []).filter((word) => typeof word === "string");

/** A text as YAML has it, between brackets too. */
const yaml = (text: string): string =>
  stringify([text], { lineWidth: 0, collectionStyle: "flow", flowCollectionPadding: false }).trim().slice(1, -1);
