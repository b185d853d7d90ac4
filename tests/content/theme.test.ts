import { describe, expect, test } from "vitest";
import { type Files, read, report, USUAL } from "./newspaper-on-disk.ts";
import { svg } from "./pictures.ts";

const themed = (theme: string, files: Files = {}): Files => ({
  "settings.yaml": `${USUAL["settings.yaml"]}theme:\n  ${theme}\n`,
  ...files,
});
const themeOf = async (theme: string, files?: Files) =>
  (await read(themed(theme, files))).newsroom?.settings.theme ?? "a problem";
const reportOn = (theme: string, files?: Files) => report(themed(theme, files));

const DEFAULT = { accent: { light: "#a3162e", dark: "#ff9a9e" }, headlines: "serif" };

describe("the theme", () => {
  test("is ours when the settings say nothing", async () => {
    expect((await read({})).newsroom?.settings.theme).toEqual(DEFAULT);
  });

  test("has the colours and the headlines of the settings", async () => {
    expect(await themeOf('{ accent: "#036", accentDark: "#9CF", headlines: sans }')).toEqual({
      accent: { light: "#003366", dark: "#99ccff" },
      headlines: "sans",
    });
  });

  test("knows no other field", async () => {
    expect(await reportOn('acent: "#003366"')).toMatchInlineSnapshot(`
      "content/settings.yaml:14:3
        Unknown field "acent". Did you mean "accent"?
         14 │   acent: "#003366"
            │   ^^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
  });

  test("has colours that are written as such, in quotes", async () => {
    expect(await reportOn("accent: #003366")).toMatchInlineSnapshot(`
      "content/settings.yaml:14:11
        A # after a space starts a comment, which nobody sees. Put the whole text in quotes.
         14 │   accent: #003366
            │           ^^^^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    expect(await reportOn("accent: navy")).toMatchInlineSnapshot(`
      "content/settings.yaml:14:11
        "theme.accent" is not a colour ("navy"). Write it as #rrggbb in quotes, such as "#a3162e".
         14 │   accent: navy
            │           ^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    for (const wrong of ["#0033", "#00336699", "003366", "rgb(0 0 0)", "#00336g", "#123;}body{display:none"])
      expect(await reportOn(`accent: "${wrong}"`)).toContain('"theme.accent" is not a colour');
    expect(await reportOn('accent: ["#003366"]')).toContain('"theme.accent" must be a text. Write it like "#a3162e".');
  });

  test("has an accent that can be read by day", async () => {
    expect(await reportOn('accent: "#e08a00"')).toMatchInlineSnapshot(`
      "content/settings.yaml:14:11
        "theme.accent" is hard to read: its contrast is 2.34:1 on the light ground #f3efe6, and text needs 4.5:1 (WCAG 2.2, 1.4.3). The nearest shade that has it is "#9b5e00".
         14 │   accent: "#e08a00"
            │           ^^^^^^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
  });

  test("has an accent that can be read by night", async () => {
    expect(await reportOn('accentDark: "#a3162e"')).toMatchInlineSnapshot(`
      "content/settings.yaml:14:15
        "theme.accentDark" is hard to read: its contrast is 2.08:1 on the dark ground #1e2127, and text needs 4.5:1 (WCAG 2.2, 1.4.3). The nearest shade that has it is "#e45962".
         14 │   accentDark: "#a3162e"
            │               ^^^^^^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
    expect(await reportOn('accentDark: "#ffcc00"')).toBe("");
  });

  test("has headlines of two kinds", async () => {
    expect(await reportOn("headlines: slab")).toMatchInlineSnapshot(`
      "content/settings.yaml:14:14
        "theme.headlines" is "slab". Write serif or sans.
         14 │   headlines: slab
            │              ^^^^
      1 problem in 3 files. Nothing was published.
      "
    `);
  });
});

describe("the logo", () => {
  test("is a drawing beside the settings", async () => {
    const logo = await themeOf("logo: logo.svg", { "logo.svg": svg("") });
    expect(logo).toMatchObject({ ...DEFAULT, logo: { file: "logo.svg", format: "svg" } });
  });

  test("that is not there, or called otherwise, is a problem", async () => {
    expect(await reportOn("logo: logo.svg")).toContain('There is no drawing "logo.svg" beside this file. Add the file');
    expect(await reportOn("logo: lgo.svg", { "logo.svg": svg("") })).toMatchInlineSnapshot(`
      "content/settings.yaml:14:9
        There is no drawing "lgo.svg" beside this file. Did you mean "logo.svg"?
         14 │   logo: lgo.svg
            │         ^^^^^^^
      1 problem in 4 files. Nothing was published.
      "
    `);
  });

  test("is an SVG, and nowhere else", async () => {
    for (const wrong of ["logo.png", "../logo.svg", "pages/logo.svg", "https://x.example/logo.svg"])
      expect(await reportOn(`logo: ${wrong}`)).toContain('"theme.logo" is no SVG beside this file');
  });

  test("that holds code is a problem of the drawing, said once", async () => {
    const printed = await reportOn("logo: logo.svg", { "logo.svg": svg("<script/>") });
    expect(printed).toContain("content/logo.svg\n  This SVG holds <script>");
    expect(printed).toContain("1 problem in");
  });
});
