import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** What a lockfile says of a package, as far as it is asked for here. */
interface Locked {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

interface Ours {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/**
 * Packs the engine, and installs the package into `folder`/node_modules as "dateline", as npm does, but without a
 * network: with the packages that its `dependencies` lead to in the lockfile, and none that is only for its development.
 * They are links to ours, so nothing may write into them. Gives the package's file.
 */
export function installPacked(folder: string): string {
  const packed = spawnSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    encoding: "utf8",
    // npm on Windows is a script.
    shell: process.platform === "win32",
  });
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  const modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  const unpacked = spawnSync("tar", ["-xzf", join(folder, filename), "-C", modules]);
  if (unpacked.status !== 0) throw new Error(String(unpacked.stderr));
  renameSync(join(modules, "package"), join(modules, "dateline"));

  const ours: Ours = JSON.parse(readFileSync(join(modules, "dateline/package.json"), "utf8"));
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };
  const installed = neededBy(ours, packages).filter((path) => linkPackage(path, join(folder, path)));
  const list = {
    ...Object.fromEntries(installed.map((path) => [path, packages[path]])),
    "node_modules/dateline": { name: ours.name, version: ours.version, resolved: `file:${filename}` },
  };
  writeFileSync(join(modules, ".package-lock.json"), JSON.stringify({ packages: list }));
  return join(folder, filename);
}

/** The paths of all packages that npm installs for the sake of these dependencies. */
function neededBy({ dependencies }: Ours, packages: Readonly<Record<string, Locked>>): string[] {
  const found = new Set<string>();
  const waiting = Object.keys(dependencies).map((name) => ({ from: "", name, isOptional: false }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { from, name, isOptional } = next;
    const path = foldersUp(from)
      .map((folder) => `${folder}node_modules/${name}`)
      .find((place) => packages[place]);
    if (path === undefined && !isOptional) throw new Error(`The lockfile has no ${name}, which ${from || "we"} need`);
    if (path === undefined || found.has(path)) continue;
    found.add(path);
    const { dependencies = {}, optionalDependencies = {}, ...more } = packages[path] ?? {};
    const peers = Object.keys(more.peerDependencies ?? {}).filter(
      (peer) => !more.peerDependenciesMeta?.[peer]?.optional,
    );
    for (const need of [...Object.keys(dependencies), ...peers])
      waiting.push({ from: path, name: need, isOptional: false });
    for (const need of Object.keys(optionalDependencies)) waiting.push({ from: path, name: need, isOptional: true });
  }
  return [...found].sort();
}

/** "node_modules/a/node_modules/b" may find a package below itself, below a, and at the top. */
function foldersUp(path: string): string[] {
  if (path === "") return [""];
  const above = path.lastIndexOf("node_modules/");
  return [`${path}/`, ...foldersUp(path.slice(0, above).replace(/\/$/, ""))];
}

/** False for a package that this system does not have: the binaries of another. */
function linkPackage(from: string, to: string): boolean {
  if (!existsSync(from)) return false;
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [ours, theirs] = [join(from, entry.name), join(to, entry.name)];
    // What lies inside a package is in the lockfile too.
    if (entry.isDirectory() && entry.name !== "node_modules") linkPackage(ours, theirs);
    else if (entry.isFile()) link(ours, theirs);
  }
  return true;
}

function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // Temporary files may lie on another disk.
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    copyFileSync(from, to);
  }
}
