import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readContent } from "../../../src/content/read.ts";
import { passagesOf } from "../../../src/model/forms.ts";
import { onDisk, printed, read, report, STORY, story } from "../newspaper-on-disk.ts";

const CSV = "articles/2026/11/fares.csv";

const chart = (attributes = 'type="line" title="Fares"') =>
  story({}, `It is dear.\n\n::: chart src="fares.csv" ${attributes}\n:::\n`);

/** The problems of a chart with such a CSV. */
const reportOn = (csv: string | Uint8Array, attributes?: string) => report({ [STORY]: chart(attributes), [CSV]: csv });

/** What is wrong in such a CSV, and where. */
async function inCsv(csv: string | Uint8Array): Promise<string[]> {
  const { problems } = await read({ [STORY]: chart(), [CSV]: csv });
  const own = problems.filter(({ file }) => file.endsWith(CSV));
  return own.map(({ at, what, fix }) => `${at?.line}:${at?.column} ${what} ${fix}`);
}

/** What a chart is given of such a CSV. */
async function figuresOf(csv: string | Uint8Array) {
  const reading = await read({ [STORY]: chart(), [CSV]: csv });
  expect(printed(reading)).toBe("");
  const html = reading.bodies.get(reading.newsroom?.articles[0]?.body ?? ("" as never)) ?? "";
  const form = passagesOf(html).find((passage) => typeof passage !== "string");
  return form?.name === "chart" ? form.props.figures : undefined;
}

