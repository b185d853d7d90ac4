/** A piece of an XML document as it is written (XML 1.0, 2.1). */
export type XmlToken =
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: readonly Attribute[];
      readonly isEmpty: boolean;
    }
  | { readonly kind: "close"; readonly name: string }
  /** Character data, a CDATA section, a comment or a processing instruction, with its marks. */
  | { readonly kind: "text" | "cdata" | "comment" | "instruction"; readonly written: string };

/** The value is as it is written, between its quotes. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly quote: string;
}

const NAME = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const OPEN = new RegExp(`<(${NAME})`, "y");
const ATTRIBUTE = new RegExp(String.raw`\s+(${NAME})\s*=\s*(?:"([^<"]*)"|'([^<']*)')`, "y");
const END = /\s*(\/?)>/y;
const CLOSE = new RegExp(String.raw`</(${NAME})\s*>`, "y");
const OTHERS = [
  ["text", /[^<]+/y],
  ["comment", /<!--(?:[^-]|-(?!-))*-->/y],
  ["cdata", /<!\[CDATA\[[\s\S]*?\]\]>/y],
  ["instruction", /<\?[\s\S]*?\?>/y],
] as const;

/**
 * Takes an XML document apart, and is stricter than any browser: what could be read in two ways has no tokens. Browsers
 * run the scripts that stand before a mistake, so what they make of a mistake must not matter. Undefined for a document
 * that is not of this kind.
 */
export function tokensOf(xml: string): XmlToken[] | undefined {
  const tokens: XmlToken[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(xml);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const other = (): XmlToken | undefined => {
    for (const [kind, pattern] of OTHERS) {
      const match = take(pattern);
      if (match) return { kind, written: match[0] };
    }
    return undefined;
  };
  const tag = (): XmlToken | undefined => {
    const [, closed] = take(CLOSE) ?? [];
    if (closed !== undefined) return { kind: "close", name: closed };
    const [, name] = take(OPEN) ?? [];
    if (name === undefined) return undefined;
    const attributes: Attribute[] = [];
    for (let match = take(ATTRIBUTE); match; match = take(ATTRIBUTE)) {
      const [, own = "", double, single = ""] = match;
      attributes.push({ name: own, value: double ?? single, quote: double === undefined ? "'" : '"' });
    }
    const end = take(END);
    return end ? { kind: "open", name, attributes, isEmpty: end[1] === "/" } : undefined;
  };
  while (at < xml.length) {
    const token = other() ?? tag();
    if (!token) return undefined;
    tokens.push(token);
  }
  return tokens;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** A text with its references resolved (XML 1.0, 4.1 and 4.6); those that XML does not know stay. */
export const resolved = (written: string): string =>
  written.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
