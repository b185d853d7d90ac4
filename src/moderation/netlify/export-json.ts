import { COMMENT_FORM } from "../../model/comment-form.ts";
import type { ReadExport, RefuseLine } from "./export.ts";
import { readSubmission } from "./submission.ts";

/** A list of submissions, as the API gives it. */
export function readJsonExport(text: string, refuse: RefuseLine): Omit<ReadExport, "problems"> {
  const list = parse(text, refuse);
  if (!Array.isArray(list)) {
    if (list !== undefined)
      refuse("This is no list of submissions.", "Save what Netlify's API answers, from [ to ].", 1);
    return { submissions: [], ofOtherForms: 0 };
  }
  const read = list.map(readSubmissionAt);
  const wrong = new Map(read.flatMap((one, place) => ("wrong" in one ? [[place, one.wrong] as const] : [])));
  const lines = wrong.size === 0 ? [] : linesOfElements(text);
  for (const [place, what] of wrong) {
    refuse(`${what.charAt(0).toUpperCase()}${what.slice(1)}.`, "Export it again.", lines[place] ?? 1);
  }
  const readable = read.flatMap((one) => ("wrong" in one ? [] : [one]));
  const ours = readable.filter(({ form }) => form === undefined || form === COMMENT_FORM);
  return { submissions: ours.map(({ submission }) => submission), ofOtherForms: readable.length - ours.length };
}

const readSubmissionAt = (json: unknown, place: number) => readSubmission(json, place + 1);

function parse(text: string, refuse: RefuseLine): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The rest of what it says shows the text; the end has no line there.
    const [, line] = /\(line (\d+) column \d+\)/.exec(error.message) ?? [];
    const end = error.message.startsWith("Unexpected end") ? text.split("\n").length : undefined;
    const place = line === undefined ? end : Number(line);
    refuse("This is no JSON, or breaks off.", "Export it again, and wait until it is whole.", place);
    return undefined;
  }
}

/** On which line each element of a JSON list begins, from 1. Walks, as expressions give up on texts of megabytes. */
function linesOfElements(text: string): number[] {
  const lines: number[] = [];
  let [depth, line, isAwaited] = [0, 1, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === "\n") line += 1;
    if (/\s/.test(sign)) continue;
    if (isAwaited && sign !== "]") lines.push(line);
    isAwaited = (sign === "[" && depth === 0) || (sign === "," && depth === 1);
    if (sign === '"') at = endOfText(text, at);
    if (sign === "[" || sign === "{") depth += 1;
    if (sign === "]" || sign === "}") depth -= 1;
  }
  return lines;
}

/** Where the quotation mark is that ends what one begins. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
