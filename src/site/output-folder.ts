import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

/** Lies in every folder that a build has written, so that no build ever replaces a folder that is not its own. */
const MARKER = ".dateline";
const MARKER_TEXT = "Written by Dateline. The next build replaces this folder.\n";

/** A folder that a build may not replace. */
export class ForeignFolderError extends Error {}

/**
 * The place where a build may put its site. Throws `ForeignFolderError` when `output` holds something that no build
 * wrote, or could not be replaced without losing the content or the folder where the command runs. Touches nothing.
 */
export async function checkOutput(output: string, content: string): Promise<string> {
  const target = await realPath(output);
  const contentFolder = await realPath(content);
  const refuse = (why: string): never => {
    throw new ForeignFolderError(`--output ${output || '""'} ${why}; name another folder, such as _site.`);
  };
  if (isWithin(await realPath("."), target)) refuse("would replace the folder where the command runs");
  if (isWithin(contentFolder, target)) refuse("would replace the content");
  if (isWithin(target, contentFolder)) refuse("is inside the content");
  if (await isForeign(target)) refuse("holds files that Dateline did not write");
  return target;
}

/** Absolute and without symbolic links, as far as the path exists. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!hasCode(error, ["ENOENT", "ENOTDIR"])) throw error;
    const absolute = resolve(path);
    return join(await realPath(dirname(absolute)), basename(absolute));
  }
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path !== ".." && !path.startsWith(`..${sep}`) && resolve(outer, path) === inner;
}

/** A folder is foreign when something stands in it and our marker does not. */
async function isForeign(target: string): Promise<boolean> {
  const entries = await readdir(target).catch((error: unknown) => {
    if (hasCode(error, ["ENOENT"])) return [];
    if (hasCode(error, ["ENOTDIR"])) return ["(a file)"];
    throw error;
  });
  if (entries.length === 0) return false;
  const marker = await readFile(join(target, MARKER), "utf8").catch((error: unknown) => {
    // The site's own folder has a folder of this name, with the build's scratch work.
    if (hasCode(error, ["ENOENT", "ENOTDIR", "EISDIR"])) return undefined;
    throw error;
  });
  return marker !== MARKER_TEXT;
}

/**
 * Lets `write` fill a new folder, then puts it in the place of `target`, which `checkOutput` has allowed. When
 * `write` throws, what stood at `target` stays as it is.
 */
export async function replaceFolder(target: string, write: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  // Beside the target, because a rename cannot cross file systems.
  const fresh = await mkdtemp(join(dirname(target), `${basename(target)}.new-`));
  try {
    // A temporary folder is closed to others; a web server is one of them.
    await chmod(fresh, 0o755);
    await write(fresh);
    await writeFile(join(fresh, MARKER), MARKER_TEXT);
    await putInPlace(fresh, target);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function putInPlace(fresh: string, target: string): Promise<void> {
  const old = `${fresh}-old`;
  // Another build may put its site there between the two renames; then that one is the old one.
  for (let placed = false; !placed; ) {
    const hadOld = await tryRename(target, old, ["ENOENT"]);
    placed = await tryRename(fresh, target, ["ENOTEMPTY", "EEXIST"]).catch(async (error) => {
      if (hadOld) await rename(old, target);
      throw error;
    });
    if (hadOld) await rm(old, { recursive: true });
  }
}

/** False when the rename failed for one of the reasons that are expected. */
async function tryRename(from: string, to: string, expected: readonly string[]): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, expected)) return false;
    throw error;
  }
}

/** Node's file errors carry the system's code. */
function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
