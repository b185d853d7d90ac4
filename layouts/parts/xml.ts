/** Well-formed XML, made of elements only; texts and attribute values are escaped here and nowhere else. */
export type Xml = { readonly xml: string };

export type XmlChild = Xml | string | undefined;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** What XML cannot hold, not even escaped (XML 1.0, 2.2, production 2), is left out: nobody could read the file. */
const escaped = (text: string): string =>
  text.replace(NO_CHARACTER, "").replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

/** Text that many documents hold, escaped once. */
export const textNode = (text: string): Xml => ({ xml: escaped(text) });

/** An element; attributes and children that are undefined are left out. Many children are given as a list. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (XmlChild | readonly XmlChild[])[]
): Xml {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(value)}"`]))
    .join("");
  const inside = children
    .flat()
    .filter((child) => child !== undefined)
    .map((child) => (typeof child === "string" ? escaped(child) : child.xml))
    .join("");
  return { xml: inside === "" ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>` };
}

/** `sheet` is the address of a style sheet in CSS, for browsers (W3C, Associating Style Sheets with XML documents). */
export function xmlDocument(root: Xml, sheet?: string): string {
  const styles = sheet === undefined ? "" : `<?xml-stylesheet type="text/css" href="${escaped(sheet)}"?>\n`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${styles}${root.xml}\n`;
}
