import { describe, expect, test } from "vitest";
import { hasErrors, type Problem, printProblems } from "../src/problems.ts";

const unknownField: Problem = {
  severity: "error",
  file: "content/articles/2026/11/bridge-opens.md",
  at: { line: 6, column: 1, length: 6, excerpt: "sumary: The first ferry-free crossing…" },
  what: 'Unknown field "sumary".',
  fix: 'Did you mean "summary"?',
};
const link: Problem = {
  severity: "error",
  file: "content/articles/2026/11/bridge-opens.md",
  what: "This is a symbolic link.",
  fix: "Put the file itself here.",
};
const warning: Problem = { ...unknownField, severity: "warning", file: "content/a.md" };

const text = (...problems: Problem[]) => printProblems(problems, 1204, "text");
const caret = (excerpt: string, column: number, length: number) =>
  text({ ...unknownField, at: { line: 12, column, length, excerpt } })
    .split("\n")
    .slice(2, 4)
    .join("\n");

describe("for a person", () => {
  test("a problem shows its place, what is wrong, what to do, and the writer's own line", () => {
    expect(text(unknownField)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:6:1
        Unknown field "sumary". Did you mean "summary"?
          6 │ sumary: The first ferry-free crossing…
            │ ^^^^^^
      1 problem in 1,204 files. Nothing was published.
      "
    `);
  });

  test("problems are sorted by file and line, those of a whole file first, and counted", () => {
    const later = { ...unknownField, at: { line: 10, column: 1, length: 1, excerpt: "x" } };
    expect(text(later, link, warning, unknownField)).toMatchInlineSnapshot(`
      "content/a.md:6:1
        Warning: Unknown field "sumary". Did you mean "summary"?
          6 │ sumary: The first ferry-free crossing…
            │ ^^^^^^
      content/articles/2026/11/bridge-opens.md
        This is a symbolic link. Put the file itself here.
      content/articles/2026/11/bridge-opens.md:6:1
        Unknown field "sumary". Did you mean "summary"?
          6 │ sumary: The first ferry-free crossing…
            │ ^^^^^^
      content/articles/2026/11/bridge-opens.md:10:1
        Unknown field "sumary". Did you mean "summary"?
         10 │ x
            │ ^
      4 problems in 1,204 files. Nothing was published.
      "
    `);
  });

  test("warnings alone do not stop the build, and say so", () => {
    expect(text(warning)).toMatchInlineSnapshot(`
      "content/a.md:6:1
        Warning: Unknown field "sumary". Did you mean "summary"?
          6 │ sumary: The first ferry-free crossing…
            │ ^^^^^^
      1 problem in 1,204 files. Warnings only: nothing stops the build.
      "
    `);
  });

  test("no problem is said to be none", () => {
    expect(printProblems([], 1, "text")).toBe("No problems in 1 file.\n");
  });

  test("the caret stands under Chinese text and emoji, which take two columns, and under accents, which take none", () => {
    expect(caret("tags: [华为, Huwaei]", 12, 6)).toMatchInlineSnapshot(`
      "   12 │ tags: [华为, Huwaei]
            │              ^^^^^^"
    `);
    expect(caret("🎉 cafe\u0301 Huwaei", 10, 6)).toMatchInlineSnapshot(`
      "   12 │ 🎉 café Huwaei
            │         ^^^^^^"
    `);
  });

  test("a tab counts as one space", () => {
    expect(caret("\ttitle", 2, 5)).toMatchInlineSnapshot(`
      "   12 │  title
            │  ^^^^^"
    `);
  });

  test("a long line is cut around the fault", () => {
    expect(caret(`${"a".repeat(200)}FAULT${"b".repeat(200)}`, 201, 5)).toMatchInlineSnapshot(`
      "   12 │ …aaaaaaaaaaaaaaaaaaaaFAULTbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…
            │                      ^^^^^"
    `);
    expect(caret(`FAULT${"b".repeat(200)}`, 1, 5)).toMatchInlineSnapshot(`
      "   12 │ FAULTbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…
            │ ^^^^^"
    `);
  });

  test("a caret stands even at the end of an empty line", () => {
    expect(caret("", 1, 1)).toMatchInlineSnapshot(`
      "   12 │ 
            │ ^"
    `);
  });

  test("nothing from a file can move the cursor, colour the terminal or turn the line around", () => {
    const hostile = "a\u001b[31mb\u009bc\u0000\r\u202ed";
    const printed = text({
      ...unknownField,
      file: hostile,
      what: hostile,
      at: { line: 1, column: 1, length: 1, excerpt: hostile },
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
    expect(printed.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});

test("a program gets the same problems as JSON, sorted", () => {
  expect(JSON.parse(printProblems([unknownField, link], 2, "json"))).toEqual([link, unknownField]);
  expect(printProblems([], 2, "json")).toBe("[]\n");
});

test("GitHub gets annotations that no file name or line can break out of", () => {
  const sly = { ...unknownField, file: "content/a,b:c%.md", what: "100%\n::error::x\r" };
  expect(printProblems([unknownField, link, warning, sly], 4, "github")).toMatchInlineSnapshot(`
    "::error file=content/a%2Cb%3Ac%25.md,line=6,col=1,endColumn=7::100%25%0A::error::x%0D Did you mean "summary"?
    ::warning file=content/a.md,line=6,col=1,endColumn=7::Unknown field "sumary". Did you mean "summary"?
    ::error file=content/articles/2026/11/bridge-opens.md::This is a symbolic link. Put the file itself here.
    ::error file=content/articles/2026/11/bridge-opens.md,line=6,col=1,endColumn=7::Unknown field "sumary". Did you mean "summary"?
    "
  `);
});

test("only an error stops a build", () => {
  expect(hasErrors([warning])).toBe(false);
  expect(hasErrors([warning, link])).toBe(true);
});
