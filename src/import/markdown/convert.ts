import type { Root as HastRoot } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toMdast } from "hast-util-to-mdast";
import Markdown from "markdown-it";
import footnote from "markdown-it-footnote";
import type { Root } from "mdast";
import { CONTROL, OVERRIDE } from "../../content/source.ts";
import type { OldMarkup } from "../old-site.ts";
import { markFootnotes } from "./footnotes.ts";
import { fillForms } from "./forms.ts";
import { handlersFor } from "./handlers.ts";
import { missingWords } from "./missing-words.ts";
import { picturesIn } from "./pictures-in.ts";
import { type PlacedNote, printMarkdown } from "./print.ts";
import type { Surroundings } from "./surroundings.ts";
import { tidy } from "./tidy.ts";
import { isTooDeep, textOfTags } from "./too-deep.ts";

/** An old text, read. */
export interface ReadText {
  /** The addresses of each picture, the best first. */
  readonly pictures: readonly (readonly string[])[];
  /** As our Markdown, with what a person should know of it. */
  convert(given: Surroundings): ConvertedText;
}

export interface ConvertedText {
  /** Ends in a line end, unless it is empty. */
  readonly markdown: string;
  readonly notes: readonly PlacedNote[];
}

/** Markdown of others is HTML first: their dialects differ in everything that HTML says plainly. */
const foreign = new Markdown({ html: true, linkify: false, typographer: false }).use(footnote);

/** A picture's title in Markdown is what readers see when they point at it: here it is the caption. */
const image = foreign.renderer.rules["image"];
foreign.renderer.rules["image"] = (tokens, index, ...rest) => {
  const title = tokens[index]?.attrGet("title");
  if (title) tokens[index]?.attrSet("data-caption", title);
  return image?.(tokens, index, ...rest) ?? "";
};

/** Comments were for nobody to read. */
const NO_COMMENTS = { comment: () => undefined };

/** What a text may not hold here in whatever form: taken out, and told. */
const UNPRINTABLE = new RegExp(`${CONTROL.source}|${OVERRIDE.source}`, "g");

/** Reads an old text of either sort. Whatever it holds, it is read in bounded time and space. */
export function readText({ format, text }: OldMarkup): ReadText {
  const clean = text.replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "");
  const said: PlacedNote[] = [];
  if (clean.length < text.replace(/\r\n?/g, "\n").length) {
    said.push({ line: 1, what: "Characters that cannot be printed were taken out.", needsPerson: false });
  }
  const html = format === "html" ? clean : foreign.render(clean);
  const isDeep = isTooDeep(html);
  if (isDeep) {
    const what = "Its markup was nested too deep to be read: only its words are kept.";
    said.push({ line: 1, what, needsPerson: true });
  }
  const tree = isDeep ? plainTree(textOfTags(html)) : fromHtml(html, { fragment: true });
  return {
    pictures: picturesIn(tree),
    convert(given) {
      const ours = markFootnotes(tree);
      const handlers = handlersFor(given);
      const mdast = tidy(toMdast(tree, { document: true, handlers, nodeHandlers: NO_COMMENTS }) as Root);
      fillForms(mdast);
      const printed = printMarkdown(mdast);
      const { markdown } = printed;
      const notes = [...printed.notes];
      const lost = missingWords(tree, markdown, ours);
      if (lost.length > 0) {
        const shown = lost.slice(0, 12).join(" ");
        notes.push({ line: 1, what: `These words were lost on the way: ${shown}.`, needsPerson: true });
      }
      return { markdown: markdown.trim() === "" ? "" : markdown, notes: [...said, ...notes] };
    },
  };
}

/** Words alone, in paragraphs. */
const plainTree = (text: string): HastRoot => ({
  type: "root",
  children: text.split(/\n\s*\n/).map((value) => ({
    type: "element",
    tagName: "p",
    properties: {},
    children: [{ type: "text", value }],
  })),
});
