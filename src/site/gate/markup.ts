/** What a reader of markup is told, in the order in which it stands there. Values and words are as written: with references. */
export interface MarkupReader {
  /** An element begins; its attributes follow. */
  readonly element: (name: string) => void;
  readonly attribute: (name: string, value: string) => void;
  /** All attributes of the element have been told. */
  readonly elementEnds?: () => void;
  /** What stands between two tags. */
  readonly words?: (text: string) => void;
  /** What stands in a script; of styles nothing is told. */
  readonly script?: (text: string) => void;
}

const LESS = 60;
const SLASH = 47;
const GREATER = 62;
const EQUALS = 61;
const DOUBLE_QUOTE = 34;
const QUOTE = 39;

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/**
 * Reads markup as a build prints it, HTML or XML, in one pass and without building anything: every page of every build
 * comes by here. It is no validator. Where markup is broken it goes on at the next tag, and html-validate says so.
 */
export function readMarkup(text: string, kind: "html" | "xml", reader: MarkupReader): void {
  const { element, attribute, elementEnds, words, script } = reader;
  const end = text.length;
  let at = 0;
  while (at < end) {
    const tag = text.indexOf("<", at);
    if (words && tag !== at) words(text.slice(at, tag < 0 ? end : tag));
    if (tag < 0) return;
    at = tag + 1;
    const first = text.charCodeAt(at);
    if (!isLetter(first)) {
      at = afterOther(text, tag);
      continue;
    }
    while (at < end && !endsName(text.charCodeAt(at))) at++;
    const name = text.slice(tag + 1, at);
    element(name);
    at = readAttributes(text, at, attribute);
    elementEnds?.();
    if (kind === "html" && (name === "style" || name === "script")) {
      const close = text.indexOf(`</${name}`, at);
      const until = close < 0 ? end : close;
      if (name === "script") script?.(text.slice(at, until));
      at = until;
    }
  }
}

const endsName = (code: number) => isSpace(code) || code === GREATER || code === SLASH;

/** Behind an end tag, a comment, a declaration, an instruction or a section of characters. */
function afterOther(text: string, tag: number): number {
  const [mark, close] = text.startsWith("<!--", tag)
    ? ["<!--", "-->"]
    : text.startsWith("<![CDATA[", tag)
      ? ["<![CDATA[", "]]>"]
      : ["<", ">"];
  const found = text.indexOf(close, tag + mark.length);
  return found < 0 ? text.length : found + close.length;
}

/** Tells the attributes from `at` on; returns where the text behind the tag begins. */
function readAttributes(text: string, from: number, attribute: MarkupReader["attribute"]): number {
  const end = text.length;
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at + 1;
    if (code === LESS) return at;
    if (isSpace(code) || code === SLASH) {
      at++;
      continue;
    }
    const start = at;
    at++;
    while (at < end && text.charCodeAt(at) !== EQUALS && !endsName(text.charCodeAt(at))) at++;
    const name = text.slice(start, at);
    if (text.charCodeAt(at) !== EQUALS) {
      attribute(name, "");
      continue;
    }
    const quote = text.charCodeAt(++at);
    if (quote === DOUBLE_QUOTE || quote === QUOTE) {
      const close = text.indexOf(quote === QUOTE ? "'" : '"', ++at);
      const until = close < 0 ? end : close;
      attribute(name, text.slice(at, until));
      at = until + 1;
    } else {
      const value = at;
      while (at < end && !isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== GREATER) at++;
      attribute(name, text.slice(value, at));
    }
  }
  return at;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The characters that references stand for, of those that a build writes. */
export function decoded(written: string): string {
  if (!written.includes("&")) return written;
  return written.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The ids in a page. */
export function idsIn(html: string): Set<string> {
  const ids = new Set<string>();
  readMarkup(html, "html", {
    element: () => {},
    attribute: (name, value) => {
      if (name === "id") ids.add(decoded(value));
    },
  });
  return ids;
}
