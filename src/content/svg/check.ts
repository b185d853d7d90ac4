import { isUtf8 } from "node:buffer";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Report } from "../report.ts";
import { faultOfEmbedded } from "./embedded-picture.ts";
import { tokensOf, type XmlToken } from "./tokens.ts";
import { heavinessOf } from "./weight.ts";

/** What a drawing is made of (SVG 2, chapters 5 to 14). Nothing here runs code or fetches. */
const ELEMENTS = new Set(
  (
    "svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath " +
    "marker clipPath mask pattern linearGradient radialGradient stop filter feBlend feColorMatrix feComponentTransfer " +
    "feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA " +
    "feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight " +
    "feSpecularLighting feSpotLight feTile feTurbulence image style switch view"
  ).split(" "),
);

const FIX = "Export the drawing as plain SVG (Inkscape: Save As, Optimised SVG).";

/**
 * Whether an SVG is a drawing and nothing more. Opened by itself it is a document of the site's origin, so scripts,
 * event handlers, foreign markup, entities and references to elsewhere are problems.
 */
export function checkSvg(shownAs: string, bytes: Uint8Array, report: Report): boolean {
  const refuse = (what: string): false => {
    report({ severity: "error", file: shownAs, what, fix: FIX });
    return false;
  };
  const xml = new TextDecoder().decode(bytes);
  // In an encoding such as ISO-2022-JP a browser would read other tags than we do.
  const [, encoding] = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)/.exec(xml) ?? [];
  if (!isUtf8(bytes) || (encoding && encoding.toLowerCase() !== "utf-8")) return refuse("This SVG is not UTF-8.");
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return refuse("This SVG declares a document type, which can hide code.");
  const faults = faultsIn(xml);
  for (const fault of faults) refuse(fault);
  return faults.length === 0;
}

function faultsIn(xml: string): string[] {
  const validity = XMLValidator.validate(xml);
  if (validity !== true) return [`This SVG is not well-formed (line ${validity.err.line}: ${validity.err.msg}).`];
  const tokens = tokensOf(xml);
  if (!tokens) return ["This SVG is written in a way that browsers may read differently."];
  const heavy = heavinessOf(tokens);
  try {
    const faults = new Set([...faultsOfNodes(PARSER.parse(xml) as XmlNode[]), ...faultsOfTags(tokens)]);
    return heavy ? [...faults, heavy] : [...faults];
  } catch (error) {
    // The parser throws plain Errors for what it will not read: a tag called constructor, or tags nested too deep.
    if (error instanceof Error) return ["This SVG cannot be read."];
    throw error;
  }
}

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  htmlEntities: true,
  maxNestedTags: 200,
});

/** What fast-xml-parser makes of a node with `preserveOrder`: one name with what is inside, and `:@` for attributes. */
type XmlNode = Readonly<Record<string, unknown>>;

function* faultsOfNodes(nodes: readonly XmlNode[]): Generator<string> {
  for (const node of nodes) {
    for (const [name, inside] of Object.entries(node)) {
      if (name === ":@") yield* faultsOfAttributes(inside as Record<string, unknown>);
      else if (name === "#text" || name === "?xml") continue;
      else if (!ELEMENTS.has(name)) yield `This SVG holds <${name}>, which is not part of a drawing.`;
      else {
        // Elements count inside a style sheet too: in XML a browser runs a script that stands there.
        yield* faultsOfNodes(inside as XmlNode[]);
        if (name === "style") yield* faultsOfCss(textOf(inside as XmlNode[]));
      }
    }
  }
}

/** What the library would have missed, had it read a tag otherwise than a browser. */
function* faultsOfTags(tokens: readonly XmlToken[]): Generator<string> {
  for (const token of tokens) {
    if (token.kind === "instruction" && !/^<\?xml\s/.test(token.written)) yield PI;
    if (token.kind !== "open") continue;
    if (!ELEMENTS.has(token.name)) yield `This SVG holds <${token.name}>, which is not part of a drawing.`;
    for (const { name } of token.attributes) {
      if (/^on/i.test(name.replace(/^.*:/, ""))) yield `This SVG runs code (${name}).`;
    }
  }
}

const PI = "This SVG holds a processing instruction, which is not part of a drawing.";

const textOf = (nodes: readonly XmlNode[]): string => nodes.map((node) => node["#text"] ?? "").join("");

function* faultsOfAttributes(attributes: Record<string, unknown>): Generator<string> {
  for (const [name, written] of Object.entries(attributes)) {
    const value = String(written).trim();
    const local = name.replace(/^.*:/, "");
    if (/^on/i.test(local)) yield `This SVG runs code (${name}).`;
    else if (local !== "href") yield* faultsOfCss(value);
    else if (!/^(?:#|data:image\/(?:png|jpeg|webp);base64,)/.test(value)) {
      yield `This SVG refers to something elsewhere (${name}="${value.slice(0, 60)}").`;
    } else if (value.startsWith("data:")) {
      const fault = faultOfEmbedded(value.slice(value.indexOf(",") + 1));
      if (fault) yield fault;
    }
  }
}

/** CSS stands in `style` and, as presentation attributes, nearly everywhere (`fill`, `mask`, `cursor`). */
function* faultsOfCss(css: string): Generator<string> {
  // Every way in which CSS fetches (CSS Images 4, CSS Values 5), and the backslash, which can spell each otherwise.
  if (/@import|url\((?!\s*['"]?#)|(?:image-set|image|src|cross-fade|expression)\(|\\/i.test(css)) {
    yield "This SVG's styles refer to something elsewhere.";
  }
}
