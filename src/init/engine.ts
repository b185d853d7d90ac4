import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What we say of ourselves in package.json, as far as a new site repeats it. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const ROOT = new URL("../../", import.meta.url);

/** Our own. */
export const readManifest = (): Manifest => JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8"));

/** Where a site's package.json has the engine come from. */
export interface Engine {
  readonly spec: string;
  /** Whether only this machine has it. */
  readonly isOnlyHere: boolean;
}

interface Installed {
  readonly packages?: Readonly<Record<string, { readonly resolved?: string }>>;
}

/**
 * The engine that is running, as the site in `folder` may depend on it: from the place from which npm has installed it,
 * or the folder in which it is developed. `root` is where it lies, as a URL.
 */
export function engineFor(folder: string, { name, version }: Manifest, root = ROOT): Engine {
  const ours = fileURLToPath(root).replace(/[\\/]$/, "");
  const here = (path: string): Engine => ({
    spec: `file:${relative(resolve(folder), path).replaceAll("\\", "/")}`,
    isOnlyHere: true,
  });
  const [, site, path] = /^(.*)[\\/](node_modules[\\/].*?)$/.exec(ours) ?? [];
  if (site === undefined || path === undefined) return here(ours);
  const list = resolve(site, "node_modules/.package-lock.json");
  // npm wrote it; other package managers keep none.
  const { packages }: Installed = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : {};
  const resolved = packages?.[path.replaceAll("\\", "/")]?.resolved ?? "";
  if (resolved.startsWith("file:")) return here(resolve(site, resolved.slice("file:".length)));
  if (resolved.startsWith("git")) return { spec: resolved, isOnlyHere: false };
  // Under our own name in the site's files, whatever the registry calls the package.
  return { spec: `npm:${name}@^${version}`, isOnlyHere: false };
}
