import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parserIn } from "../../src/content/markdown/parser.ts";
import { readText } from "../../src/import/markdown/convert.ts";
import "../property-seed.ts";

/** Words with what Markdown would take for its own. */
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("bridge", "opens", "5.12", "桥", "جسر", "naïve", "A", "1", "x") },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      "*star*",
      "_under_",
      "**",
      "__",
      "~~gone~~",
      "`code`",
      "[link](x)",
      "[^1]",
      "^[note]",
      "![pic](x)",
      "# head",
      "## two",
      "- item",
      "+ plus",
      "1. one",
      "2) two",
      "> quote",
      "| pipe |",
      "---",
      "===",
      ":::",
      "::: gallery",
      "&amp;",
      "&lt;b&gt;",
      "&amp;lt;",
      "\\",
      "{{ x }}",
      "http://a.example/b_c_d",
      "a@b.example",
      ":",
      "www.x.example",
      "[x]: y",
      "[a]",
      "!",
      "^",
      "a*b*c",
      "a_b_c",
      "~",
      "```",
      "~~~",
      '"',
      "'",
    ),
  },
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(" "));
const inline: fc.Arbitrary<string> = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    words,
    fc
      .tuple(
        fc.constantFrom(
          "b",
          "i",
          "em",
          "strong",
          "u",
          "span",
          "mark",
          "small",
          "del",
          "code",
          "sup",
          "sub",
          "q",
          "abbr",
          "kbd",
        ),
        tie("inline"),
      )
      .map(([name, inside]) => `<${name}>${inside}</${name}>`),
    tie("inline").map((inside) => `<a href="https://other.example/a_b">${inside}</a>`),
    fc.tuple(tie("inline"), fc.constantFrom("", " ", "<br>", "\n"), tie("inline")).map((parts) => parts.join("")),
  ),
})).inline;
const block: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    inline.map((inside) => `<p>${inside}</p>`),
    inline,
    fc.tuple(fc.integer({ min: 1, max: 6 }), inline).map(([level, inside]) => `<h${level}>${inside}</h${level}>`),
    fc
      .tuple(fc.constantFrom("div", "blockquote", "section", "figure", "details", "center", "aside"), tie("block"))
      .map(([name, inside]) => `<${name}>${inside}</${name}>`),
    fc
      .tuple(fc.constantFrom("ul", "ol"), fc.array(tie("block"), { minLength: 1, maxLength: 3 }))
      .map(([name, items]) => `<${name}>${items.map((item) => `<li>${item}</li>`).join("")}</${name}>`),
    fc
      .array(fc.array(inline, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map(
        (rows) =>
          `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`,
      ),
    words.map((inside) => `<pre>${inside}</pre>`),
    fc.constant("<hr>"),
    fc.tuple(tie("block"), tie("block")).map((parts) => parts.join("\n")),
  ),
})).block;

const SURROUNDINGS = {
  title: "Bridge",
  link: (url: string) => ({ url }),
  picture: () => ({ missing: "It is not here.", url: undefined }),
};

const convert = (text: string) => readText({ format: "html", text }).convert(SURROUNDINGS);

describe("whatever HTML an old text is", () => {
  test("every word of it is a word of the Markdown that readers see, or is named in the report", () => {
    fc.assert(
      fc.property(block, (html) => {
        const { notes } = convert(html);
        expect(notes.filter(({ what }) => /lost/.test(what))).toEqual([]);
      }),
      { numRuns: Number(process.env["RUNS"] ?? 200) },
    );
  });

  test("its Markdown holds no HTML, no heading above ##, and no mark that it was not given", () => {
    fc.assert(
      fc.property(block, (html) => {
        const { markdown } = convert(html);
        const tokens = parserIn("en").parse(markdown, {});
        const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
        expect(
          all.filter(({ type, tag }) => type.startsWith("html") || tag === "h1" || type.startsWith("footnote")),
          markdown,
        ).toEqual([]);
        const links = all.filter(({ type }) => type === "link_open").map(({ attrs }) => String(attrs?.[0]?.[1]));
        expect(
          links.every((href) => href === "https://other.example/a_b"),
          markdown,
        ).toBe(true);
        expect(
          all.filter(({ type }) => type === "image"),
          markdown,
        ).toEqual([]);
      }),
      { numRuns: Number(process.env["RUNS"] ?? 100) },
    );
  });
});
