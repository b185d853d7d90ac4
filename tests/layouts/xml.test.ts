import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { element, xmlDocument } from "../../layouts/parts/xml.ts";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  trimValues: false,
});

// What XML 1.0 can hold and the border lets through: no control characters, no noncharacters.
const words = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.constantFrom("<", ">", "&", '"', "'", "&amp;", "]]>", "<![CDATA[", "<!--", "华", "😀"))
      .map((parts) => parts.join("")),
  )
  .map((text) => text.replace(/[\p{Cc}\ufffe\uffff]/gu, ""));

/** XML 1.0, 2.2. */
const isAllowed = (code: number) =>
  [0x9, 0xa, 0xd].includes(code) || (code >= 0x20 && code !== 0xfffe && code !== 0xffff);

describe("the XML of feeds and sitemaps", () => {
  test("is well-formed and gives back any text, in elements and in attributes", () => {
    fc.assert(
      fc.property(words, words, (text, value) => {
        const xml = xmlDocument(element("a", { b: value }, element("c", {}, text)));
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(parser.parse(xml).a).toEqual({ "@b": value, c: text });
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test("holds no character that XML forbids, whatever the text", () => {
    // Control characters, halves of characters and noncharacters too.
    const anything = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ unit: "binary" })), (text) => {
        const xml = xmlDocument(element("a", { b: text }, text));
        expect(xml.isWellFormed()).toBe(true);
        expect([...xml].every((character) => isAllowed(character.codePointAt(0) ?? 0))).toBe(true);
        expect(XMLValidator.validate(xml)).toBe(true);
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(element("a", {}, "one\f two\u0000\ud800😀").xml).toBe("<a>one two😀</a>");
  });

  test("leaves out attributes and children that are not there", () => {
    expect(element("a", { b: undefined, c: "1" }, undefined, "x").xml).toBe('<a c="1">x</a>');
    expect(element("a").xml).toBe("<a/>");
  });
});
