import Markdown, { type MarkdownIt } from "markdown-it";
import anchor from "markdown-it-anchor";
import footnote from "markdown-it-footnote";
import { embeds } from "./embeds/embeds.ts";
import { figures } from "./figures.ts";
import { rememberFootnotes } from "./footnotes.ts";
import { formContainers } from "./forms/containers.ts";
import { headingId } from "./heading-ids.ts";
import { limits } from "./limits.ts";
import { rememberOffsets } from "./positions.ts";
import { quotesOf } from "./quotes.ts";
import { renderRules } from "./render-rules.ts";
import { quickTokens } from "./tokens.ts";

/** The parser of texts in a BCP 47 language. Making one costs as much as reading several stories. */
export const parserIn = once(createParser);

/** Sets lines of plain text as a BCP 47 language does. */
export const typographerIn = once(createTypographer);

function once<Made>(make: (language: string) => Made): (language: string) => Made {
  const made = new Map<string, Made>();
  return (language) => {
    const one = made.get(language) ?? make(language);
    made.set(language, one);
    return one;
  };
}

/**
 * CommonMark with what news writers need: tables, footnotes, forms, cards for links, captions (an image's title), heading ids in any script
 * and the language's own quotation marks. Raw HTML and links of every scheme are tokens here, so that `check.ts` can
 * name them; nothing that it refuses is ever rendered.
 */
function createParser(language: string): MarkdownIt {
  const parser = new Markdown({ html: true, typographer: true, quotes: quotesOf(language) });
  // Typographer's other half turns the (c) of a list of clauses into ©.
  parser.disable("replacements");
  parser.validateLink = () => true;
  parser.use(quickTokens);
  parser.use(rememberOffsets);
  parser.use(footnote);
  parser.use(formContainers);
  parser.use(figures);
  parser.use(embeds);
  parser.use(rememberFootnotes);
  parser.use(limits);
  parser.use(anchor, { slugifyWithState: (text, { env }) => headingId(text, env as object), tabIndex: false });
  parser.use(renderRules);
  return parser;
}

/** A line of plain text (a headline, a name) with the language's quotation marks; Markdown's marks stay as they are. */
function createTypographer(language: string): (text: string) => string {
  const parser = new Markdown("zero", { typographer: true, quotes: quotesOf(language) });
  parser.enable("smartquotes");
  return (text) => {
    if (!/['"]/.test(text)) return text;
    const tokens = parser.parseInline(text, {}).flatMap((token) => token.children ?? []);
    return tokens.map((token) => token.content).join("");
  };
}
