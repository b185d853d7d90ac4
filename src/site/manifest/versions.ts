import { readFileSync } from "node:fs";
import { codeOf, installedPackages } from "../code.ts";

/** What a site was printed with. */
export interface Versions {
  readonly dateline: string;
  /** Names all of our code and every package that is installed (`codeOf`). */
  readonly code: string;
  readonly node: string;
  /** Of what Node knows of languages, and of time zones. */
  readonly icu: string;
  readonly tz: string;
  /** Such as linux-x64: sharp and Pagefind are other programs on another. */
  readonly platform: string;
  /** The packages that are installed of those that we ask for. */
  readonly packages: Readonly<Record<string, string>>;
}

interface Manifests {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

interface InstalledPackages {
  readonly packages?: Readonly<Record<string, { readonly version?: string }>>;
}

/** What prints sites here. */
export function versions(): Versions {
  // npm wrote both.
  const ours = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as Manifests;
  const { packages = {} } = JSON.parse(installedPackages()) as InstalledPackages;
  const names = Object.keys(ours.dependencies).sort();
  const { node, icu = "", tz = "" } = process.versions;
  return {
    dateline: ours.version,
    code: codeOf(new URL("../build-anew.ts", import.meta.url)),
    ...{ node, icu, tz },
    platform: `${process.platform}-${process.arch}`,
    // Where nobody lists what is installed, what we ask for is all that is known.
    packages: Object.fromEntries(
      names.map((name) => [name, packages[`node_modules/${name}`]?.version ?? ours.dependencies[name] ?? ""]),
    ),
  };
}
