import type { MarkdownIt, Token } from "markdown-it";
import container from "markdown-it-container";
import type { FormName } from "../../../model/forms.ts";

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
export const repeatsIn = (tokens: readonly Token[]): ReadonlySet<Token> => tokensOf("pull-quote", tokens);

/** The tokens of galleries, whose pictures are smaller than others. */
export const galleriesIn = (tokens: readonly Token[]): ReadonlySet<Token> => tokensOf("gallery", tokens);

function tokensOf(name: FormName, tokens: readonly Token[]): ReadonlySet<Token> {
  const isOpen = (token: Token): boolean => isFormOpen(token) && writtenName(token) === name;
  if (!tokens.some(isOpen)) return NONE;
  const found = new Set<Token>();
  let isInside = false;
  for (const token of tokens) {
    if (isOpen(token)) isInside = true;
    if (isInside) found.add(token);
    if (isFormClose(token)) isInside = false;
  }
  return found;
}

/** What a form says of itself to readers, apart from a pull quote, which says nothing new. */
export function wordsOfForm(open: Token): string {
  if (writtenName(open) === "pull-quote") return "";
  const written = open.info.matchAll(/\s(?:title|caption|unit|source)=(?:"([^"]*)"|'([^']*)')/g);
  return [...written].map(([, double, single]) => double ?? single ?? "").join(" | ");
}
