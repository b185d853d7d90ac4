import { mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/** Lies in every folder that a build has written, so that no build ever replaces a folder that is not its own. */
const MARKER = ".dateline";
const MARKER_TEXT = "Written by Dateline. The next build replaces this folder.\n";

/** A folder that a build may not replace. */
export class ForeignFolderError extends Error {}

/**
 * Lets `write` fill a new folder, then puts it in the place of `output`. When `write` throws, what stood at `output`
 * stays as it is. Throws `ForeignFolderError` when `output` holds something that no build wrote.
 */
export async function replaceFolder(output: string, write: (folder: string) => Promise<void>): Promise<void> {
  const target = resolve(output);
  await refuseForeign(target, output);
  // Beside the target, because a rename cannot cross file systems.
  const fresh = await mkdtemp(join(dirname(target), `${basename(target)}.new-`));
  const old = `${fresh}-old`;
  try {
    await write(fresh);
    await writeFile(join(fresh, MARKER), MARKER_TEXT);
    const hadOld = await renameIfThere(target, old);
    await rename(fresh, target);
    if (hadOld) await rm(old, { recursive: true });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function refuseForeign(target: string, shown: string): Promise<void> {
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    if (error.code === "ENOTDIR") return ["(a file)"];
    throw error;
  });
  if (entries.length > 0 && !entries.includes(MARKER)) {
    throw new ForeignFolderError(
      `${shown} holds files that Dateline did not write; empty it, or name another --output.`,
    );
  }
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
