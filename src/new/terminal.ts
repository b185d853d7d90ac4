import type { Readable, Writable } from "node:stream";

/** Where somebody can be asked. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Whoever was asked would rather not go on. */
export class Cancelled extends Error {}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** Asks for one thing after the other; each throws `Cancelled` on Ctrl-C or Escape. */
export interface Asker {
  /** A line, asked for again as long as `check` says what is wrong with it. */
  line(message: string, check: (line: string) => Promise<string | undefined>): Promise<string>;
  /** A line that may be left empty. */
  more(message: string): Promise<string>;
  /** One of many, found by typing a part of it. */
  one(message: string, choices: Choice[]): Promise<string>;
  /** Any of many, none too, found likewise. */
  some(message: string, choices: Choice[]): Promise<string[]>;
  oneOfFew(message: string, choices: Choice[]): Promise<string>;
}

/** Choices in view at a time. */
const SHOWN = 8;

const LATER = "Enter leaves it for later";

export async function askerAt({ input, output }: Terminal): Promise<Asker> {
  // Loaded by nobody who is asked nothing.
  const { autocomplete, autocompleteMultiselect, isCancel, select, text } = await import("@clack/prompts");
  const at = { input, output };
  const answered = <Answer>(answer: Answer): Exclude<Answer, symbol> => {
    if (isCancel(answer)) throw new Cancelled("Cancelled");
    return answer as Exclude<Answer, symbol>; // the only symbol there is
  };
  return {
    line: async (message, check) =>
      answered(await text({ ...at, message, validate: async (line = "") => check(line) })),
    // An empty answer comes as undefined.
    more: async (message) => answered(await text({ ...at, message, placeholder: LATER })) ?? "",
    one: async (message, options) => answered(await autocomplete({ ...at, message, options, maxItems: SHOWN })),
    some: async (message, options) =>
      answered(await autocompleteMultiselect({ ...at, message, options, maxItems: SHOWN, required: false })),
    oneOfFew: async (message, options) => answered(await select({ ...at, message, options })),
  };
}
