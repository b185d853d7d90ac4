import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { rm } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { resolveConfig } from "@netlify/config";
import { build as bundle } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SCRIPTS } from "../../src/init/new-site.ts";
import { offered } from "../../src/site/sandbox/set-apart.ts";
import { newspaperFolder } from "../pages/newspaper.ts";
import { addressPrintedBy } from "../site/address-printed.ts";
import { datelineIn } from "../site/dateline-in.ts";
import { bytesOf, filesIn, save } from "../site/site-folder.ts";
import { installPacked } from "./installed.ts";

// One site for all tests, each of which goes on where the one before it stopped, as a newsroom does.

/** The folder of all, in it the package and the site. */
let place: string;
let site: string;
/** The engine as the site has it installed. */
let engine: string;

beforeAll(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), "dateline-second-")));
  site = join(place, "my-paper");
  installPacked(place);
  // As `npm exec --package=./dateline.tgz -- dateline init my-paper` does, and then `npm install`.
  const cli = join(place, "node_modules/dateline/src/cli/dateline.js");
  const options = ["--yes", "--language", "en-GB", "--time-zone", "Europe/London"];
  const made = spawnSync(process.execPath, [cli, "init", "my-paper", ...options], { cwd: place, encoding: "utf8" });
  expect(made.stderr + made.stdout).toContain("My Paper is in my-paper.");
  renameSync(join(place, "node_modules"), join(site, "node_modules"));
  engine = join(site, "node_modules/dateline");
});

afterAll(() => rm(place, { recursive: true, force: true }));

