import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The table of the design: what each part may import of ours, itself left out. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "src/model": [],
  "src/request.ts": [],
  // Run by hosts: small, and the bell with nothing installed.
  "src/bell": ["src/request.ts"],
  "src/announce": ["src/model", "src/request.ts"],
  "src/problems.ts": [],
  "src/whole-file.ts": [],
  // Asked by the loader, and by whatever else must find the same files.
  "src/own-layouts": [],
  "src/loader": ["src/own-layouts"],
  "src/content": ["src/model", "src/problems.ts"],
  layouts: ["src/model"],
  // What writers' commands make: files of content, a site, and content out of an old site.
  "src/new": ["src/content", "src/model", "src/problems.ts"],
  "src/init": ["src/content", "src/model", "src/problems.ts"],
  "src/import": ["src/content", "src/model", "src/problems.ts", "src/whole-file.ts"],
  // Readers' replies, from the host to their files: fetched, looked at, decided on.
  "src/moderation": ["src/content", "src/model", "src/problems.ts", "src/request.ts", "src/whole-file.ts"],
  // The editor in the browser, as the schemas and registries have it.
  "src/cms": ["src/content", "src/model", "src/problems.ts"],
  "src/pages": ["src/model", "layouts", "src/problems.ts"],
  "src/site": [
    "src/cms",
    "src/content",
    "src/model",
    "src/pages",
    "src/problems.ts",
    "src/whole-file.ts",
    "src/loader",
    "src/own-layouts",
  ],
  "src/cli": [
    "src/announce",
    "src/cms",
    "src/content",
    "src/import",
    "src/init",
    "src/model",
    "src/moderation",
    "src/new",
    "src/pages",
    "src/problems.ts",
    "src/request.ts",
    "src/site",
    "src/whole-file.ts",
    "layouts",
    "src/loader",
  ],
  "eleventy.config.ts": ["src/site", "src/loader"],
  "netlify/functions": ["src/bell", "src/announce", "src/model", "src/request.ts"],
};

const PARTS = Object.keys(MAY_IMPORT);

const files = ["src", "layouts", "netlify/functions"]
  .flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
  )
  .map((path) => path.replaceAll("\\", "/"))
  .concat("eleventy.config.ts")
  // What `init` puts into a new site, as it is to stand there.
  .filter((path) => /\.(?:[jt]sx?|css)$/.test(path) && !path.startsWith("src/init/site/"));

const imports = files.flatMap((file) => importsOf(readFileSync(ROOT + file, "utf8")).map((name) => ({ file, name })));

describe("the folders keep to the picture", () => {
  test("every file belongs to a part of it", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => partOf(file) === undefined)).toEqual([]);
  });

  test("a part imports only the parts that the table allows it", () => {
    const ours = imports.filter(({ name }) => name.startsWith("."));
    expect(ours.length).toBeGreaterThan(200);
    const wrong = ours.filter(({ file, name }) => {
      const from = partOf(file);
      const to = partOf(targetOf(file, name));
      return !from || !to || (from !== to && !MAY_IMPORT[from]?.includes(to));
    });
    expect(wrong).toEqual([]);
  });

  test("every import of ours names a file that is there, with its extension", () => {
    const ours = imports.filter(({ name }) => name.startsWith("."));
    expect(ours.filter(({ file, name }) => !files.includes(targetOf(file, name)))).toEqual([]);
  });

  test("Eleventy is named at the edge only", () => {
    const namers = imports.filter(({ name }) => name.startsWith("@11ty/")).map(({ file }) => partOf(file));
    expect(new Set(namers)).toEqual(new Set(["src/site", "eleventy.config.ts"]));
  });

  test("the model touches neither files, network nor processes", () => {
    const touches = imports.filter(({ file, name }) => partOf(file) === "src/model" && name.startsWith("node:"));
    expect(touches).toEqual([]);
  });

  test("layouts display: they import Preact, what draws charts, the model and each other, and nothing of Node", () => {
    const packages = imports.filter(({ file, name }) => partOf(file) === "layouts" && !name.startsWith("."));
    expect(
      packages.filter(
        ({ file, name }) =>
          !file.startsWith("layouts/scripts/") && !/^(?:preact(?:-render-to-string)?(?:\/|$)|d3-)/.test(name),
      ),
    ).toEqual([]);
    expect(packages.filter(({ name }) => name.startsWith("node:"))).toEqual([]);
  });

  test("the clock is read where a program begins, and handed on from there; a browser has its own", () => {
    const readers = files.filter(
      (file) =>
        !file.startsWith("layouts/scripts/") &&
        /\bDate\.now\b|\bnew Date\(\)|\bDateTime\.(?:now|local|utc)\(/.test(readFileSync(ROOT + file, "utf8")),
    );
    expect(readers.toSorted()).toEqual([
      "eleventy.config.ts",
      "netlify/functions/bell.ts",
      "src/bell/ring-once.ts",
      "src/cli/dateline.js",
    ]);
  });

  test("nothing imports the tests", () => {
    expect(imports.filter(({ name }) => /(?:^|\/)tests\//.test(name))).toEqual([]);
  });

  test("no file is called utils, helpers or common, and none only passes others on", () => {
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|index)\.[jt]sx?$/.test(file))).toEqual([]);
  });
});

test("the reader of imports sees each way of importing", () => {
  const source = [
    'import "./a.ts";',
    'import b from "./b.ts";',
    "import {\n  type C,\n  c,\n} from './c.ts';",
    'import type { D } from "./d.ts";',
    'export { e } from "./e.ts";',
    'export * from "./f.ts";',
    'const g = await import("./g.ts");',
    'type H = import("./h.ts").H;',
    'new URL("./i.ts", import.meta.url);',
  ];
  expect(importsOf(source.join("\n"))).toEqual(
    ["a", "b", "c", "d", "e", "f", "g", "h", "i"].map((name) => `./${name}.ts`),
  );
});

/** Every specifier that a module imports, also the one of a worker's URL. */
function importsOf(source: string): string[] {
  const forms = [
    /^\s*(?:import|export)\s[^"';]*?from\s*["']([^"']+)["']/gm,
    /^\s*import\s*["']([^"']+)["']/gm,
    /\bimport\(\s*["']([^"']+)["']/g,
    /\bnew URL\(\s*["'](\.[^"']*\.[jt]sx?)["']\s*,\s*import\.meta\.url/g,
  ];
  const found = forms.flatMap((form) => [...source.matchAll(form)]);
  return found.sort((a, b) => a.index - b.index).flatMap(([, name]) => (name === undefined ? [] : [name]));
}

const targetOf = (file: string, name: string): string => posix.join(posix.dirname(file), name);

const partOf = (path: string): string | undefined =>
  PARTS.find((part) => path === part || path.replace(/(?:\.d\.ts|\.js)$/, "") === part || path.startsWith(`${part}/`));
