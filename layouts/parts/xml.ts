/** Well-formed XML, made of elements only; texts and attribute values are escaped here and nowhere else. */
export type Xml = { readonly xml: string };

export type XmlChild = Xml | string | undefined;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

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
