import type { Token } from "markdown-it";
import { plainText } from "../image.ts";
import { SOURCE, sourceOf } from "./source.ts";
import type { FormReader } from "./written-form.ts";

/** A table that says what it shows, and where that comes from. */
export const dataTable: FormReader<"data-table"> = {
  needs: ["caption"],
  mayHave: SOURCE,
  example: '::: data-table caption="Phones sold" source="Example Research"',
  read(form) {
    const { attributes, inside, typographic, refuse, refuseAt } = form;
    const [first, ...others] = inside.filter(([{ level, nesting }]) => level === 1 && nesting >= 0);
    if (!first) refuse("There is no table here.", TABLE);
    else if (first[0].type !== "table_open") refuseAt(first[1], 0, 1, "A data table is a table.", TABLE);
    const [other] = others;
    if (other) refuseAt(other[1], 0, 1, "A data table is one table, and nothing beside it.", TABLE);
    const caption = typographic(attributes.get("caption")?.value ?? "");
    if (first)
      nameCells(
        inside.map(([token]) => token),
        caption,
      );
    return { caption, source: sourceOf(form) };
  },
};

const TABLE = "Write one as Markdown does: | Year | Phones |, under it | --- | --- |, and then its rows.";

/** What the checks leave on the tokens of a table that says what it shows. */
export interface TableMeta {
  /** Of a table: what it is called. */
  readonly label?: string;
  /** Of a cell: whether it is the heading of its row. */
  readonly isRowHead?: boolean;
}

interface Cell {
  readonly open: Token;
  readonly close: Token;
  readonly text: string;
}

/** Columns of figures are aligned to the right unless their writer has aligned them; a first column of names heads its rows. */
function nameCells(tokens: readonly Token[], label: string): void {
  const rows: Cell[][] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === "table_open") token.meta = { label } satisfies TableMeta;
    if (token.type === "tr_open") rows.push([]);
    const [content, close] = [tokens[index + 1], tokens[index + 2]];
    if (/^t[hd]_open$/.test(token.type) && content && close)
      rows.at(-1)?.push({ open: token, close, text: plainText(content).trim() });
  }
  const [head = [], ...body] = rows;
  for (const [column, { open }] of head.entries()) {
    const cells = body.flatMap((row) => row[column] ?? []);
    const isFigures =
      cells.some(({ text }) => FIGURE.test(text)) && cells.every(({ text }) => NONE_OR_FIGURE.test(text));
    if (isFigures && !open.attrGet("style")) {
      for (const cell of [open, ...cells.map((cell) => cell.open)]) cell.attrSet("style", "text-align:right");
    }
    if (column > 0 || isFigures) continue;
    for (const { open, close } of cells) open.meta = close.meta = { isRowHead: true } satisfies TableMeta;
  }
}

/** A number as newspapers print it, with what it counts in front or behind: −3.5%, $1,200, 12 m. */
const FIGURE = /^[~≈<>]?\s*[+\-−–]?\s*\p{Sc}?\s*\d[\d.,\s’']*\s*(?:%|‰|\p{Sc}|[\p{L}]{1,4})?$/u;
const NONE_OR_FIGURE = new RegExp(`${FIGURE.source}|^(?:[-−–—]|n/a|\\.\\.|…)?$`, "u");
