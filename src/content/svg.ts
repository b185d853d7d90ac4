import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Report } from "./report.ts";

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
  const refuse = (what: string, fix = FIX): false => {
    report({ severity: "error", file: shownAs, what, fix });
    return false;
  };
  const xml = new TextDecoder().decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return refuse("This SVG declares a document type, which can hide code.");
  const validity = XMLValidator.validate(xml);
  if (validity !== true) return refuse(`This SVG is not well-formed (line ${validity.err.line}: ${validity.err.msg})`);
  const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: "" });
  const faults = [...faultsIn(parser.parse(xml) as XmlNode[])];
  for (const fault of faults) refuse(fault);
  return faults.length === 0;
}

type XmlNode = Readonly<Record<string, unknown>>;

function* faultsIn(nodes: readonly XmlNode[]): Generator<string> {
  for (const node of nodes) {
    for (const [name, inside] of Object.entries(node)) {
      if (name === ":@") yield* faultsOfAttributes(inside as Record<string, unknown>);
      else if (name === "#text") continue;
      else if (name === "?xml") continue;
      else if (!ELEMENTS.has(name)) yield `This SVG holds <${name}>, which is not part of a drawing.`;
      else if (name === "style") yield* faultsOfStyle(JSON.stringify(inside));
      else yield* faultsIn(inside as XmlNode[]);
    }
  }
}

function* faultsOfAttributes(attributes: Record<string, unknown>): Generator<string> {
  for (const [name, value] of Object.entries(attributes)) {
    const local = name.replace(/^.*:/, "");
    if (/^on/i.test(local)) yield `This SVG runs code (${name}).`;
    if (local === "href" && !/^(?:#|data:image\/(?:png|jpeg|webp);base64,)/.test(String(value).trim())) {
      yield `This SVG refers to something elsewhere (${name}="${String(value).slice(0, 60)}").`;
    }
    if (local === "style") yield* faultsOfStyle(String(value));
  }
}

function* faultsOfStyle(css: string): Generator<string> {
  if (/@import|url\(\s*['"]?(?!#)|expression\(|\\/i.test(css.replace(/\\n|\\"/g, " "))) {
    yield "This SVG's styles refer to something elsewhere.";
  }
}
