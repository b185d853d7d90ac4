import { Document, isMap, isPair, isScalar, isSeq } from "yaml";

export type Fields = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/**
 * A Markdown file of these fields, in their order, and without a text. Lists stand in brackets, as writers put them;
 * `notes` stand above their fields.
 */
export function markdownOf(fields: Fields, notes: Readonly<Record<string, string>> = {}): string {
  const document = new Document(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
  if (!isMap(document.contents)) throw new Error("Front matter is a mapping");
  for (const pair of document.contents.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    if (isSeq(pair.value)) pair.value.flow = true;
    const note = notes[String(pair.key.value)];
    if (note) pair.key.commentBefore = ` ${note}`;
  }
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false, doubleQuotedAsJSON: true })}---\n`;
}

/** A line of text as the reader takes it: spaces folded, NFC. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim().normalize("NFC");
