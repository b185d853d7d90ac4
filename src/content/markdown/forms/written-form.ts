import type { Token } from "markdown-it";
import type { FormProps, WrittenFormName } from "../../../model/forms.ts";
import type { FiguresFile, FiguresShelf } from "../../figures/figures-shelf.ts";
import type { Block } from "../positions.ts";
import type { Attribute, Attributes } from "./attributes.ts";

/** A token with its place in the text. */
export type PlacedToken = readonly [Token, Block];

/** A form as its writer has it. */
export interface WrittenForm {
  /** Those that it may have, each once, and all that it must have. */
  readonly attributes: Attributes;
  /** What stands between its beginning and its end. */
  readonly inside: readonly PlacedToken[];
  /** Whether nothing stands above it. */
  readonly isFirst: boolean;
  /** The words of the text outside of pull quotes, to be compared with others. */
  readonly words: () => string;
  /** Below `content/`. */
  readonly file: string;
  /** The CSVs of the content. */
  readonly figures: FiguresShelf;
  /** Takes down that the text shows a CSV. */
  readonly uses: (file: FiguresFile) => void;
  /** Sets the marks of quotation as the language does. */
  readonly typographic: (text: string) => string;
  /** Says what is wrong with the form, or with one of its attributes. */
  readonly refuse: (what: string, fix: string, attribute?: Attribute) => void;
  /** Says what is wrong at an offset of a block inside the form. */
  readonly refuseAt: (block: Block, offset: number, length: number, what: string, fix: string) => void;
}

/** How a form is read. */
export interface FormReader<Name extends WrittenFormName> {
  /** The names of its attributes. */
  readonly needs: readonly string[];
  readonly mayHave: readonly string[];
  /** An example, for those who have written something else. */
  readonly example: string;
  /** Undefined when something is wrong with it, which then has been said. */
  read(form: WrittenForm): FormProps[Name] | undefined;
  /** Whether the props say all that stands inside. */
  readonly isAllInProps?: boolean;
}
