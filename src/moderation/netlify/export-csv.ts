import type { Info } from "csv-parse/sync";
import { COMMENT_FIELDS } from "../../model/comment-form.ts";
import type { Submission } from "../forms-host.ts";
import type { ReadExport, RefuseLine } from "./export.ts";
import { sentAt } from "./submission.ts";

/** What a column may be called, without its capitals, blanks, hyphens and underscores. */
const NAMES = {
  story: [COMMENT_FIELDS.story],
  replyTo: ["replyto"],
  name: [COMMENT_FIELDS.name],
  text: [COMMENT_FIELDS.text],
  sent: ["createdat", "submittedat", "date"],
  email: [COMMENT_FIELDS.email],
  honeypot: [COMMENT_FIELDS.honeypot],
  id: ["id", "submissionid"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Column = keyof typeof NAMES;

/** Without one of these it cannot be said what a reply is. */
const REQUIRED = ["story", "replyTo", "name", "text", "sent"] as const satisfies readonly Column[];

const SHOWN: Readonly<Record<(typeof REQUIRED)[number], string>> = {
  ...COMMENT_FIELDS,
  sent: "created_at",
};

/** Rows under a line of names, parted by commas, or by what a spreadsheet puts in their place. */
export async function readCsvExport(text: string, refuse: RefuseLine): Promise<Omit<ReadExport, "problems">> {
  const [head, ...rows] = await rowsOf(text, refuse);
  const names = (head?.cells ?? []).map((name) => name.toLowerCase().replace(/[\s_-]/g, ""));
  const at = (column: Column): number => names.findIndex((name) => (NAMES[column] as readonly string[]).includes(name));
  const missing = REQUIRED.filter((column) => at(column) === -1).map((column) => SHOWN[column]);
  if (missing.length > 0) {
    refuse(`There is no column ${missing.join(", ")}.`, "Export the form again, with all its columns.", 1);
    return { submissions: [], ofOtherForms: 0 };
  }
  const submissions = rows.flatMap(({ cells, line }): Submission[] => {
    if (cells.length !== names.length) {
      const what = `This row has ${cells.length} cells, and there are ${names.length} columns.`;
      refuse(what, "Put quotation marks around cells that hold a comma or several lines.", line);
      return [];
    }
    const cell = (column: Column): string => cells[at(column)] ?? "";
    const sent = sentAt(cell("sent"));
    if (sent === undefined) {
      refuse("This row does not say when it was sent.", "Write it like 2026-05-20T08:00:01Z.", line);
      return [];
    }
    const fields = ["story", "replyTo", "name", "text", "email", "honeypot"] as const;
    const id = cell("id").trim();
    return [
      {
        id: /^[\w-]{1,64}$/.test(id) ? id : undefined,
        sent,
        fields: Object.fromEntries(fields.map((field) => [COMMENT_FIELDS[field], cell(field)])),
      },
    ];
  });
  return { submissions, ofOtherForms: 0 };
}

interface Row {
  readonly cells: readonly string[];
  /** On which it begins, from 1. */
  readonly line: number;
}

/** The rows up to one that does not end, which is refused. */
async function rowsOf(text: string, refuse: RefuseLine): Promise<Row[]> {
  const { parse } = await import("csv-parse/sync");
  const [first = ""] = text.split("\n", 1);
  const delimiter = [",", ";", "\t"].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ",";
  let isBroken = false;
  const records = parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: () => {
      isBroken = true;
      return undefined;
    },
    info: true,
  }) as unknown as { readonly record: string[]; readonly info: Info }[]; // `info` asks for it
  if (isBroken) {
    const what = "A quotation mark is opened here and not closed: this row and what follows cannot be read.";
    refuse(what, 'Close it, or write "" for one that is meant.', (records.at(-1)?.info.lines ?? 0) + 1);
  }
  return records.map(({ record, info }) => ({
    cells: record,
    line: info.lines - record.join("").split("\n").length + 1,
  }));
}
