/** What was found between two marks. */
export interface Block {
  /** The whole, with its marks. */
  readonly written: string;
  readonly opening: RegExpExecArray;
  readonly inner: string;
}

/**
 * Replaces what stands between an opening and the closing that follows it. Takes time in proportion to the text whatever
 * it holds, which a pattern for the whole would not: where no closing follows, none does for later openings either.
 */
export function replaceBlocks(text: string, opening: RegExp, closing: RegExp, make: (block: Block) => string): string {
  const open = new RegExp(opening.source, `${opening.flags.replace("g", "")}g`);
  const close = new RegExp(closing.source, `${closing.flags.replace("g", "")}g`);
  let made = "";
  let from = 0;
  for (let start = open.exec(text); start; start = open.exec(text)) {
    close.lastIndex = open.lastIndex;
    const end = close.exec(text);
    if (!end) break;
    const written = text.slice(start.index, close.lastIndex);
    made +=
      text.slice(from, start.index) + make({ written, opening: start, inner: text.slice(open.lastIndex, end.index) });
    from = close.lastIndex;
    open.lastIndex = from;
  }
  return made + text.slice(from);
}
