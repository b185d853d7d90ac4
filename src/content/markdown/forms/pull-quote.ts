import { plainText } from "../image.ts";
import type { FormReader, WrittenForm } from "./written-form.ts";

/** Readers hear none of it, so nothing may stand there that they could need. */
const PLAIN = new Set([
  ...["text", "softbreak", "hardbreak", "code_inline"],
  ...["em_open", "em_close", "strong_open", "strong_close"],
]);

/** The others have problems of their own. */
const KNOWN = new Set(["paragraph_open", "heading_open", "container_form_open"]);

/** Words of the story once more, large. That they stand in it is checked: screen readers, feeds and the search leave a pull quote out. */
export const pullQuote: FormReader<"pull-quote"> = {
  needs: [],
  mayHave: ["by"],
  example: '::: pull-quote by="Ann Example"',
  read(form) {
    const { attributes, inside, typographic } = form;
    if (inside.length === 0)
      form.refuse("This pull quote is empty.", "Write a sentence of the story between the two lines.");
    checkWords(form);
    const by = attributes.get("by")?.value;
    return { by: by && typographic(by) };
  },
};

function checkWords({ inside, words, refuseAt }: WrittenForm): void {
  for (const [token, block] of inside) {
    const isBlock = token.level === 1 && token.nesting >= 0;
    if (isBlock && !KNOWN.has(token.type)) {
      refuseAt(block, 0, 1, "A pull quote is a sentence, and nothing else.", ONLY_WORDS);
    }
    if (token.type !== "inline" || token.level > 2) continue;
    if (token.children?.some(({ type }) => !PLAIN.has(type))) {
      refuseAt(block, 0, token.content.length, "A pull quote has no links, pictures or footnotes.", ONLY_WORDS);
      continue;
    }
    const missing = firstMissing(comparablePieces(plainText(token)), words());
    if (missing === undefined) continue;
    const what = "These words do not stand in the story, which a pull quote repeats.";
    refuseAt(
      block,
      0,
      token.content.length,
      what,
      "Quote it word by word (… for what is left out), or begin the lines with > to quote something else.",
    );
  }
}

const ONLY_WORDS = "Leave its words only: readers find the rest where they stand in the story.";

/** What a writer leaves out of a quotation. */
const LEFT_OUT = /\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3})\s*/;

const comparablePieces = (quote: string): string[] =>
  quote
    .split(LEFT_OUT)
    .map((piece) => comparable(piece).replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, ""))
    .filter((piece) => piece !== "");

/** Quotation marks inside others look different, and a sentence that begins in the middle of another gets a capital. */
export const comparable = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/["'“”‘’„‚«»‹›「」『』]/g, "")
    .replace(/\s+/g, " ")
    .toLowerCase();

/** The first of the pieces that does not stand in the text behind those before it. */
function firstMissing(pieces: readonly string[], text: string): string | undefined {
  let from = 0;
  return pieces.find((piece) => {
    const at = text.indexOf(piece, from);
    from = at + piece.length;
    return at === -1;
  });
}
