import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readContent } from "../../src/content/read.ts";
import { ExportError } from "../../src/import/export-error.ts";
import { type ImportOptions, importSite } from "../../src/import/import.ts";
import type { Tally } from "../../src/import/report.ts";
import { printProblems } from "../../src/problems.ts";
import { type Files, onDisk } from "../content/newspaper-on-disk.ts";
import { NOW } from "../pages/newspaper.ts";
import { type Wxr, wxr } from "./wxr.ts";

/** A newspaper into which an old site has moved. */
export interface MovedIn {
  /** Its folder, with `content/` in it. */
  readonly folder: string;
  readonly tally: Tally;
  /** A file below `content/`, or of the folder. */
  file(path: string): Promise<string>;
  /** All files below `content/`. */
  files(): Promise<string[]>;
  /** The report, as it was written. */
  report(): Promise<string>;
  /** The problems that `check` finds. */
  problems(): Promise<string>;
  /** Runs the import once more, of another export where one is given. */
  again(export_?: Wxr | string, more?: Partial<ImportOptions>): Promise<MovedIn>;
}

/** Imports a WordPress export into a small newspaper, with the map that is proposed unless another is given. */
export async function moveIn(
  old: Wxr | string | Uint8Array,
  { files = {}, beside = {}, ...more }: { files?: Files; beside?: Files } & Partial<ImportOptions> = {},
): Promise<MovedIn> {
  const content = await onDisk(files);
  const folder = dirname(content);
  for (const [path, text] of Object.entries(beside)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return run(folder, old, more);
}

async function run(folder: string, old: Wxr | string | Uint8Array, more: Partial<ImportOptions>): Promise<MovedIn> {
  const isText = typeof old === "string" || old instanceof Uint8Array;
  await writeFile(join(folder, "export.xml"), isText ? old : wxr(old));
  const options = optionsIn(folder, more);
  const result = await importSite(options);
  if (result.kind !== "imported") throw new Error("The map waits for a person");
  const content = join(folder, "content");
  return {
    folder,
    tally: result.tally,
    file: (path) => readFile(join(content, path), "utf8"),
    files: async () => {
      const all = await readdir(content, { recursive: true, withFileTypes: true });
      return all
        .filter((one) => one.isFile())
        .map((one) => join(one.parentPath, one.name).slice(content.length + 1))
        .sort();
    },
    report: () => readFile(join(folder, "import-report.md"), "utf8"),
    problems: async () => {
      const { problems, filesRead } = await readContent(content, "content");
      return problems.length === 0 ? "" : printProblems(problems, filesRead, "text");
    },
    again: (another = old as Wxr, otherwise = {}) => run(folder, another, { ...more, ...otherwise }),
  };
}

export const optionsIn = (folder: string, more: Partial<ImportOptions> = {}): ImportOptions => ({
  format: "wordpress",
  path: join(folder, "export.xml"),
  content: join(folder, "content"),
  map: join(folder, "import-map.yaml"),
  report: join(folder, "import-report.md"),
  work: join(folder, ".dateline"),
  now: NOW,
  stop: new AbortController().signal,
  goOn: () => Promise.resolve(true),
  progress: () => {},
  ...more,
});

/** What an import says that it refuses, in the words of the command line. */
export async function refusal(old: string | Uint8Array, more: Partial<ImportOptions> = {}): Promise<string> {
  const before = await moveInError(old, more);
  return before;
}

async function moveInError(old: string | Uint8Array, more: Partial<ImportOptions>): Promise<string> {
  try {
    await moveIn(old, more);
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    const [problem] = error.problems;
    const { file = "", at, what = "", fix = "" } = problem ?? {};
    return `${file.split("/").at(-1)}${at ? `:${at.line}` : ""} ${what} ${fix}`;
  }
  throw new Error("Nothing was refused");
}
