import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderBody } from "../../src/content/body.ts";
import { cutFile } from "../../src/content/front-matter.ts";
import { shelve } from "../../src/content/images.ts";
import { parserIn } from "../../src/content/markdown/parser.ts";
import { articleSchema } from "../../src/content/schema/article.ts";
import { decode } from "../../src/content/source.ts";
import { readTags } from "../../src/content/tags.ts";
import { validate } from "../../src/content/validate.ts";
import type { Problem } from "../../src/problems.ts";
import { STORY, story } from "./newspaper-on-disk.ts";

const PARSER = parserIn("en-GB");
const SCHEMA = articleSchema("Europe/London");
const NO_IMAGES = shelve(new Map());

/** The problems of a story of these bytes, as far as it can be judged without the rest of a newspaper. */
function problemsOf(bytes: Uint8Array): Problem[] {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const source = decode(STORY, `content/${STORY}`, bytes, report);
  const cut = source && cutFile(source, report);
  if (!source || !cut) return problems;
  const matter = cut.frontMatter && validate(SCHEMA, cut.frontMatter, source, report);
  const rendered = renderBody(PARSER, source, cut, NO_IMAGES, report);
  expect(matter !== undefined && rendered !== undefined).toBe(problems.length === 0);
  for (const { at } of rendered?.body.links ?? []) {
    const excerpt = source.text.split("\n")[at.line - 1] ?? "";
    const what = "Only to see where it stands.";
    problems.push({ severity: "error", file: source.shownAs, at: { ...at, excerpt }, what, fix: "" });
  }
  return problems;
}

/** That every problem stands on a line of the text, shows that line, and underlines characters of it. */
function expectPlacesInside(problems: readonly Problem[], text: string): void {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n?|\n/);
  for (const { at, what } of problems) {
    if (!at) continue;
    const line = lines[at.line - 1];
    expect(line, `${what} is on line ${at.line}`).toBe(at.excerpt);
    expect(at.column).toBeGreaterThanOrEqual(1);
    expect(at.length).toBeGreaterThanOrEqual(1);
    // An end of a line can be underlined, as where a quote was never closed.
    expect(at.column + at.length - 1).toBeLessThanOrEqual(at.excerpt.length + 1);
  }
}

const anyText = fc.string({ unit: "binary", maxLength: 200 });

/** Texts that are made of what YAML gives a meaning. */
const yamlish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."title:|summary:|author:|date:|image:|src:|sources:|tags:|draft:|- |? |: |\n|\n  |\n    |\n- |\t| #|#|'|\"|[|]|{|}|, |,|&a |*a|!b |!!str |<<|__proto__:|%YAML 1.1\n|---|...\n|||>|>-|\\|@|`|~|true|2026-11-03|2026-02-30T25:00|ann|华为|🎉".split(
          "|",
        ),
        "|",
      ),
      fc.string({ unit: "grapheme", maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

/** Texts that are made of what Markdown gives a meaning. */
const markdownish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."\n|\n\n|\n> |\n- |\n  |\n    |\n1. |\n# |\n## |\n---\n|\n===\n|```|`|*|**|_|[|]|](|)|![|[^1]|[^1]: |^[|\n[a]: |<|>|<b>|</b>|<!-- |-->|<?|?>|<![CDATA[|]]>|&lt;|&#106;|javascript:|https://x.example|a.md|#a|../|\\|\"|'|\t| | |a|b c|华为|🎉|e\u0301|{{ x }}|{% y %}".split(
          "|",
        ),
        "\n| a | b |\n|---|---|\n| ",
        " | ",
        "|",
      ),
      fc.string({ unit: "grapheme", maxLength: 5 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe("any text whatever", () => {
  const forAll = (texts: fc.Arbitrary<string>, numRuns: number) =>
    fc.assert(
      fc.property(texts, (text) => {
        expectPlacesInside(problemsOf(Buffer.from(text)), Buffer.from(text).toString());
      }),
      { numRuns },
    );

  test("as a story is read or refused, with every problem at a place in it", () => {
    forAll(anyText, 1000);
    forAll(
      anyText.map((text) => `---\n${text}`),
      1000,
    );
  });

  test("as front matter is read or refused, with every problem at a place in it", () => {
    forAll(
      yamlish.map((yaml) => `---\n${yaml}\n---\nBody\n`),
      3000,
    );
    forAll(
      anyText.map((yaml) => `---\n${yaml}\n---\nBody\n`),
      1000,
    );
  });

  test("with a field that every object has by nature is refused like any other unknown field", () => {
    const problems = problemsOf(Buffer.from("---\n__proto__: #\n---\nBody\n"));
    expect(problems.map(({ what }) => what)).toContain('Unknown field "__proto__".');
  });

  test("as a body is read or refused, with every problem at a place in it", () => {
    forAll(
      markdownish.map((body) => story({}, body)),
      3000,
    );
    forAll(
      anyText.map((body) => story({}, body)),
      1000,
    );
  });

  test("as a registry of tags is read or refused, with every problem at a place in it", () => {
    fc.assert(
      fc.property(yamlish, (yaml) => {
        const problems: Problem[] = [];
        const source = decode("tags.yaml", "content/tags.yaml", Buffer.from(yaml), (problem) => problems.push(problem));
        if (source) readTags(source, (problem) => problems.push(problem));
        expectPlacesInside(problems, Buffer.from(yaml).toString());
      }),
      { numRuns: 2000 },
    );
  });
});

test("any bytes whatever are read or refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      problemsOf(bytes);
      problemsOf(Buffer.concat([Buffer.from(story()), bytes]));
    }),
    { numRuns: 2000 },
  );
});

test("what a story may hold never carries a tag or a scheme of the writer's into the page", () => {
  fc.assert(
    fc.property(markdownish, (text) => {
      const source = decode(STORY, STORY, Buffer.from(story({}, text)), () => {});
      const cut = source && cutFile(source, () => {});
      const body = source && cut && renderBody(PARSER, source, cut, NO_IMAGES, () => {});
      for (const [, href = ""] of body?.html.matchAll(/href="([^"]*)"/g) ?? []) {
        expect(href).toMatch(/^(?:https?:\/\/|mailto:|tel:|#|\/)/);
      }
      expect(body?.html ?? "").not.toMatch(/<(?:b|script|!--|\?|!\[CDATA)[\s>]/);
    }),
    { numRuns: 2000 },
  );
});
