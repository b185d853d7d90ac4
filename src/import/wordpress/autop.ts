/** What is a block by itself, and stands in no paragraph. */
const BLOCKS =
  "address|article|aside|audio|blockquote|caption|center|col|colgroup|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|legend|li|main|map|menu|nav|object|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video";
const BLOCK_TAG = new RegExp(`</?(?:${BLOCKS})(?=[\\s/>])[^>]*>`, "gi");
const STARTS_WITH_BLOCK = new RegExp(`^</?(?:${BLOCKS})(?=[\\s/>])`, "i");
const VERBATIM = /<(pre|script|style|textarea|svg)\b[^>]*>.*?<\/\1\s*>/gis;

/**
 * Paragraphs for a text of WordPress's classic editor, which keeps them as empty lines, and line ends as line ends.
 */
export function withParagraphs(text: string): string {
  const kept: string[] = [];
  // Noncharacters (Unicode 23.7), which no text has.
  const held = text.replace(/[\ufdd0\ufdd1]/g, "").replace(VERBATIM, (whole) => `\ufdd0${kept.push(whole) - 1}\ufdd1`);
  // One space shows as many do, and patterns would try each.
  const plain = held.replace(/[ \t]+/g, " ");
  return paragraphs(
    plain.replace(/\ufdd0\d+\ufdd1/g, (mark) => (isBlock(kept, mark) ? `\n\n${mark}\n\n` : mark)),
  ).replace(/\ufdd0(\d+)\ufdd1/g, (_mark, index: string) => kept[Number(index)] ?? "");
}

const isBlock = (kept: readonly string[], mark: string): boolean =>
  /^<pre/i.test(kept[Number(mark.slice(1, -1))] ?? "");

function paragraphs(text: string): string {
  return text
    .replace(BLOCK_TAG, (tag) => (tag.startsWith("</") ? `${tag}\n\n` : `\n\n${tag}`))
    .split(/\n[ \t]*\n\s*/)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== "")
    .map((chunk) => {
      const [, opening, rest = ""] = /^((?:<\/?[a-z][^>]*>\s*)*)(.*)$/is.exec(chunk) ?? [];
      if (!STARTS_WITH_BLOCK.test(chunk) && !/^\ufdd0\d+\ufdd1$/.test(chunk)) return `<p>${withBreaks(chunk)}</p>`;
      // Words right behind a block's tag: those of a quotation or an item.
      return `${opening ?? ""}${withBreaks(rest)}`;
    })
    .join("\n");
}

const withBreaks = (text: string): string => text.replace(/(?<!<br ?\/?>) ?\n/gi, "<br>\n");
