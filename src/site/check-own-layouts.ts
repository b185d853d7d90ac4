import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { BuildFailure, Message, Metafile } from "esbuild";
import { nearest } from "../content/did-you-mean.ts";
import { digestsIn } from "../content/fingerprint.ts";
import { OWN_LAYOUTS, replaceableIn } from "../own-layouts.js";
import type { Problem } from "../problems.ts";
import { reached } from "./code.ts";
import { shownPath } from "./shown-path.ts";

const OURS = fileURLToPath(new URL("../../layouts", import.meta.url));

const ICON = "icon.svg";

/**
 * What is wrong with the site's own layouts, as they were when they were loaded; nothing where there are none. Says it
 * without running them, so that a mistake there does not hide those in the content.
 */
export function problemsOfOwnLayouts(): Promise<readonly Problem[]> {
  said ??= examineAll();
  return said;
}

let said: Promise<readonly Problem[]> | undefined;

async function examineAll(): Promise<readonly Problem[]> {
  const files = OWN_LAYOUTS === undefined ? [] : [...(digestsIn(OWN_LAYOUTS)?.keys() ?? [])];
  if (OWN_LAYOUTS === undefined || files.length === 0) return [];
  const ours = replaceableIn(OURS);
  const replacing = files.filter((file) => ours.has(file));
  return [
    ...strays(files, replacing, OWN_LAYOUTS, [...ours]),
    ...(await mistakesIn(replacing.filter((file) => file !== ICON))),
    ...(replacing.includes(ICON) ? await mistakesInIcon(`${OWN_LAYOUTS}${ICON}`) : []),
  ];
}

/** Files that no page could ever show: most often, a part's name is misspelt. */
function strays(files: readonly string[], replacing: readonly string[], folder: string, ours: string[]): Problem[] {
  const used = new Set(replacing.flatMap((file) => [...reached(pathToFileURL(folder + file)).keys()]));
  return files
    .filter((file) => !used.has(pathToFileURL(folder + file).href))
    .map((file) => {
      const better = nearest(file, ours) ?? ours.find((known) => basename(known) === nearestName(file, ours));
      return {
        severity: "error",
        file: shownPath(folder + file),
        what: "This replaces nothing: no part, style or icon has its name, and no file here that replaces one imports it.",
        fix: better ? `Did you mean "layouts/${better}"?` : "Dateline's docs/theming.md says what can be replaced.",
      };
    });
}

const nearestName = (file: string, ours: readonly string[]) =>
  nearest(
    basename(file),
    ours.map((known) => basename(known)),
  );

/** Has esbuild read the parts and styles, with all that they import of ours and of the site. */
async function mistakesIn(replacing: readonly string[]): Promise<Problem[]> {
  if (replacing.length === 0) return [];
  const [{ build }, { layoutsInUse }] = await Promise.all([import("esbuild"), import("./layouts-in-use.ts")]);
  const entriesIn = (folder: string, as: string, files: readonly string[]) =>
    files.map((file) => ({ in: `${folder}/${file}`, out: `${as}/${file}` }));
  try {
    const { metafile, warnings } = await build({
      entryPoints: [
        ...entriesIn(OWN_LAYOUTS ?? "", "own", replacing),
        ...entriesIn(OURS, "ours", replacing.filter(isPart)),
      ],
      outdir: "made",
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      packages: "external",
      logLevel: "silent",
      plugins: [layoutsInUse],
      // Instead of the site's own, which is for its editor.
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, jsx: "react-jsx", jsxImportSource: "preact" } },
    });
    return [...problemsOf({ errors: [], warnings }), ...missingExports(replacing, metafile)];
  } catch (error) {
    if (error instanceof Error && "errors" in error) return problemsOf(error as BuildFailure); // nobody else has such
    throw error;
  }
}

const isPart = (file: string): boolean => file.endsWith(".tsx");

function missingExports(replacing: readonly string[], { outputs }: Metafile): Problem[] {
  return replacing.filter(isPart).flatMap((file) => {
    const exportedBy = (whose: string) => outputs[`made/${whose}/${file}.js`]?.exports ?? [];
    const own = exportedBy("own");
    return exportedBy("ours")
      .filter((name) => !own.includes(name))
      .map((name): Problem => {
        const what = `This does not export "${name}", as the part does that it replaces.`;
        const fix = `Write "export const ${name}: Parts["${name}"] = …", or pass ours on: export { ${name} } from "dateline/layouts/${file}";`;
        return { severity: "error", file: shownPath(`${OWN_LAYOUTS}${file}`), what, fix };
      });
  });
}

const problemsOf = ({ errors, warnings }: Pick<BuildFailure, "errors" | "warnings">): Problem[] => [
  ...errors.map((message) => problemOf(message, "error")),
  ...warnings.map((message) => problemOf(message, "warning")),
];

function problemOf({ text, location }: Message, severity: Problem["severity"]): Problem {
  const what = /[.?!]$/.test(text) ? text : `${text}.`;
  const fix = "Dateline's docs/theming.md shows how a part is written.";
  if (!location) return { severity, file: shownPath(OWN_LAYOUTS ?? ""), what, fix };
  const { file, line, column, length, lineText } = location;
  // esbuild counts bytes, from 0.
  const charactersIn = (bytes: number) => Buffer.from(lineText).subarray(0, bytes).toString().length;
  const before = charactersIn(column);
  const at = {
    line,
    column: before + 1,
    length: Math.max(1, charactersIn(column + length) - before),
    excerpt: lineText,
  };
  return { severity, file: shownPath(file), at, what, fix };
}

async function mistakesInIcon(path: string): Promise<Problem[]> {
  const { checkSvg } = await import("../content/svg/check.ts");
  const problems: Problem[] = [];
  checkSvg(shownPath(path), await readFile(path), (problem) => problems.push(problem));
  return problems;
}
