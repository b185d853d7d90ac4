/** What the front matter of most stories holds: texts, switches and lists of texts, one to a line. */
export type PlainYaml = Readonly<Record<string, string | boolean | readonly string[]>>;

const LINE = /^([A-Za-z][\w-]{0,60}): +(\S.*)$/;

/** A text that starts with none of these is what it looks like, if it holds none of what `MARKS` finds. */
const OPENERS = /^[-?:,[\]{}#&*!|>'"%@`]/;
const MARKS = /: |:$| #|\t/;
/** Between the brackets of a list, these mean something too. */
const LIST_MARKS = /[:[\]{}'"\t]| #/;

// To YAML a space is the one of ASCII.
const START = /^ +/;
const END = / +$/;

/**
 * YAML of the plainest kind, some twenty times as fast as the library reads it; undefined for any other, which is the
 * library's. It never says anything of a text that the library would say otherwise (a test sees to it), and of all that
 * is wrong it says nothing.
 */
export function readPlainYaml(yaml: string): PlainYaml | undefined {
  const fields: Record<string, PlainYaml[string]> = {};
  let isEmpty = true;
  for (const line of yaml.split("\n")) {
    if (line === "") continue;
    const [, key, written] = LINE.exec(line) ?? [];
    if (key === undefined || written === undefined || Object.hasOwn(fields, key)) return undefined;
    const value = readValue(written.replace(END, ""));
    if (value === undefined) return undefined;
    fields[key] = value;
    isEmpty = false;
  }
  return isEmpty ? undefined : fields;
}

function readValue(written: string): PlainYaml[string] | undefined {
  if (written.startsWith("[")) return listOf(written);
  const quote = written[0];
  if (quote === '"' || quote === "'") return quotedBy(quote, written);
  if (OPENERS.test(written) || MARKS.test(written)) return undefined;
  return written === "true" ? true : written === "false" ? false : written;
}

function quotedBy(quote: string, written: string): string | undefined {
  const text = written.slice(1, -1);
  const isWhole = written.length > 1 && written.endsWith(quote);
  return isWhole && !text.includes(quote) && !text.includes("\\") && !text.includes("\t") ? text : undefined;
}

function listOf(written: string): string[] | undefined {
  const inside = written.slice(1, -1);
  if (!written.endsWith("]") || LIST_MARKS.test(inside)) return undefined;
  const items = inside.split(",").map((item) => item.replace(START, "").replace(END, ""));
  // A switch in a list is a switch to the library, and nothing that a list of ours holds.
  const isPlain = (item: string) => item !== "" && !OPENERS.test(item) && item !== "true" && item !== "false";
  return items.every(isPlain) ? items : undefined;
}
