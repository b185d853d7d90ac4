import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Answers } from "./answers.ts";
import { type Files, firstContent } from "./content.ts";
import { type Engine, type Manifest, readManifest } from "./engine.ts";
import { readMe } from "./read-me.ts";

/** What is the same in every site. A name that npm would leave out of a package begins with `dot-` in the place of a dot. */
const SAME = fileURLToPath(new URL("./site", import.meta.url));

/** What VS Code is told in the engine's own repository holds for any site. */
const EDITOR = fileURLToPath(new URL("../../.vscode", import.meta.url));

/** Commands of ours that a newsroom needs often enough for a script, in the order in which it will need them. */
export const SCRIPTS: readonly string[] = [
  "dev",
  "new",
  "check",
  "addresses",
  "build",
  "build:sandboxed",
  "preview",
  "import",
  "schemas",
  "announce",
  "headers",
  "rollback",
  "verify",
];

/** Everything that a new site in `folder` is made of, but for its address book. */
export function newSite(folder: string, answers: Answers, engine: Engine, now: number): Files {
  return {
    ...sameEverywhere(),
    ...firstContent(answers, now),
    "package.json": `${JSON.stringify(packageOf(folder, engine, readManifest()), null, 2)}\n`,
    "README.md": readMe(answers),
  };
}

const sameEverywhere = (): Files => ({
  ...filesBelow(SAME),
  ...filesBelow(EDITOR, ".vscode/"),
});

function filesBelow(folder: string, under = ""): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      // What an editor is told, but neither what git leaves out nor what is made anew.
      .filter((name) => under === "" || name.endsWith(".json"))
      .map((name) => [
        under + name.replaceAll("\\", "/").replace(/^dot-/, "."),
        readFileSync(join(folder, name), "utf8"),
      ]),
  );
}

const packageOf = (folder: string, { spec }: Engine, { allowScripts, devDependencies }: Manifest) => ({
  name: packageName(basename(resolve(folder))),
  private: true,
  type: "module",
  allowScripts,
  scripts: Object.fromEntries(SCRIPTS.map((name) => [name, `dateline ${name}`])),
  dependencies: { dateline: spec },
  // Brings the Node that the engine wants, whatever the machine has.
  devDependencies: { node: devDependencies["node"] },
});

/** A name that npm takes for a package, and that is not the engine's. */
function packageName(folder: string): string {
  const name = (folder.toLowerCase().match(/[a-z0-9]+/g) ?? []).join("-").slice(0, 200);
  return name === "" || name === "dateline" || name === "node" || name === "node-modules" ? "newspaper" : name;
}
