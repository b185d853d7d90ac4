import type { CsvError, Info } from "csv-parse/sync";
import type { Figures } from "../../model/forms.ts";
import type { Report } from "../report.ts";
import { problemAt, type Source } from "../source.ts";
import { datesOf } from "./dates.ts";

const MOST_ROWS = 400;
/** The labels, and four series, which is as many lines as can be told apart without colour. */
const MOST_COLUMNS = 5;
/** Half as many in a script of wide characters. */
const WIDEST_LABEL = 44;

/** A cell, and where it stands in its file. */
interface Cell {
  readonly text: string;
  readonly at: number;
  readonly length: number;
}

/** Says what is wrong with a stretch of the file. */
type Refuse = (at: number, length: number, what: string, fix: string) => void;

/**
 * Reads the figures of a chart from a CSV (RFC 4180): names in its first line, labels in its first column, and numbers
 * in the others, written as `1234.5`; a cell without one is left empty. What is otherwise is a problem at its place.
 */
export async function readFigures(source: Source, report: Report): Promise<Figures | undefined> {
  let refused = false;
  const refuse: Refuse = (at, length, what, fix) => {
    refused = true;
    report(problemAt(source, at, length, what, fix));
  };
  const [head, ...rows] = await cellsOf(source, refuse);
  if (refused) return undefined;
  if (!head || rows.length === 0) {
    refuse(0, 1, "There are no figures here.", "Write the names in the first line, and the figures under it.");
    return undefined;
  }
  if (!isOfOneShape(head, rows, refuse)) return undefined;
  for (const cell of [...head, ...rows.flatMap((row) => row.slice(0, 1))]) checkName(cell, refuse);
  checkTwice(head.slice(1), "column", refuse);
  const labels = rows.flatMap(([label]) => label ?? []);
  checkTwice(labels, "row", refuse);
  const dates = datesOf(labels, refuse);
  const series = head.slice(1).map((name, column) => ({
    name: name.text,
    values: rows.map((row) => numberIn(row[column + 1], refuse)),
  }));
  for (const [column, { name, values }] of refused ? [] : series.entries()) {
    const { at, length } = head[column + 1] ?? { at: 0, length: 1 };
    if (values.every((value) => value === null))
      refuse(at, length, `There is no figure under "${name}".`, "Take it out.");
  }
  if (refused) return undefined;
  return { labelled: head[0]?.text ?? "", labels: labels.map(({ text }) => text), dates, series };
}

/** The rows of a CSV. Loaded when there is one: few newspapers have any. */
async function cellsOf({ text, lineStarts }: Source, refuse: Refuse): Promise<Cell[][]> {
  const { parse, CsvError } = await import("csv-parse/sync");
  try {
    const records = parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: "\n",
      info: true,
      to: MOST_ROWS + 2,
    }) as unknown as { readonly record: string[]; readonly info: Info }[]; // `info` asks for it
    let from = 0;
    return records.map(({ record }) => {
      // Between two rows lie empty lines at most.
      while (text[from] === "\n") from++;
      return record.map((written) => {
        const value = text[from] === '"' ? written.replaceAll('"', '""') : written;
        const at = text[from] === '"' ? from + 1 : from;
        from = at + value.length + (at > from ? 1 : 0) + 1;
        return { text: written.trim(), at, length: Math.max(1, value.length) };
      });
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = lineStarts[Math.max(0, Number(error["lines"] ?? 1) - 1)] ?? 0;
    const end = text.indexOf("\n", at);
    const [what, fix] = faultOf(error);
    refuse(at, (end === -1 ? text.length : end) - at, what, fix);
    return [];
  }
}

function faultOf({ code }: CsvError): [what: string, fix: string] {
  if (code === "CSV_QUOTE_NOT_CLOSED") {
    return ["A quotation mark that was opened here is not closed.", 'Close it, or write "" for one that is meant.'];
  }
  return ["The quotation marks of this line cannot be read.", 'Write them around whole cells, and "" for one inside.'];
}

function isOfOneShape(head: readonly Cell[], rows: readonly (readonly Cell[])[], refuse: Refuse): boolean {
  const [first, second] = head;
  const end = head.at(-1);
  const width = end && first ? end.at + end.length - first.at : 1;
  if (!first || !second) {
    const how = /[;\t]/.test(first?.text ?? "")
      ? "Save it with commas between the cells."
      : "Write labels, a comma, figures.";
    refuse(first?.at ?? 0, width, "There is one column here, and a chart needs two.", how);
    return false;
  }
  const cut = head[MOST_COLUMNS];
  if (cut) {
    refuse(
      cut.at,
      cut.length,
      `A chart has at most ${MOST_COLUMNS - 1} columns of figures.`,
      "Divide it into several.",
    );
    return false;
  }
  const over = rows[MOST_ROWS]?.[0];
  if (over) {
    refuse(
      over.at,
      over.length,
      `A chart has at most ${MOST_ROWS} rows.`,
      "Take every second, or the means of months.",
    );
    return false;
  }
  const uneven = rows.filter((row) => row.length !== head.length);
  for (const row of uneven) {
    const cells = (count: number) => `${count} cell${count === 1 ? "" : "s"}`;
    const what = `This row has ${cells(row.length)}, and the first line has ${cells(head.length)}.`;
    refuse(row[0]?.at ?? 0, row[0]?.length ?? 1, what, "Put quotation marks around a cell with a comma.");
  }
  return uneven.length === 0;
}

const WIDE = /[\u1100-\u11ff\u2e80-\ud7a3\uf900-\ufaff\uff01-\uff60]/g;

function checkName({ text, at, length }: Cell, refuse: Refuse): void {
  if (text === "") refuse(at, length, "This cell is empty, and stands where a name or a date should.", "Write one.");
  else if (text.length + (text.match(WIDE)?.length ?? 0) > WIDEST_LABEL) {
    refuse(at, length, "This is too long to stand in a chart.", `Say it in ${WIDEST_LABEL} letters, or fewer.`);
  }
}

function checkTwice(cells: readonly Cell[], what: "column" | "row", refuse: Refuse): void {
  const seen = new Set<string>();
  for (const { text, at, length } of cells) {
    if (text !== "" && seen.has(text))
      refuse(at, length, `There is a ${what} "${text}" already.`, "Rename one of them.");
    seen.add(text);
  }
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d{1,2})?$/i;

function numberIn(cell: Cell | undefined, refuse: Refuse): number | null {
  if (!cell || cell.text === "") return null;
  const { text, at, length } = cell;
  const plain = text.replace("−", "-");
  if (NUMBER.test(plain)) return Number(plain);
  const isGrouped = /^[+-]?\d{1,3}(?:[ ,.'’]\d{3})+(?:[.,]\d+)?$|^[+-]?\d+,\d+$/.test(plain);
  const fix = isGrouped
    ? "Write it without separators, and with a point: 1234.5."
    : "Write a number such as 1234.5, without its unit; where there is none, leave the cell empty.";
  refuse(at, length, `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}" is not a number.`, fix);
  return null;
}
