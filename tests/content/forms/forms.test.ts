import { describe, expect, test } from "vitest";
import { adviseOnMarkdown } from "../../../src/content/prose/markdown-style.ts";
import { reportOnStory } from "../newspaper-on-disk.ts";

const reportOn = (body: string) => reportOnStory({}, body);

describe("a form", () => {
  test("of a name that there is not is a problem, with what was meant", async () => {
    expect(await reportOn("It opened.\n\n::: pul-quote\nIt opened.\n:::\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:10:5
        There is no form "pul-quote". Did you mean "pull-quote"?
         10 │ ::: pul-quote
            │     ^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn("::: warning\nIt opened.\n:::\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:8:5
        There is no form "warning". There are pull-quote, fact-box, key-points, data-table, chart, gallery.
          8 │ ::: warning
            │     ^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("that is not ended, or ended twice, is a problem", async () => {
    expect(await reportOn("It opened.\n\n::: pull-quote\nIt opened.\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:10:5
        This pull-quote has no end. Write ::: on a line of its own where it ends.
         10 │ ::: pull-quote
            │     ^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn("It opened.\n\n::: pull-quote\nIt opened.\n:::\n:::\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:13:1
        No form ends here. Take it out, or begin one above: ::: pull-quote.
         13 │ :::
            │ ^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("has attributes between quotation marks, each known, once and not empty", async () => {
    const attributes = `bye="Ann" by=Ann by='' by="Ann" by="Ben" by=“Cleo” ="`;
    expect(await reportOn(`It opened.\n\n::: pull-quote ${attributes}\nIt opened.\n:::\n`)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:10:16
        A pull-quote has no "bye". Did you mean "by"?
         10 │ ::: pull-quote bye="Ann" by=Ann by='' by="Ann" by="Ben" by=“Cleo” ="
            │                ^^^
      content/articles/2026/11/bridge-opens.md:10:26
        What by is stands between quotation marks. Write by="Ann".
         10 │ ::: pull-quote bye="Ann" by=Ann by='' by="Ann" by="Ben" by=“Cleo” ="
            │                          ^^^^^^
      content/articles/2026/11/bridge-opens.md:10:33
        The by of this pull-quote is empty. Write it, or leave it out.
         10 │ ::: pull-quote bye="Ann" by=Ann by='' by="Ann" by="Ben" by=“Cleo” ="
            │                                 ^^^^^
      content/articles/2026/11/bridge-opens.md:10:48
        The by of this pull-quote is given twice. Keep one of them.
         10 │ ::: pull-quote bye="Ann" by=Ann by='' by="Ann" by="Ben" by=“Cleo” ="
            │                                                ^^^^^^^^
      content/articles/2026/11/bridge-opens.md:10:57
        What by is stands between quotation marks. Write by="…".
         10 │ ::: pull-quote bye="Ann" by=Ann by='' by="Ann" by="Ben" by=“Cleo” ="
            │                                                         ^^^^^^^^^
      content/articles/2026/11/bridge-opens.md:10:67
        Nobody can tell what this is. Behind the name stand pairs such as title="What 5G is".
         10 │ ::: pull-quote bye="Ann" by=Ann by='' by="Ann" by="Ben" by=“Cleo” ="
            │                                                                   ^^
      6 problems in 4 files. Nothing was published.
      "
    `);
  });

  test("stands by itself: not in another, in a list, a quotation or a footnote", async () => {
    const inside = (indent: string) => ["::: pull-quote", "It opened.", ":::"].map((line) => indent + line).join("\n");
    expect(await reportOn(`It opened.\n\n- One\n\n${inside("  ")}\n`)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:12:7
        A pull-quote cannot stand in a list, a quotation or a footnote. Begin its lines at the edge of the text.
         12 │   ::: pull-quote
            │       ^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn(`It opened.[^1]\n\n${inside("> ")}\n\n[^1]:\n${inside("    ")}\n`)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:10:7
        A pull-quote cannot stand in a list, a quotation or a footnote. Begin its lines at the edge of the text.
         10 │ > ::: pull-quote
            │       ^^^^^^^^^^
      content/articles/2026/11/bridge-opens.md:15:9
        A pull-quote cannot stand in a list, a quotation or a footnote. Begin its lines at the edge of the text.
         15 │     ::: pull-quote
            │         ^^^^^^^^^^
      2 problems in 4 files. Nothing was published.
      "
    `);
    expect(await reportOn(`It opened.\n\n:::: pull-quote\n${inside("")}\n::::\n`)).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:11:5
        A form cannot stand inside another. End the one above with ::: first.
         11 │ ::: pull-quote
            │     ^^^^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("is not taken for bad style", () => {
    const table = "| Ferry | Fare |\n| --- | --- |\n| North | 2 |";
    const form = `::: data-table caption="Fares" source="Port" source-url="https://port.example/"\n${table}\n:::\n`;
    expect(adviseOnMarkdown(`# Fares\n\n${form}`)).toEqual([]);
  });

  test("holds no headings", async () => {
    expect(await reportOn("It opened.\n\n::: pull-quote\n### It opened.\n:::\n")).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:11:1
        A pull-quote holds no headings. Write it in **bold**, or end the form before it.
         11 │ ### It opened.
            │ ^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });
});