/** Runs a command as the site's own scripts do. */
function dateline(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(engine, "src/cli/dateline.js"), ...args], {
    cwd: site,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

const read = (path: string) => readFileSync(join(site, path), "utf8");
const readJson = (path: string) => JSON.parse(read(path));

/** Every page and file that readers get. The mark of the output folder says which engine and packages made it. */
const published = async (folder: string) => {
  const { ".dateline": _, ...files } = await bytesOf(folder);
  return files;
};

const DAY = ["--now", "2027-01-01T00:00Z"];

test("the package brings what a site needs, and neither tests nor this repository's newspaper", async () => {
  const files = (await filesIn(engine)).filter((file) => !file.startsWith("node_modules/"));
  const tops = new Set(files.map((file) => file.replace(/\/.*/, "")));
  const expected = [".vscode", "LICENSE", "README.md", "docs", "layouts", "netlify", "package.json", "src"];
  expect([...tops].sort()).toEqual([...expected, "tsconfig.json", "tsconfig.site.json"]);
  expect(files.filter((file) => /\.test\.|decisions\//.test(file))).toEqual([]);
  expect(files).toContain("docs/second-site.md");
  // What is looked for by name is there: npm leaves out files that begin with a dot.
  expect(files).toContain("src/init/site/dot-npmrc");
});

test("whatever the engine's code looks for beside itself is in the package", async () => {
  const sources = (await filesIn(engine)).filter((file) => /^(?:src|layouts|netlify)\/.*\.[jt]sx?$/.test(file));
  const wanted = sources.flatMap((file) => {
    const text = readFileSync(join(engine, file), "utf8");
    return [...text.matchAll(/new URL\(\s*["'](\.[^"']+)["'],\s*import\.meta\.url/g)].map(([, path = ""]) =>
      join(engine, file, "..", path),
    );
  });
  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter((path) => !existsSync(path))).toEqual([]);
});

test("nothing that runs imports a package that is only for the engine's development", async () => {
  const { dependencies } = readJson("node_modules/dateline/package.json");
  const sources = (await filesIn(engine)).filter((file) => /^(?:src|layouts|netlify)\/.*\.[jt]sx?$/.test(file));
  const imported = sources
    .filter((file) => !file.startsWith("src/init/site/"))
    .flatMap((file) => [...readFileSync(join(engine, file), "utf8").matchAll(IMPORT)].map(([, name = ""]) => name));
  const packages = imported
    .filter((name) => /^[@\w]/.test(name) && !isBuiltin(name) && !name.startsWith("dateline/"))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0]);
  expect(packages.length).toBeGreaterThan(30);
  expect([...new Set(packages)].filter((name) => !Object.hasOwn(dependencies, name ?? ""))).toEqual([]);
});

/** An import that is still there when the code runs: not one of types. */
const IMPORT = /^(?:(?:import|export)\s+(?!type\b)[^"';]*?from\s*|import\s*|.*\bimport\(\s*)["']([^"'\n]+)["']/gm;

test("the site has nothing of the engine, and its package.json says how it is built", () => {
  const { scripts, dependencies, devDependencies, allowScripts, ...about } = readJson("package.json");
  expect(about).toMatchObject({ name: "my-paper", private: true, type: "module" });
  expect(dependencies).toEqual({ dateline: expect.stringMatching(/^file:\.\.\/dateline-press-[\d.]+\.tgz$/) });
  expect(scripts).toEqual(Object.fromEntries(SCRIPTS.map((name) => [name, `dateline ${name}`])));
  const ours = readJson("node_modules/dateline/package.json");
  expect({ devDependencies, allowScripts }).toEqual({
    devDependencies: { node: ours.devDependencies.node },
    allowScripts: ours.allowScripts,
  });
  expect(readdirSync(site).sort()).toEqual(
    [
      ".vscode",
      ...[".gitattributes", ".github", ".gitignore", ".npmrc", "README.md", "content"],
      ...["netlify", "netlify.toml", "node_modules", "package.json", "tsconfig.json"],
    ].sort(),
  );
});

test("its content has no problems, and every address is remembered", () => {
  expect(dateline("check")).toMatchObject({ status: 0, said: expect.stringMatching(/^No problems in \d+ files\.\n$/) });
  expect(dateline("addresses", "--check")).toMatchObject({ status: 0 });
});

test("the site is the same, byte for byte, as one that the engine's own repository builds of that content", async () => {
  // With a picture, which the engine's libraries draw.
  cpSync(join(newspaperFolder("tiny"), "articles/2026"), join(site, "content/articles/2026"), { recursive: true });
  cpSync(join(newspaperFolder("tiny"), "authors"), join(site, "content/authors"), { recursive: true });
  const built = dateline("build", ...DAY);
  expect(built).toMatchObject({ status: 0, said: expect.stringMatching(/^Published 3 stories on \d+ pages/) });
  const other = join(place, "other");
  cpSync(join(site, "content"), join(other, "content"), { recursive: true });
  expect(datelineIn(other, "build", ...DAY)).toMatchObject({ status: 0 });
  const ours = await published(join(other, "_site"));
  expect(Object.keys(ours).length).toBeGreaterThan(60);
  expect(await published(join(site, "_site"))).toEqual(ours);
});

test.runIf(offered() !== "not apart")("a sandboxed build works from there too", async () => {
  expect(dateline("build:sandboxed", "--output", "_sandboxed", ...DAY)).toMatchObject({ status: 0 });
  expect(Object.keys(await published(join(site, "_sandboxed")))).toEqual(
    Object.keys(await published(join(site, "_site"))),
  );
});

const STORY = "/2026/04/bridge-opens/";
const storyBuilt = () => read(`_site${STORY}index.html`);

test("a part of its own stands in for the engine's, and an upgrade of the engine prints what it changes", async () => {
  await save(
    join(site, "layouts/parts/Byline.tsx"),
    `import { Byline as Ours } from "dateline/layouts/parts/Byline.tsx";
import type { Parts } from "dateline/layouts/parts.ts";

export const Byline: Parts["Byline"] = (props) => <div class="signed"><Ours {...props} /></div>;
`,
  );
  expect(dateline("build", ...DAY)).toMatchObject({ status: 0 });
  expect(storyBuilt()).toContain('<div class="signed"><p class="byline">');

  // What `npm update` does: other files of the same date, another version, and npm's list says so.
  const byline = join(engine, "layouts/parts/Byline.tsx");
  const { atime, mtime } = statSync(byline);
  writeFileSync(byline, readFileSync(byline, "utf8").replace('class="byline"', 'class="by-now!"'));
  utimesSync(byline, atime, mtime);
  for (const list of ["node_modules/dateline/package.json", "node_modules/.package-lock.json"]) {
    writeFileSync(join(site, list), read(list).replace(/"version": ?"0\.1\.0"/, '"version": "0.1.1"'));
  }
  expect(dateline("build", ...DAY)).toMatchObject({ status: 0 });
  expect(storyBuilt()).toContain('<div class="signed"><p class="by-now!">');
});

test("the development server answers", async () => {
  const server = spawn(process.execPath, [join(engine, "src/cli/dateline.js"), "dev", "--port", "0"], {
    cwd: site,
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    const url = await addressPrintedBy(server);
    expect(await (await fetch(new URL(STORY, url))).text()).toContain('<p class="by-now!">');
  } finally {
    server.kill();
    await once(server, "exit");
  }
});

test("Netlify finds what it builds, keeps and runs", async () => {
  const { config } = await resolveConfig({ cwd: site, repositoryRoot: site, offline: true, context: "production" });
  expect(config.build.command).toBe("npm run build");
  const [plugin] = config.plugins as { package: string }[];
  expect(await filesIn(resolve(site, plugin?.package ?? ""))).toEqual(["index.js", "manifest.yml"]);
  const functions = await filesIn(config.functionsDirectory);
  expect(functions).toEqual(await theirs());
  for (const name of functions) {
    // As Netlify bundles a function: what lies in files of ours, but no package.
    const { metafile } = await bundle({
      entryPoints: [join(config.functionsDirectory, name)],
      bundle: true,
      write: false,
      metafile: true,
      platform: "node",
      format: "esm",
      packages: "external",
    });
    const left = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
    expect(left.filter((path) => !isBuiltin(path))).toEqual(name === "announce.js" ? ["@netlify/blobs"] : []);
  }
});

/** The functions that the engine has, as the site's own files are called. */
const theirs = async () => (await filesIn(join(engine, "netlify/functions"))).map((name) => name.replace(/ts$/, "js"));
