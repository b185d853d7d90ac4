import type { Token } from "markdown-it";
import type { FormProps, WrittenFormName } from "../../../model/forms.ts";
import { nearest } from "../../did-you-mean.ts";
import type { FiguresFile } from "../../figures/figures-shelf.ts";
import { plainText } from "../image.ts";
import type { Block } from "../positions.ts";
import { type RefuseStretch, readAttributes } from "./attributes.ts";
import { chart } from "./chart.ts";
import { type ContainerMeta, isFormClose, isFormOpen, repeatsIn, writtenName } from "./containers.ts";
import { dataTable } from "./data-table.ts";
import { factBox } from "./fact-box.ts";
import { gallery } from "./gallery.ts";
import { keyPoints } from "./key-points.ts";
import { comparable, pullQuote } from "./pull-quote.ts";
import type { FormReader, PlacedToken, WrittenForm } from "./written-form.ts";

/** How each form is read, by the name that writers call it by. */
const READERS: { readonly [Name in WrittenFormName]: FormReader<Name> } = {
  "pull-quote": pullQuote,
  "fact-box": factBox,
  "key-points": keyPoints,
  "data-table": dataTable,
  chart,
  gallery,
};

const NAMES = Object.keys(READERS) as WrittenFormName[]; // as the type says

/** What the checks leave on the token of a form's beginning for the renderer. */
export type FormMeta = {
  readonly [Name in WrittenFormName]: {
    readonly name: Name;
    readonly props: FormProps[Name];
    readonly isAllInProps: boolean;
  };
}[WrittenFormName];

/** What the forms of a text are checked with. */
export interface CheckingForms extends Pick<WrittenForm, "file" | "figures" | "typographic" | "refuseAt"> {}

/** Which forms a text holds, and which CSVs they show. */
export interface FormsOfText {
  readonly forms: readonly WrittenFormName[];
  readonly figures: readonly FiguresFile[];
}

/**
 * Reads the forms of a text, each of which gets its props on its token. What is unknown, not ended, inside another
 * form, a list, a quotation or a footnote, or in itself not what it should be, is refused at its place.
 */
export function checkForms(placed: readonly PlacedToken[], given: CheckingForms): FormsOfText {
  const words = wordsOf(placed.map(([token]) => token));
  const names = new Set<WrittenFormName>();
  const used = new Map<string, FiguresFile>();
  const uses = (file: FiguresFile) => void used.set(file.file, file);
  for (const [count, { open, start, end, depth }] of formsIn(placed).entries()) {
    const block: Block = { line: open[1].line, text: open[0].info.trim() };
    const refuse = (at: number, length: number, what: string, fix: string) =>
      given.refuseAt(block, at, length, what, fix);
    if (count === MOST_FORMS) {
      refuse(0, 1, `This text has more than ${MOST_FORMS} forms.`, "Divide it into several stories.");
      break;
    }
    const name = nameOf(open[0], refuse);
    if (!name || !isWellPlaced(open[0], depth, name, refuse)) continue;
    const form = { ...given, uses, inside: placed.slice(start + 1, end), words, isFirst: start === 0 };
    open[0].meta = readForm(name, block, form, refuse);
    names.add(name);
  }
  return { forms: [...names], figures: [...used.values()] };
}

/** As many as a story of twenty pages might have. */
const MOST_FORMS = 200;

/** A form among the tokens of a text: from where to where, and inside how many forms, itself counted. */
interface Span {
  readonly open: PlacedToken;
  readonly start: number;
  end: number;
  readonly depth: number;
}

function formsIn(placed: readonly PlacedToken[]): Span[] {
  const spans: Span[] = [];
  const around: Span[] = [];
  for (const [start, open] of placed.entries()) {
    if (isFormOpen(open[0])) {
      const span = { open, start, end: placed.length, depth: around.length + 1 };
      spans.push(span);
      around.push(span);
    } else if (isFormClose(open[0])) {
      const ended = around.pop();
      if (ended) ended.end = start;
    }
  }
  return spans;
}

/** The words of a text outside of its pull quotes, put together when they are asked for. */
function wordsOf(tokens: readonly Token[]): () => string {
  let words: string | undefined;
  const put = () => {
    const repeats = repeatsIn(tokens);
    const own = tokens.filter((token) => token.type === "inline" && !repeats.has(token));
    return comparable(own.map(plainText).join(" "));
  };
  return () => {
    words ??= put();
    return words;
  };
}

function nameOf(open: Token, refuse: RefuseStretch): WrittenFormName | undefined {
  const written = writtenName(open);
  const name = NAMES.find((known) => known === written);
  if (name) return name;
  const near = nearest(written, NAMES);
  const fix = near ? `Did you mean "${near}"?` : `There are ${NAMES.join(", ")}.`;
  refuse(0, written.length, `There is no form "${written}".`, fix);
  return undefined;
}

function isWellPlaced(open: Token, inside: number, name: WrittenFormName, refuse: RefuseStretch): boolean {
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

function readForm<Name extends WrittenFormName>(
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
