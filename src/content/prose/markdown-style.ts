import type { Configuration } from "markdownlint";
import { lint } from "markdownlint/sync";
import type { Advice, AdviceRule } from "./advice.ts";

/**
 * The rules of markdownlint that find what looks right to a writer and comes out otherwise, each with the rule of ours
 * that it speaks for. What is a matter of taste, or a problem already, is left out.
 */
const RULES: Readonly<Record<string, AdviceRule>> = {
  MD001: "heading-skips",
  MD005: "uneven-list",
  MD011: "reversed-link",
  MD018: "hash-without-space",
  MD023: "indented-heading",
  MD034: "bare-address",
  MD036: "bold-as-heading",
  MD037: "spaces-in-marks",
  MD038: "spaces-in-marks",
  MD039: "spaces-in-marks",
  MD052: "missing-reference",
  MD053: "unused-reference",
  MD056: "broken-table",
};

const CONFIG: Configuration = {
  default: false,
  ...Object.fromEntries(Object.keys(RULES).map((name) => [name, true])),
};

/** Characters. In a paragraph of marks the library looks for the end of each; more would take it seconds. */
const LONGEST_TEXT = 100_000;

/** Where forms begin and end: the library takes them for words, and one below a table for a row of it. */
const FORM_LINES = /^ {0,3}:{3,}.*$/gm;

/** What the Markdown of a whole file is judged by, which takes some milliseconds. Nothing is said of very long texts. */
export function adviseOnMarkdown(text: string): Advice[] {
  if (text.length > LONGEST_TEXT) return [];
  const lines = text.split("\n");
  const advice = new Map<string, Advice>();
  const judged = text.replace(FORM_LINES, "");
  // A story is no place to switch a newsroom's rules off.
  const found = lint({ strings: { text: judged }, config: CONFIG, noInlineConfig: true })["text"] ?? [];
  for (const { ruleNames, lineNumber: line, errorRange, errorDetail, errorContext } of found) {
    const rule = RULES[ruleNames[0] ?? ""];
    const whole = lines[line - 1] ?? "";
    const [column = 1, length = Math.max(1, whole.length)] = errorRange ?? [];
    const written = whole.slice(column - 1, column - 1 + length);
    // A link on a line of its own is meant to be seen, not read.
    if (!rule || (rule === "bare-address" && whole.trim() === written.trim())) continue;
    const about = aboutOf(rule, written, errorDetail ?? "", errorContext ?? written);
    // The library speaks of both ends of a mark.
    const key = rule === "spaces-in-marks" ? `${rule} ${line}` : `${rule} ${line} ${column}`;
    if (!advice.has(key)) advice.set(key, { rule, at: { line, column, length }, about });
  }
  return [...advice.values()];
}

/** What our words name, out of what the library says ("Expected: h3; Actual: h4"). */
function aboutOf(rule: AdviceRule, written: string, detail: string, context: string): string {
  const [, expected, actual] = /^Expected: (\w+); Actual: (\w+)/.exec(detail) ?? [];
  switch (rule) {
    case "missing-reference":
    case "unused-reference":
      return `[${/"(.*)"/.exec(detail)?.[1] ?? written}]`;
    case "heading-skips":
      return `${actual} where ${expected} comes next`;
    case "broken-table":
      return `${actual} in place of ${expected}`;
    case "spaces-in-marks":
      return context;
    default:
      return written;
  }
}
