import { chmod, mkdir, mkdtemp, open, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { newFolderOf, sweepNewFolders } from "./leftovers.ts";
import { SITE } from "./publish/names.ts";
import type { Share } from "./shards.ts";

/** Lies in every folder that a build has written, so that no build ever replaces a folder that is not its own. */
export const MARKER = ".dateline";
const MARKER_TEXT = "Written by Dateline. The next build replaces the files that are named here, and no others.\n";
/** So began marks before they named files: there all that is in the folder is ours. */
const EARLIER_TEXT = "Written by Dateline. The next build replaces what is here.\n";

/** A folder that a build may not replace. */
export class ForeignFolderError extends Error {}

/**
 * The place where a build may put its site. Throws `ForeignFolderError` when `output` holds something that no build
 * wrote, or could not be replaced without losing the content or the folder where the command runs. Touches nothing.
 */
export async function checkOutput(output: string, content: string): Promise<string> {
  const target = await realPath(output);
  const contentFolder = await realPath(content);
  const refuse = refusal(`--output ${output || '""'}`, "_site");
  if (isWithin(await realPath("."), target)) refuse("would replace the folder where the command runs");
  if (isWithin(contentFolder, target)) refuse("would replace the content");
  if (isWithin(target, contentFolder)) refuse("is inside the content");
  if (await isForeign(target)) refuse("holds files that Dateline did not write");
  return target;
}

/**
 * The folder where a build may put its releases, beside whatever else is there. Throws `ForeignFolderError` for one inside
 * the content. Touches nothing.
 */
export async function checkReleases(folder: string, content: string | undefined): Promise<string> {
  const target = await realPath(folder);
  const isInside = content !== undefined && isWithin(target, await realPath(content));
  if (isInside) refusal(`--releases ${folder || '""'}`, "/var/www/courier")("is inside the content");
  return target;
}

const refusal =
  (option: string, remedy: string) =>
  (why: string): never => {
    throw new ForeignFolderError(`${option} ${why}; name another folder, such as ${remedy}.`);
  };

/** Absolute and without symbolic links, as far as the path exists. */
export async function realPath(path: string): Promise<string> {
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

/** Longer than what stands before the files in any mark. */
const HEAD_LENGTH = 1024;

/** What a build has put into a folder; undefined for a folder of something else. */
export async function markIn(target: string): Promise<Mark | undefined> {
  const head = await readHead(join(target, MARKER)).catch(nothingWhenNoFile);
  const text = [MARKER_TEXT, EARLIER_TEXT].find((beginning) => head?.startsWith(beginning));
  if (head === undefined || text === undefined) return undefined;
  const [edition = "", share = ""] = head.slice(text.length).split("\n");
  const [, index, count, site] = SHARE.exec(share) ?? [];
  return { edition, share: site ? { index: Number(index), count: Number(count), site } : undefined };
}

/** The paths of the files that builds have put into a folder; undefined where all of them count as such. */
export async function filesOfMark(target: string): Promise<ReadonlySet<string> | undefined> {
  const mark = await readFile(join(target, MARKER), "utf8").catch(nothingWhenNoFile);
  if (!mark?.startsWith(MARKER_TEXT)) return undefined;
  return new Set(mark.slice(mark.indexOf("\n\n") + 2).split("\n"));
}

/** The mark of a folder, as it is written. */
export function markText(edition: string, files: Iterable<string>, share?: Share): string {
  const ofWhat = share ? `Shard ${share.index}/${share.count} of ${share.site}\n` : "";
  const names = [...new Set(files)].sort().map((file) => `${file}\n`);
  return `${MARKER_TEXT}${edition}\n${ofWhat}\n${names.join("")}`;
}

/** Says in a folder which edition it holds, in which files, and of which share of a site. */
export function markEdition(folder: string, edition: string, files: Iterable<string>, share?: Share): Promise<void> {
  return writeFile(join(folder, MARKER), markText(edition, files, share));
}

async function readHead(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_LENGTH), 0, HEAD_LENGTH, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The site's own folder has a folder of the mark's name, with what is kept from build to build. */
function nothingWhenNoFile(error: unknown): undefined {
  if (!hasCode(error, ["ENOENT", "ENOTDIR", "EISDIR"])) throw error;
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
  const own = await mkdtemp(newFolderOf(target));
  try {
    const fresh = join(own, SITE);
    await mkdir(fresh);
    // Whatever the umask: a web server is somebody else.
    await chmod(fresh, 0o755);
    return await write(fresh);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** Node's file errors carry the system's code. */
function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
