/** "A, B and C" as the language writes it, to be read as a text. */
export const joined = (items: readonly string[], language: string): string => formatOf(language).format(items);

/** The same in pieces: an index of `items`, or the words between two of them. */
export function joinedInPieces(items: readonly string[], language: string): (number | string)[] {
  let index = 0;
  return formatOf(language)
    .formatToParts(items)
    .map(({ type, value }) => (type === "element" ? index++ : value));
}

const formats = new Map<string, Intl.ListFormat>();

function formatOf(language: string): Intl.ListFormat {
  const made = formats.get(language) ?? new Intl.ListFormat(language, { type: "conjunction" });
  formats.set(language, made);
  return made;
}
