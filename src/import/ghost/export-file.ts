import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { refuseExport } from "../export-error.ts";
import type { OldPlace } from "../old-site.ts";
import { type Choice, type JsonPlace, JsonScanner, type JsonSlice, NotJson } from "./json-scanner.ts";

/** A row of a table of the export. */
export interface ExportRow {
  readonly table: string;
  readonly value: unknown;
  readonly place: OldPlace;
}

/** Which tables are wanted, and who hears of the rows of the others and of how far the reading is. */
export interface Wanted {
  readonly tables: ReadonlySet<string>;
  readonly passBy?: (table: string) => void;
  readonly progress: (share: number) => void;
}

const FIX = "In Ghost, export the content again (Settings, Import/Export), and import the whole file.";
const PART = 256 * 1024;

/** The tables stand in `db[0].data`, in `data` or, in the oldest exports, at the top; a row is an item of one. */
const TABLES = /^(?:db|db\/\d+|(?:db\/\d+\/)?data|)$/;
const TABLE = /^(?:(?:db\/\d+\/)?data\/)?([^/]+)(?:\/(\d+))?$/;

/** The rows of a Ghost export that are wanted, one after the other, none held. Throws `ExportError` where it is broken. */
export async function* rowsOf(file: string, { tables, passBy, progress }: Wanted): AsyncGenerator<ExportRow> {
  const scanner = new JsonScanner((path): Choice => {
    if (TABLES.test(path)) return "enter";
    const [, table, row] = TABLE.exec(path) ?? [];
    if (table === undefined) return "skip";
    if (row === undefined) return "enter";
    if (tables.has(table)) return "keep";
    passBy?.(table);
    return "skip";
  });
  const size = await sizeOf(file);
  let read = 0;
  const heard = (slices: () => JsonSlice[]): JsonSlice[] => refusingBroken(file, slices);
  for await (const part of createReadStream(file, { highWaterMark: PART })) {
    const bytes: Buffer = read === 0 ? withoutMark(file, part) : part;
    for (const slice of heard(() => scanner.write(bytes))) {
      const table = TABLE.exec(slice.path)?.[1];
      if (table) yield { table, value: parsed(file, slice), place: placeOf(file, slice.at) };
    }
    read += part.length;
    progress(Math.min(1, read / size));
  }
  heard(() => {
    scanner.end();
    return [];
  });
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    return refuseExport(file, "There is no such file.", "Give the path of the export.");
  });
  if (!found.isFile()) refuseExport(file, "This is no file.", "Name the export itself: a file that ends in .json.");
  return found.size;
}

const placeOf = (file: string, { line, column }: JsonPlace): OldPlace => ({ file, at: { line, column, length: 1 } });

function withoutMark(file: string, start: Buffer): Buffer {
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) {
    refuseExport(file, "This file is UTF-16.", "Save it as UTF-8.");
  }
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? start.subarray(3) : start;
}

function refusingBroken(file: string, slices: () => JsonSlice[]): JsonSlice[] {
  try {
    return slices();
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return refuseExport(file, `This is no whole JSON file. ${error.message}: ${inWords(error.at)}.`, FIX);
  }
}

const inWords = ({ byte, line, column }: JsonPlace): string =>
  `byte ${byte.toLocaleString("en")}, line ${line}, column ${column.toLocaleString("en")}`;

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** Positions that JSON.parse names are counted from the slice's start. */
function parsed(file: string, { bytes, at, path }: JsonSlice): unknown {
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuseExport(file, `Here are bytes that are not UTF-8, in ${path}: ${inWords(at)}.`, "Save it as UTF-8.");
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const offset = Number(/position (\d+)/.exec(error.message)?.[1] ?? 0);
    const before = text.slice(0, offset);
    const lines = before.split("\n");
    const fault: JsonPlace = {
      byte: at.byte + Buffer.byteLength(before),
      line: at.line + lines.length - 1,
      column: (lines.length === 1 ? at.column : 1) + (lines.at(-1)?.length ?? 0),
    };
    return refuseExport(file, `This is no whole JSON file. There is a mistake in ${path}: ${inWords(fault)}.`, FIX);
  }
}
