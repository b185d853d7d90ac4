import { nearest } from "../../did-you-mean.ts";

/** An attribute as it was written: `key="value"`. Offsets count from the start of the form's name. */
export interface Attribute {
  readonly value: string;
  readonly at: number;
  readonly length: number;
}

export type Attributes = ReadonlyMap<string, Attribute>;

/** Says what is wrong with a stretch of a form's first line. */
export type RefuseStretch = (at: number, length: number, what: string, fix: string) => void;

const MOST_CHARACTERS = 1000;

const ATTRIBUTE = /\s+([^\s="'“”]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']\S*)?))?/y;

/**
 * Reads what stands behind the name of a form: `key="value"`, with either sort of straight quotation marks. What is
 * written otherwise, unknown, given twice or empty is refused.
 */
export function readAttributes(
  info: string,
  start: number,
  form: string,
  known: readonly string[],
  refuse: RefuseStretch,
): Attributes {
  const found = new Map<string, Attribute>();
  const rest = info.trimEnd();
  ATTRIBUTE.lastIndex = start;
  while (ATTRIBUTE.lastIndex < rest.length) {
    const from = ATTRIBUTE.lastIndex;
    const match = ATTRIBUTE.exec(rest);
    if (!match) {
      const at = from + rest.slice(from).search(/\S/);
      refuse(at, rest.length - at, "Nobody can tell what this is.", HOW);
      return found;
    }
    const [written, key = "", doubleQuoted, singleQuoted, bare] = match;
    const at = from + written.length - written.trimStart().length;
    const length = written.trim().length;
    const value = (doubleQuoted ?? singleQuoted)?.trim();
    if (!known.includes(key)) {
      const near = nearest(key, known);
      const fix = near
        ? `Did you mean "${near}"?`
        : known.length > 0
          ? `It has ${known.join(", ")}.`
          : "Take it out: it has none.";
      refuse(at, key.length, `A ${form} has no "${key}".`, fix);
    } else if (value === undefined) {
      const example = bare && !/["“”]/.test(bare) ? bare : "…";
      refuse(at, length, `What ${key} is stands between quotation marks.`, `Write ${key}="${example}".`);
    } else if (value === "") refuse(at, length, `The ${key} of this ${form} is empty.`, "Write it, or leave it out.");
    else if (value.length > MOST_CHARACTERS) {
      refuse(at, key.length, `The ${key} of this ${form} has more than 1,000 characters.`, "Shorten it.");
    } else if (found.has(key)) refuse(at, length, `The ${key} of this ${form} is given twice.`, "Keep one of them.");
    else found.set(key, { value, at, length });
  }
  return found;
}

const HOW = 'Behind the name stand pairs such as title="What 5G is".';
