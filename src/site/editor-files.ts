import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { areProblems, type Registries, readRegistries } from "../content/registries.ts";
import { editorSchemas, SCHEMA_NAMES } from "../content/schema/json/editor-schemas.ts";
import { snippetsOf } from "../content/schema/json/snippets.ts";
import { hasErrors, type Problem } from "../problems.ts";
import { shownPath } from "./shown-path.ts";
import { WORK } from "./usual.ts";

export interface EditorOptions {
  /** The content folder. */
  readonly content: string;
  /** The folder of what can be made again. */
  readonly work?: string;
}

/** What was written for editors, or why nothing was. */
export interface EditorFiles {
  /** Those that have changed. */
  readonly written: readonly string[];
  readonly problems: readonly Problem[];
}

/** VS Code's own folder, which a site has if its writers want it. */
const VSCODE = ".vscode";

/**
 * Writes what lets editors complete and check front matter as it is typed, with the words of this site: JSON Schemas, and
 * snippets for VS Code where the site has a folder for it. Leaves alone what is as it was, and everything when a registry
 * cannot be read.
 */
export async function keepEditorFiles({ content, work = WORK }: EditorOptions): Promise<EditorFiles> {
  const registries = await readRegistries(resolve(content), shownPath(content));
  if (areProblems(registries)) return { written: [], problems: registries.filter((one) => hasErrors([one])) };
  const written: string[] = [];
  for (const [path, text] of filesFor(registries, shownPath(content), work))
    if (await keep(path, text)) written.push(path);
  return { written, problems: [] };
}

function filesFor(
  { authors, settings, series, tags, stories }: Registries,
  content: string,
  work: string,
): [string, string][] {
  const schemas = editorSchemas({
    authors: authors.map(({ slug }) => slug),
    sections: settings.sections.map(({ slug }) => slug),
    series: series.map(({ slug }) => slug),
    tags: tags.tags,
    stories,
  });
  const print = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const snippets = {
    ...snippetsOf(schemas.article, "Story", [`**/${content}/articles/**`]),
    ...snippetsOf(schemas.author, "Author", [`**/${content}/authors/*`]),
    ...snippetsOf(schemas.page, "Page", [`**/${content}/pages/*`]),
  };
  return [
    ...SCHEMA_NAMES.map((name): [string, string] => [join(work, "schemas", `${name}.json`), print(schemas[name])]),
    ...(existsSync(VSCODE) ? [[join(VSCODE, "dateline.code-snippets"), print(snippets)] as [string, string]] : []),
  ];
}

/** Whether the file was not as it should be. It is replaced in one step: an editor may be reading it. */
async function keep(path: string, text: string): Promise<boolean> {
  const before = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (before === text) return false;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}~`;
  await writeFile(draft, text);
  await rename(draft, path);
  return true;
}
