import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { newFolderOf, sweepNewFolders } from "./leftovers.ts";
import type { Share } from "./shards.ts";

/** Lies in every folder that a build has written, so that no build ever replaces a folder that is not its own. */
export const MARKER = ".dateline";
const MARKER_TEXT = "Written by Dateline. The next build replaces what is here.\n";

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
  return (await editionIn(target)) === undefined;
}

/** The edition (`editionOf` its parts) that a build has put into a folder; undefined for a folder of something else. */
export const editionIn = async (target: string): Promise<string | undefined> => (await markIn(target))?.edition;

/** What lies in a folder that a build has written. */
export interface Mark {
  readonly edition: string;
  /** Undefined for a whole site. */
  readonly share?: Share | undefined;
}

const SHARE = /^Shard (\d+)\/(\d+) of (\S+)$/;

/** What a build has put into a folder; undefined for a folder of something else. */
export async function markIn(target: string): Promise<Mark | undefined> {
  const marker = await readFile(join(target, MARKER), "utf8").catch((error: unknown) => {
    // The site's own folder has a folder of this name, with what is kept from build to build.
    if (hasCode(error, ["ENOENT", "ENOTDIR", "EISDIR"])) return undefined;
    throw error;
  });
  if (!marker?.startsWith(MARKER_TEXT)) return undefined;
  const [edition = "", share = ""] = marker.slice(MARKER_TEXT.length).split("\n");
  const [, index, count, site] = SHARE.exec(share) ?? [];
  return { edition, share: site ? { index: Number(index), count: Number(count), site } : undefined };
}

/** Says in a folder which edition it holds, and of which share of a site. */
export function markEdition(folder: string, edition: string, share?: Share): Promise<void> {
  const ofWhat = share ? `Shard ${share.index}/${share.count} of ${share.site}\n` : "";
  return writeFile(join(folder, MARKER), `${MARKER_TEXT}${edition}\n${ofWhat}`);
}

/** Says so in one step, by a draft in `folder`: a site without its mark would be somebody else's to the next build. */
export async function moveMark(folder: string, target: string, edition: string, share?: Share): Promise<void> {
  await markEdition(folder, edition, share);
  await rename(join(folder, MARKER), join(target, MARKER));
}

/**
 * Lets `write` fill a new folder beside `target`, which is removed afterwards with what `write` has left there. On the
 * same file system, so that files can be moved from one to the other.
 */
export async function withNewFolder<Result>(
  target: string,
  write: (folder: string) => Promise<Result>,
): Promise<Result> {
  await mkdir(dirname(target), { recursive: true });
  await sweepNewFolders(target);
  const fresh = await mkdtemp(newFolderOf(target));
  try {
    // A temporary folder is closed to others; a web server is one of them.
    await chmod(fresh, 0o755);
    return await write(fresh);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Puts a folder in the place of `target`, which `checkOutput` has allowed. */
export async function replaceFolder(fresh: string, target: string): Promise<void> {
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
