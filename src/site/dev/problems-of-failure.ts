import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { OWN_LAYOUTS } from "../../own-layouts.js";
import type { Problem, Spot } from "../../problems.ts";
import { shownPath } from "../shown-path.ts";

const OURS = fileURLToPath(new URL("../../../layouts/", import.meta.url));
const FOLDERS = [...(OWN_LAYOUTS === undefined ? [] : [OWN_LAYOUTS]), OURS];

/** A line of what esbuild throws for a file that it cannot read ("Transform failed with 2 errors:"). */
const OF_ESBUILD = /^(.+?):(\d+):(\d+): ERROR: (.+)$/gm;
/** A step of a stack, or the place that Node puts before a mistake in a module's text. */
const STEP = /(?:\(|at |^)(?:async )?((?:file:\/\/)?\/?[^\s():]*(?:[A-Za-z]:)?[^():\n]*?):(\d+)(?::(\d+))?\)?$/gm;

/** What is wrong with the layouts, from what making pages with them has thrown. */
export function problemsOfFailure({ message, stack, name }: Error): Problem[] {
  const mistakes = [...message.matchAll(OF_ESBUILD)].map(([, file = "", line, column, what = ""]) =>
    // esbuild counts columns from 0.
    problemAt({ file, line: Number(line), column: Number(column) + 1 }, sentence(what), "Mend the line, and save."),
  );
  if (mistakes.length > 0) return mistakes;
  const step = stepsOf(stack ?? "").find(({ file }) => FOLDERS.some((folder) => file.startsWith(folder)));
  const what = sentence(`${name}: ${message}`);
  if (step) return [problemAt(step, what, "This was thrown while a page was made. The terminal shows all of it.")];
  const fix = "The terminal shows where. If no layout was edited, please report it.";
  return [{ severity: "error", file: shownPath(OWN_LAYOUTS ?? OURS), what, fix }];
}

interface Step {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const stepsOf = (stack: string): Step[] =>
  [...stack.matchAll(STEP)].map(([, place = "", line, column]) => ({
    file: place.startsWith("file:") ? fileURLToPath(place) : place,
    line: Number(line),
    column: Number(column ?? 1),
  }));

function problemAt({ file, line, column }: Step, what: string, fix: string): Problem {
  return { severity: "error", file: shownPath(file), at: spotAt({ file, line, column }), what, fix };
}

/** Undefined when the line is not there any more. */
function spotAt({ file, line, column }: Step): Spot | undefined {
  const excerpt = linesOf(file)[line - 1];
  if (excerpt === undefined) return undefined;
  const [word = ""] = /^[\p{L}\p{N}_$]+/u.exec(excerpt.slice(column - 1)) ?? [];
  return { line, column, length: Math.max(1, word.length), excerpt };
}

/** None of a file that has gone since. */
const linesOf = (file: string): string[] => (existsSync(file) ? readFileSync(file, "utf8").split(/\r?\n/) : []);

const sentence = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`);
