import type { MarkdownIt, Token } from "markdown-it";
import container from "markdown-it-container";

/** What markdown-it-container calls the tokens of a form. */
const OPEN = "container_form_open";
const CLOSE = "container_form_close";

export const isFormOpen = ({ type }: Token): boolean => type === OPEN;
export const isFormClose = ({ type }: Token): boolean => type === CLOSE;

/** What a line of nothing but colons is. */
export const END = /^ {0,3}:{3,}[ \t]*$/;

/** What the parser leaves on the token of a form's beginning. */
export interface ContainerMeta {
  /** Whether its writer has ended it: a text that ends also ends what stands in it. */
  readonly isEnded: boolean;
}

/**
 * Forms are written between lines of colons: `::: name key="value"` begins one, `:::` ends it. Which names there are is
 * not the parser's business, so that `check-forms.ts` can say of any other what was meant.
 */
export function formContainers(parser: MarkdownIt): void {
  parser.use(container, "form", { validate: (params: string) => params.trim() !== "" });
  parser.core.ruler.after("block", "form_ends", ({ tokens, src }) => {
    const forms = tokens.filter(isFormOpen);
    if (forms.length === 0) return;
    const lines = src.split("\n");
    for (const form of forms) {
      const line = lines[form.map?.[1] ?? lines.length] ?? "";
      form.meta = { isEnded: END.test(line) } satisfies ContainerMeta;
    }
  });
}

/** The name on a form's beginning, whatever it is. */
export const writtenName = ({ info }: Token): string => /^\s*(\S*)/.exec(info)?.[1] ?? "";

const NONE: ReadonlySet<Token> = new Set();

/** The tokens of pull quotes, whose words stand in the text once more. */
export function repeatsIn(tokens: readonly Token[]): ReadonlySet<Token> {
  if (!tokens.some(isRepeatOpen)) return NONE;
  const repeats = new Set<Token>();
  let isRepeat = false;
  for (const token of tokens) {
    if (isRepeatOpen(token)) isRepeat = true;
    if (isRepeat) repeats.add(token);
    if (isFormClose(token)) isRepeat = false;
  }
  return repeats;
}

const isRepeatOpen = (token: Token): boolean => isFormOpen(token) && writtenName(token) === "pull-quote";
