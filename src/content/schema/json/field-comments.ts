/** What the comments above the fields of a schema's source say, by the fields' paths; "" is the schema's own. */
export type FieldComments = ReadonlyMap<string, string>;

/**
 * Reads the doc comments of a schema in TypeScript, `export const …Schema`, that the formatter has laid out. So a field
 * is described in one place, where whoever changes it sees it.
 */
export function fieldComments(source: string, exported: string): FieldComments {
  const comments = new Map<string, string>();
  const open: { readonly indent: number; readonly name: string }[] = [];
  let comment: string | undefined;
  let isInside = false;
  for (const [, whole = "", indent = "", name, declared] of source.matchAll(STEP)) {
    if (name === undefined && declared === undefined) {
      comment = textOf(whole);
      continue;
    }
    if (declared !== undefined) {
      isInside = declared === exported;
      if (isInside && comment) comments.set("", comment);
    } else if (isInside && name !== undefined) {
      while ((open.at(-1)?.indent ?? -1) >= indent.length) open.pop();
      open.push({ indent: indent.length, name });
      if (comment) comments.set(open.map((one) => one.name).join("."), comment);
    }
    comment = undefined;
  }
  return comments;
}

/** A doc comment, a line that begins with a property's name, or a declaration. */
const STEP = /(^ *\/\*\*[\s\S]*?\*\/$|^( +)([A-Za-z]\w*)[:,]|^(?:export )?(?:const|function|type|interface) (\w+))/gm;

/** One paragraph, without the comment's marks. */
const textOf = (comment: string): string =>
  comment
    .trim()
    .replace(/^\/\*\*|\*\/$/g, "")
    .replace(/^ *\*/gm, "")
    .replace(/\s+/g, " ")
    .trim();
