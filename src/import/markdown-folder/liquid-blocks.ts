import { replaceBlocks } from "../replace-blocks.ts";
import { stretchesOf } from "./outside-code.ts";

/** What Liquid's blocks of code and of plain text hold, before anything else is looked for in a text. */
export function withoutLiquidBlocks(text: string): string {
  const highlight = /\{%-? {0,9}highlight {1,9}([\w+#-]+)[^%\n]{0,200}%\}\n?/;
  const coded = replaceBlocks(text, highlight, /\{%-? {0,9}endhighlight {0,9}-?%\}/, ({ opening, inner }) =>
    fenced(opening[1] ?? "", inner),
  );
  const raw = /\{%-? {0,9}(?:raw|verbatim) {0,9}-?%\}/;
  return replaceBlocks(coded, raw, /\{%-? {0,9}end(?:raw|verbatim) {0,9}-?%\}/, ({ inner }) =>
    stretchesOf(inner)
      .map(({ text: part, isCode }) => (isCode ? part : withoutBraces(part)))
      .join(""),
  );
}

/** Hugo's `highlight`, and its short codes that are shown and not run. */
export function withoutHugoBlocks(text: string): string {
  const highlight = /\{\{[<%] {0,9}highlight {1,9}"?([\w+#-]+)"?[^>%\n]{0,200}[>%]\}\}\n?/;
  const coded = replaceBlocks(text, highlight, /\{\{[<%] {0,9}\/ {0,9}highlight {0,9}[>%]\}\}/, ({ opening, inner }) =>
    fenced(opening[1] ?? "", inner),
  );
  return replaceBlocks(coded, /\{\{([<%])\/\*/, /\*\/([>%])\}\}/, ({ opening, inner }) => {
    const end = opening[1] === "<" ? ">" : "%";
    return `{\u2060{${opening[1]}${inner}${end}}\u2060}`;
  });
}

const fenced = (language: string, code: string): string =>
  `\n\n\`\`\`\`${language}\n${code.replace(/\n?$/, "\n")}\`\`\`\`\n\n`;

const withoutBraces = (text: string): string => text.replace(/[{}]/g, (brace) => `&#${brace.charCodeAt(0)};`);
