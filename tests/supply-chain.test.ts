import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const readJson = (file: string) => JSON.parse(readFileSync(file, "utf8"));

const manifest = readJson("package.json") as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const { packages } = readJson("package-lock.json") as { readonly packages: Readonly<Record<string, Locked>> };

const locked = Object.entries(packages)
  .filter(([path]) => path !== "")
  .map(([path, about]) => ({ name: path.replace(/^.*node_modules\//, ""), ...about }));

/** Licences under which a site may be built and a copy of the builder passed on, by their names in SPDX. */
const KNOWN: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  // libvips, which sharp links to as a library of its own.
  "LGPL-3.0-or-later",
  "MIT",
  // lightningcss, of vitest, which the lockfile counts in because html-validate knows it as an optional peer.
  "MPL-2.0",
  // Typefaces.
  "OFL-1.1",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
]);

/** The manifest of callsite names no licence; its Readme does. */
const IN_README: Readonly<Record<string, string>> = { callsite: "MIT" };

/** Whether an expression of SPDX (one level of AND or OR, which is all that there is) allows it. */
const isKnown = (expression: string): boolean =>
  expression
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((all) => all.split(" AND ").every((licence) => KNOWN.has(licence)));

describe("the packages that are installed", () => {
  test("are those of the registry, each under the hash of its contents", () => {
    expect(locked.length).toBeGreaterThan(300);
    const strange = locked.filter(
      ({ resolved, integrity, link }) => link || resolved !== undefined || !integrity?.startsWith("sha512-"),
    );
    expect(strange).toEqual([]);
  });

  test("run no code of their own when they come, but for those that we let", () => {
    const running = locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    expect(new Set(running)).toEqual(new Set(Object.keys(manifest.allowScripts)));
    expect(readFileSync(".npmrc", "utf8")).toMatch(/^strict-allow-scripts=true$/m);
  });

  test("have licences that we know, where a site is built with them", () => {
    const inUse = locked.filter(({ dev }) => !dev);
    const unknown = inUse.filter(({ name, license }) => !isKnown(license ?? IN_README[name] ?? "none"));
    expect(unknown.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  test("are told apart by what they may do: a choice of licences, and several at once", () => {
    expect(["MIT", "(MIT OR GPL-3.0)", "Apache-2.0 AND LGPL-3.0-or-later"].map(isKnown)).toEqual([true, true, true]);
    expect(["GPL-3.0", "MIT AND GPL-3.0", "UNLICENSED", ""].map(isKnown)).toEqual([false, false, false, false]);
  });
});

test("every dependency says what it is here for, and nothing else does", () => {
  const [, site = "", tools = ""] = readFileSync("docs/dependencies.md", "utf8").split(/^## .*$/m);
  const named = (part: string) =>
    [...part.matchAll(/^\| (`.*?) \| \S/gm)].flatMap(([, names = ""]) =>
      names.split(", ").map((name) => name.slice(1, -1)),
    );
  expect(named(site).sort()).toEqual(Object.keys(manifest.dependencies).sort());
  expect(named(tools).sort()).toEqual(Object.keys(manifest.devDependencies).sort());
});

test("new versions are offered weekly, but not of what has to stay as it is", () => {
  const { updates } = parse(readFileSync(".github/dependabot.yml", "utf8")) as {
    readonly updates: readonly {
      readonly "package-ecosystem": string;
      readonly schedule: object;
      readonly ignore?: readonly { readonly "dependency-name": string }[];
    }[];
  };
  expect(updates.map((update) => update["package-ecosystem"])).toEqual(["npm", "github-actions"]);
  for (const { schedule } of updates) expect(schedule).toEqual({ interval: "weekly" });
  const kept = updates[0]?.ignore?.map((one) => one["dependency-name"]);
  expect(kept).toEqual(["pagefind", "@biomejs/biome"]);
  const all = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const name of kept ?? []) expect(all[name], name).toMatch(/^\d/);
});
