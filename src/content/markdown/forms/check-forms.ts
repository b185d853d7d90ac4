import type { Token } from "markdown-it";
import type { FormName, FormProps } from "../../../model/forms.ts";
import { nearest } from "../../did-you-mean.ts";
import type { FiguresFile } from "../../figures/figures-shelf.ts";
import type { Block } from "../positions.ts";
import { type RefuseStretch, readAttributes } from "./attributes.ts";
import { chart } from "./chart.ts";
import { type ContainerMeta, isFormClose, isFormOpen, repeatsIn, writtenName } from "./containers.ts";
import { dataTable } from "./data-table.ts";
import { factBox } from "./fact-box.ts";
import { gallery } from "./gallery.ts";
import { keyPoints } from "./key-points.ts";
import { pullQuote } from "./pull-quote.ts";
import type { FormReader, PlacedToken, WrittenForm } from "./written-form.ts";

/** How each form is read, by the name that writers call it by. */
const READERS: { readonly [Name in FormName]: FormReader<Name> } = {
  "pull-quote": pullQuote,
  "fact-box": factBox,
  "key-points": keyPoints,
  "data-table": dataTable,
  chart,
  gallery,
};

const NAMES = Object.keys(READERS) as FormName[]; // as the type says

/** What the checks leave on the token of a form's beginning for the renderer. */
export type FormMeta = {
  readonly [Name in FormName]: { readonly name: Name; readonly props: FormProps[Name]; readonly isAllInProps: boolean };
}[FormName];

/** What the forms of a text are checked with. */
export interface CheckingForms extends Pick<WrittenForm, "file" | "figures" | "typographic" | "refuseAt"> {}

/** Which forms a text holds, and which CSVs they show. */
export interface FormsOfText {
  readonly forms: readonly FormName[];
  readonly figures: readonly FiguresFile[];
}

/**
 * Reads the forms of a text, each of which gets its props on its token. What is unknown, not ended, inside another
 * form, a list, a quotation or a footnote, or in itself not what it should be, is refused at its place.
 */
export function checkForms(placed: readonly PlacedToken[], given: CheckingForms): FormsOfText {
  const tokens = placed.map(([token]) => token);
  const repeats = repeatsIn(tokens);
  const text = tokens.filter((token) => !repeats.has(token));
  const names = new Set<FormName>();
  const used = new Map<string, FiguresFile>();
  const uses = (file: FiguresFile) => void used.set(file.file, file);
  let inside = 0;
  for (const [index, [open, { line }]] of placed.entries()) {
    if (isFormClose(open)) inside--;
    if (!isFormOpen(open)) continue;
    inside++;
    const block: Block = { line, text: open.info.trim() };
    const refuse = (at: number, length: number, what: string, fix: string) =>
      given.refuseAt(block, at, length, what, fix);
    const name = nameOf(open, refuse);
    if (!name || !isWellPlaced(open, inside, name, refuse)) continue;
    const end = placed.findIndex(([token], later) => later > index && isFormClose(token) && token.level === open.level);
    const own = placed.slice(index + 1, end === -1 ? undefined : end);
    const form = { ...given, uses, inside: own, text, isFirst: index === 0 };
    open.meta = readForm(name, block, form, refuse);
    names.add(name);
  }
  return { forms: [...names], figures: [...used.values()] };
}

function nameOf(open: Token, refuse: RefuseStretch): FormName | undefined {
  const written = writtenName(open);
  const name = NAMES.find((known) => known === written);
  if (name) return name;
  const near = nearest(written, NAMES);
  const fix = near ? `Did you mean "${near}"?` : `There are ${NAMES.join(", ")}.`;
  refuse(0, written.length, `There is no form "${written}".`, fix);
  return undefined;
}

function isWellPlaced(open: Token, inside: number, name: FormName, refuse: RefuseStretch): boolean {
  const length = name.length;
  if (inside > 1) {
    refuse(0, length, "A form cannot stand inside another.", "End the one above with ::: first.");
    return false;
  }
  if (open.level > 0) {
    const what = `A ${name} cannot stand in a list, a quotation or a footnote.`;
    refuse(0, length, what, "Begin its lines at the edge of the text.");
    return false;
  }
  // The parser has left it there.
  if ((open.meta as unknown as ContainerMeta).isEnded) return true;
  refuse(0, length, `This ${name} has no end.`, "Write ::: on a line of its own where it ends.");
  return false;
}

type Given = Omit<WrittenForm, "attributes" | "refuse">;

function readForm<Name extends FormName>(
  name: Name,
  block: Block,
  given: Given,
  refuse: RefuseStretch,
): FormMeta | null {
  const reader: FormReader<Name> = READERS[name];
  const { needs, mayHave, example, isAllInProps = false } = reader;
  const attributes = readAttributes(block.text, name.length, name, [...needs, ...mayHave], refuse);
  for (const needed of needs) {
    if (!attributes.has(needed)) refuse(0, name.length, `This ${name} has no ${needed}.`, `Write ${example}.`);
  }
  for (const [token, { line }] of given.inside) {
    if (token.type !== "heading_open") continue;
    const at: Block = { line, text: token.markup };
    given.refuseAt(
      at,
      0,
      token.markup.length,
      `A ${name} holds no headings.`,
      "Write it in **bold**, or end the form before it.",
    );
  }
  const props = reader.read({
    ...given,
    attributes,
    refuse: (what, fix, attribute) => refuse(attribute?.at ?? 0, attribute?.length ?? name.length, what, fix),
  });
  // The name has chosen the reader, so the props are its own.
  return props ? ({ name, props, isAllInProps } as FormMeta) : null;
}

/** The tokens without what stands inside forms whose props say all of it. */
export function withoutSpelledOut(tokens: Token[]): Token[] {
  let until: Token | undefined;
  if (!tokens.some(isFormOpen)) return tokens;
  return tokens.filter((token) => {
    if (until) {
      const isEnd = isFormClose(token) && token.level === until.level;
      if (isEnd) until = undefined;
      return isEnd;
    }
    if (isFormOpen(token) && (token.meta as unknown as FormMeta | null)?.isAllInProps) until = token;
    return true;
  });
}
