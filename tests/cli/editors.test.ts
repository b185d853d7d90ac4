import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { SCHEMA_NAMES } from "../../src/content/schema/json/editor-schemas.ts";
import { type Problem, printProblems } from "../../src/problems.ts";
import { siteFolder } from "../site/site-folder.ts";
import { fakeWorld } from "./fake-world.ts";

const here = process.cwd();
beforeAll(async () => process.chdir(await siteFolder("tiny")));
afterAll(() => process.chdir(here));

const readJson = (file: string) => JSON.parse(readFileSync(`${here}/${file}`, "utf8"));

describe("the settings for VS Code", () => {
  test("name a schema for every file that writers edit, and only what is made", () => {
    const schemas: Record<string, string> = readJson(".vscode/settings.json")["yaml.schemas"];
    expect(Object.keys(schemas).sort()).toEqual(SCHEMA_NAMES.map((name) => `./.dateline/schemas/${name}.json`).sort());
  });

  interface Pattern {
    readonly regexp: string;
    readonly file?: number;
    readonly line?: number;
    readonly column?: number;
    readonly severity?: number;
    readonly message?: number;
  }
  interface Matcher {
    readonly pattern: readonly [Pattern, Pattern];
    readonly background?: { readonly beginsPattern: string; readonly endsPattern: string };
  }
  const tasks: { readonly script: string; readonly problemMatcher: Matcher }[] = readJson(".vscode/tasks.json").tasks;

  /** What VS Code takes from lines, by the rules of its documentation: one pattern a line, one line after the other. */
  function shownOf({ pattern: [where, what] }: Matcher, text: string) {
    const lines = text.split("\n");
    return lines.flatMap((line, index) => {
      const place = new RegExp(where.regexp).exec(line);
      const words = place && new RegExp(what.regexp).exec(lines[index + 1] ?? "");
      if (!place || !words) return [];
      const part = (match: RegExpExecArray, group: number | undefined) => match[group ?? 0];
      return [
        {
          place: [part(place, where.file), part(place, where.line), part(place, where.column)].join(":"),
          severity: part(words, what.severity) ?? "error",
          message: part(words, what.message),
        },
      ];
    });
  }

  const at = { line: 3, column: 1, length: 6, excerpt: "sumary: content/x.md:3:1" };
  const file = "content/articles/2026/11/华为 on ice.md";
  const PROBLEMS: readonly Problem[] = [
    { severity: "error", file, at, what: 'Unknown field "sumary".', fix: 'Did you mean "summary"?' },
    { severity: "warning", file, at: { ...at, line: 12, column: 40 }, what: "Warmer: this.", fix: "Mend it." },
    { severity: "error", file: "content/x.txt", what: "No file of this name can stand here.", fix: "Remove it." },
  ];

  test.each(["check", "dev"])("show each problem that %s prints, at its place", (script) => {
    const matcher = tasks.find((task) => task.script === script)?.problemMatcher;
    if (!matcher) throw new Error(script);
    expect(shownOf(matcher, printProblems(PROBLEMS, 2, "text"))).toEqual([
      { place: `${file}:3:1`, severity: "error", message: 'Unknown field "sumary". Did you mean "summary"?' },
      { place: `${file}:12:40`, severity: "Warning", message: "Warmer: this. Mend it." },
    ]);
  });

  test("know when dev has looked again, with problems and without", async () => {
    const background = tasks.find((task) => task.script === "dev")?.problemMatcher.background;
    const [begins, ends] = [background?.beginsPattern ?? "", background?.endsPattern ?? ""].map(
      (one) => new RegExp(one),
    );
    const marks = (text: string) =>
      text.split("\n").flatMap((line) => (begins?.test(line) ? "begins" : ends?.test(line) ? "ends" : []));
    const world = fakeWorld();
    const ended = main(["dev", "--port", "0"], world);
    await world.said(/Ready: /);
    expect(marks(world.out())).toEqual(["begins", "ends"]);
    world.stop();
    expect(await ended).toBe(0);
    expect(marks(printProblems(PROBLEMS, 2, "text"))).toEqual(["ends"]);
    expect(marks(printProblems(PROBLEMS.slice(0, 1), 1204, "text"))).toEqual(["ends"]);
  });
});

describe("dateline schemas", () => {
  const ARTICLE = ".dateline/schemas/article.json";

  async function run(...args: string[]) {
    const world = fakeWorld();
    const code = await main(["schemas", ...args], world);
    return { code, out: world.out(), err: world.err() };
  }

  test("writes the schemas, and snippets where VS Code is in use; then only what has changed", async () => {
    await rm(".dateline/schemas", { recursive: true, force: true });
    expect(await run()).toEqual({ code: 0, out: "8 files written: editors know the words of this site.\n", err: "" });
    expect(existsSync(".vscode")).toBe(false);
    await mkdir(".vscode");
    expect((await run()).out).toContain("1 file written");
    const written = await stat(ARTICLE);
    expect((await run()).out).toContain("Nothing new");
    expect((await stat(ARTICLE)).ino).toBe(written.ino);
    await writeFile("content/tags.yaml", "- name: Ferries\n");
    expect((await run()).out).toContain("2 files written");
    expect(await readFile(ARTICLE, "utf8")).toContain('"Ferries"');
    expect(await readFile(".vscode/dateline.code-snippets", "utf8")).toContain("|Ferries|");
  });

  test("leaves them as they were while a registry cannot be read, and says why", async () => {
    const before = await readFile(ARTICLE, "utf8");
    await writeFile("content/tags.yaml", "- nmae: Ferries\n");
    const { code, err } = await run();
    await rm("content/tags.yaml");
    expect(code).toBe(1);
    expect(err).toContain('content/tags.yaml:1:3\n  Unknown field "nmae". Did you mean "name"?');
    expect(await readFile(ARTICLE, "utf8")).toBe(before);
  });
});
