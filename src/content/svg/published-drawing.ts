import { tokensOf, type XmlToken } from "./tokens.ts";

/** Prefixes of attributes that mean something to a browser. */
const KEPT_PREFIXES = new Set(["xlink", "xml"]);

/**
 * A drawing as readers get it: without comments, `<metadata>` and what drawing programs note for themselves, such as
 * where on whose disk it lay. Its picture is the same. The bytes are those of a drawing that was checked, or of none.
 */
export function publishedDrawing(bytes: Uint8Array): Buffer {
  const tokens = tokensOf(Buffer.from(bytes).toString());
  return tokens ? Buffer.from(withoutNotes(tokens).map(print).join("")) : Buffer.from(bytes);
}

function withoutNotes(tokens: readonly XmlToken[]): XmlToken[] {
  let depth = 0;
  return tokens.filter((token) => {
    const isNote = "name" in token && token.name === "metadata";
    if (isNote && token.kind === "open" && !token.isEmpty) depth++;
    const isKept = depth === 0 && !isNote && token.kind !== "comment";
    if (isNote && token.kind === "close") depth--;
    return isKept;
  });
}

function print(token: XmlToken): string {
  switch (token.kind) {
    case "open": {
      const attributes = token.attributes
        .filter(({ name }) => isKept(name))
        .map(({ name, value, quote }) => ` ${name}=${quote}${value}${quote}`);
      return `<${token.name}${attributes.join("")}${token.isEmpty ? "/" : ""}>`;
    }
    case "close":
      return `</${token.name}>`;
    default:
      return token.written;
  }
}

function isKept(attribute: string): boolean {
  const [prefix = "", local] = attribute.split(":");
  if (local === undefined) return true;
  return KEPT_PREFIXES.has(prefix) || (prefix === "xmlns" && KEPT_PREFIXES.has(local));
}