describe("the figures of a chart", () => {
  test("are those of a CSV beside its story, whatever program has saved it", async () => {
    const figures = {
      labelled: "Year",
      labels: ["2024", "2025"],
      dates: "year",
      series: [
        { name: "North, fast", values: [1.5, null] },
        { name: '"Old" ferry', values: [-2, 1000] },
      ],
    };
    const csv = 'Year,"North, fast","""Old"" ferry"\n2024,1.5,-2\n2025,,1e3\n';
    expect(await figuresOf(csv)).toEqual(figures);
    expect(await figuresOf(`\ufeff${csv.replaceAll("\n", "\r\n")}`)).toEqual(figures);
    expect(await figuresOf(csv.replaceAll("\n", "\n\n").trimEnd())).toEqual(figures);
  });

  test.each([
    ["2024", "2025", "year"],
    ["2024-02", "2024-11", "month"],
    ["2024-02-29", "2024-03-01", "day"],
    ["2024", "2025-01", undefined],
    ["North", "South", undefined],
  ])("have dates where all labels are dates: %s, %s", async (first, second, dates) => {
    expect((await figuresOf(`Label,Fare\n${first},1\n${second},2\n`))?.dates).toBe(dates);
  });

  test("are problems of the CSV's own, at the line and column, where they are none", async () => {
    expect(await reportOn('Year,Fare,"Old, ferry"\n2024,"1,200",12 km\n2025,n/a,=1+1\n')).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:10:11
        The figures of "fares.csv" cannot be shown. Mend the file; what is wrong with it is listed under its own name.
         10 │ ::: chart src="fares.csv" type="line" title="Fares"
            │           ^^^^^^^^^^^^^^^
      content/articles/2026/11/fares.csv:2:7
        "1,200" is not a number. Write it without separators, and with a point: 1234.5.
          2 │ 2024,"1,200",12 km
            │       ^^^^^
      content/articles/2026/11/fares.csv:2:14
        "12 km" is not a number. Write a number such as 1234.5, without its unit; where there is none, leave the cell empty.
          2 │ 2024,"1,200",12 km
            │              ^^^^^
      content/articles/2026/11/fares.csv:3:6
        "n/a" is not a number. Write a number such as 1234.5, without its unit; where there is none, leave the cell empty.
          3 │ 2025,n/a,=1+1
            │      ^^^
      content/articles/2026/11/fares.csv:3:10
        "=1+1" is not a number. Write a number such as 1234.5, without its unit; where there is none, leave the cell empty.
          3 │ 2025,n/a,=1+1
            │          ^^^^
      5 problems in 5 files. Nothing was published.
      "
    `);
  });

  test.each([
    ["nothing", "", ["1:1 There are no figures here. Write the names in the first line, and the figures under it."]],
    [
      "one line",
      "Year,Fare\n",
      ["1:1 There are no figures here. Write the names in the first line, and the figures under it."],
    ],
    [
      "one column",
      "Fare\n1\n",
      ["1:1 There is one column here, and a chart needs two. Write labels, a comma, figures."],
    ],
    [
      "semicolons",
      "Year;Fare\n2024;1\n",
      ["1:1 There is one column here, and a chart needs two. Save it with commas between the cells."],
    ],
    [
      "rows that are not as long as the first",
      "Year,Fare\n2024\n2025,1,200\n",
      [
        "2:1 This row has 1 cell, and the first line has 2 cells. Put quotation marks around a cell with a comma.",
        "3:1 This row has 3 cells, and the first line has 2 cells. Put quotation marks around a cell with a comma.",
      ],
    ],
    [
      "a quotation mark that is not closed",
      'Year,Fare\n"2024,1\n',
      ['2:1 A quotation mark that was opened here is not closed. Close it, or write "" for one that is meant.'],
    ],
    [
      "a quotation mark inside a cell",
      'Year,Fare\n2024,1"2"\n',
      ['2:1 The quotation marks of this line cannot be read. Write them around whole cells, and "" for one inside.'],
    ],
    [
      "dates that are none, or out of order",
      "Day,Fare\n2024-02-30,1\n2024-02-01,2\n",
      [
        "2:1 There is no date 2024-02-30. Mend it.",
        "3:1 2024-02-01 is before 2024-02-30, which stands above it. Begin with the earliest.",
      ],
    ],
    [
      "a label that stands twice, and none",
      "Ferry,Fare\nNorth,1\n\nNorth,2\n,3\n",
      [
        "5:1 This cell is empty, and stands where a name or a date should. Write one.",
        '4:1 There is a row "North" already. Rename one of them.',
      ],
    ],
    [
      "too long a label",
      `Ferry,Fare\n"${"North ".repeat(8)}",1\nSouth,2\n`,
      ["2:2 This is too long to stand in a chart. Say it in 44 letters, or fewer."],
    ],
    [
      "a column without figures",
      "Ferry,Fare,Toll\nNorth,,1\nSouth,,2\n",
      ['1:7 There is no figure under "Fare". Take it out.'],
    ],
    [
      "too many columns",
      "Ferry,a,b,c,d,e\nNorth,1,2,3,4,5\n",
      ["1:15 A chart has at most 4 columns of figures. Divide it into several."],
    ],
    [
      "another encoding",
      Buffer.from("Ferry,Fare\nBl\u00e5,1\n", "latin1"),
      ["2:3 This file is not UTF-8. Save it as UTF-8 in your editor."],
    ],
    ["a control character", "Ferry,Fare\nNor\u0007th,1\n", ["2:4 Here is a control character (U+0007). Delete it."]],
  ])("cannot be read out of %s", async (_what, csv, expected) => {
    expect(await inCsv(csv)).toEqual(expected);
  });

  test("of ten thousand rows are refused soon", async () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => `row ${row},${row}`).join("\n");
    expect(await reportOn(`Ferry,Fare\n${rows}\n`)).toContain("A chart has at most 400 rows.");
    expect(await reportOn(`Ferry,Fare\n${rows.repeat(2)}\n`)).toContain("This file is larger than 200 KB.");
  });

  test("are looked for beside the story only, with what was meant", async () => {
    const files = { [STORY]: chart(), "articles/2026/11/fairs.csv": "Year,Fare\n2024,1\n2025,2\n" };
    expect(await report(files)).toContain(
      'There are no figures "fares.csv" beside this file. Did you mean "fairs.csv"?',
    );
    const away = { [STORY]: chart().replace("fares.csv", "../11/fares.csv"), [CSV]: "Year,Fare\n2024,1\n2025,2\n" };
    expect(await report(away)).toContain('There are no figures "../11/fares.csv" beside this file.');
  });
});

test("a story is read again when the figures of its chart have changed, and only then", async () => {
  const root = await onDisk({ [STORY]: chart(), [CSV]: "Year,Fare\n2024,1\n2025,2\n" });
  const first = await readContent(root, "content");
  const again = await readContent(root, "content", { earlier: first.readings });
  expect(again.filesParsed).toBe(0);
  await writeFile(join(root, CSV), "Year,Fare\n2024,1\n2025,3\n");
  const changed = await readContent(root, "content", { earlier: again.readings });
  expect(changed.filesParsed).toBe(1);
  expect(changed.newsroom?.articles[0]?.body).not.toBe(first.newsroom?.articles[0]?.body);
  await rm(join(root, CSV));
  expect(printed(await readContent(root, "content", { earlier: changed.readings }))).toContain("There are no figures");
});

describe("a chart", () => {
  const FARES = "Year,Fare\n2024,1\n2025,2\n";

  test("says what is missing or unknown in it", async () => {
    expect(await reportOn(FARES, 'type="pie" titel="Fares" source-url="javascript:alert(1)"')).toMatchInlineSnapshot(`
      "content/articles/2026/11/bridge-opens.md:10:5
        This chart has no title. Write ::: chart src="phones.csv" type="line" title="Phones sold" unit="millions".
         10 │ ::: chart src="fares.csv" type="pie" titel="Fares" source-url="javascript:alert(1)"
            │     ^^^^^
      content/articles/2026/11/bridge-opens.md:10:27
        There is no type "pie" of charts. It is one of line, bar.
         10 │ ::: chart src="fares.csv" type="pie" titel="Fares" source-url="javascript:alert(1)"
            │                           ^^^^^^^^^^
      content/articles/2026/11/bridge-opens.md:10:38
        A chart has no "titel". Did you mean "title"?
         10 │ ::: chart src="fares.csv" type="pie" titel="Fares" source-url="javascript:alert(1)"
            │                                      ^^^^^
      content/articles/2026/11/bridge-opens.md:10:52
        The address of this source cannot be read, or is none of the web. Write it whole, such as https://example.org/report.
         10 │ ::: chart src="fares.csv" type="pie" titel="Fares" source-url="javascript:alert(1)"
            │                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      content/articles/2026/11/bridge-opens.md:10:52
        This source has an address and no name. Write source="…" too.
         10 │ ::: chart src="fares.csv" type="pie" titel="Fares" source-url="javascript:alert(1)"
            │                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      5 problems in 5 files. Nothing was published.
      "
    `);
  });

  test("has no more bars than can be told apart", async () => {
    const bars = 'type="bar" title="Fares"';
    const many = Array.from({ length: 41 }, (_, row) => `ferry ${row},${row}`).join("\n");
    expect(await reportOn(`Ferry,Fare\n${many}\n`, bars)).toContain("More than 40 bars cannot be told apart.");
    expect(await reportOn("Ferry,a,b,c\nNorth,1,2,3\n", bars)).toContain("Bars show 2 columns of figures at most.");
  });

  test("of one point is no line", async () => {
    expect(await reportOn("Year,Fare\n2024,1\n")).toContain("A line needs two rows at least.");
  });
});
