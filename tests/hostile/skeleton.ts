import { load } from "cheerio";
import { XMLParser } from "fast-xml-parser";

type Parsed = ReturnType<typeof load>;

/** Addresses by which a browser fetches, opens or sends, and no other. */
const HARMLESS = /^(?:https?:\/\/|mailto:|tel:|[#/?]|\.?$)/i;
const DATA_SCRIPTS = new Set(["application/ld+json", "speculationrules"]);

/** Attributes whose value is an address. */
const ADDRESSES = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset"];

const NEVER =
  "iframe, frame, object, embed, applet, base, math, marquee, portal, fencedframe, plaintext, xmp, [srcdoc], [style]";

/** Elements and attributes of a page that could run something and are not the site's own. `ours` are its scripts. */
export function activeNodes($: Parsed, ours: ReadonlySet<string>): string[] {
  const found = $(NEVER)
    .toArray()
    .map((element) => `<${element.tagName}>`);
  for (const element of $("*").toArray()) {
    const { name, attribs } = element as { name: string; attribs: Record<string, string> };
    if (name === "script") {
      const isData = DATA_SCRIPTS.has(attribs["type"] ?? "");
      if (!isData && !ours.has(attribs["src"] ?? $(element).text())) found.push("a script that is not ours");
    }
    if (name === "style" && !ours.has($(element).text())) found.push("a style that is not ours");
    for (const [attribute, value] of Object.entries(attribs)) {
      if (/^on/i.test(attribute)) found.push(`${name} ${attribute}`);
      if (ADDRESSES.includes(attribute) && !HARMLESS.test(value)) found.push(`${name} ${attribute}=${value}`);
      if (attribute === "http-equiv" && /refresh/i.test(value) && !/^0; ?url=\//.test(attribs["content"] ?? ""))
        found.push("a refresh");
    }
  }
  return found;
}

/** The elements of a page with the names of their attributes, in order: all of it but the words. */
export const skeletonOf = ($: Parsed): string[] =>
  $("*")
    .toArray()
    .map((element) => {
      const { name, attribs } = element as { name: string; attribs: Record<string, string> };
      return [name, ...Object.keys(attribs)].join(" ");
    });

const XML = new XMLParser({ preserveOrder: true, ignoreAttributes: false, processEntities: true });

/** The same of an XML document. Throws for one that is not well-formed. */
export function skeletonOfXml(xml: string): string[] {
  const names: string[] = [];
  const visit = (nodes: readonly Record<string, unknown>[]) => {
    for (const node of nodes) {
      for (const [name, inside] of Object.entries(node)) {
        if (name === ":@") names.push(Object.keys(inside as object).join(" "));
        else if (name !== "#text") {
          names.push(name);
          visit(inside as Record<string, unknown>[]);
        }
      }
    }
  };
  visit(XML.parse(xml) as Record<string, unknown>[]);
  return names;
}

/** The texts of a feed's entries that readers' programs take for HTML. */
export function htmlInFeed(xml: string): string[] {
  const $ = load(xml, { xml: true });
  return $("content[type=html], item > description, content\\:encoded, summary[type=html], title[type=html]")
    .toArray()
    .map((element) => $(element).text());
}

/** What a document of JSON is made of: the names of its members, in order. */
export function skeletonOfJson(json: string): string {
  return JSON.stringify(JSON.parse(json), (_key, value) => (typeof value === "string" ? "" : value));
}
