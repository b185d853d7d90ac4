import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Problem } from "../../problems.ts";
import type { Submission } from "../forms-host.ts";
import { readCsvExport } from "./export-csv.ts";
import { readJsonExport } from "./export-json.ts";

/** An export, as far as it can be read. */
export interface ReadExport {
  readonly submissions: readonly Submission[];
  /** What was sent by other forms than the one of replies. */
  readonly ofOtherForms: number;
  /** What cannot be read, by its line. None of it shows what readers wrote. */
  readonly problems: readonly Problem[];
}

/** Says what is wrong at a line of an export, from 1, or with the whole of it. */
export type RefuseLine = (what: string, fix: string, line?: number) => void;

/** Bytes. */
const MOST = 200 * 1024 * 1024;

const AGAIN = "Export the form again in Netlify.";

/** Reads what Netlify exports of a form, as JSON or as CSV. Rejects when there is no such file. */
export async function readExport(path: string): Promise<ReadExport> {
  const problems: Problem[] = [];
  const refuse: RefuseLine = (what, fix, line) =>
    // The line itself holds what readers are reached by.
    problems.push({
      severity: "error",
      file: path,
      at: line === undefined ? undefined : { line, ...HIDDEN },
      what,
      fix,
    });
  const read = { ".csv": readCsvExport, ".json": readJsonExport }[extname(path).toLowerCase()];
  const nothing = { submissions: [], ofOtherForms: 0, problems };
  if (!read) {
    refuse("This is no export that can be read.", "Name one that ends in .json or .csv.");
    return nothing;
  }
  if ((await stat(path)).size > MOST) {
    refuse("This export is larger than 200 MB.", "Divide it.");
    return nothing;
  }
  const bytes = await readFile(path);
  if (!isUtf8(bytes)) {
    refuse("This file is not UTF-8.", AGAIN);
    return nothing;
  }
  return { ...(await read(new TextDecoder().decode(bytes), refuse)), problems };
}

const HIDDEN = { column: 1, length: 1, excerpt: "…" };
