import { randomUUID } from "node:crypto";
import { link, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file that is not there yet: whole, or not at all. Resolves with false, having written nothing, when there is
 * one already.
 */
export async function createWhole(path: string, text: string | Uint8Array): Promise<boolean> {
  return beside(path, text, async (draft) => {
    try {
      // A link is never put over a file, as a renamed file would be.
      await link(draft, path);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw error;
    }
  });
}

/** Puts a file in the place of another: whole, or not at all. */
export const replaceWhole = (path: string, text: string | Uint8Array): Promise<void> =>
  beside(path, text, (draft) => rename(draft, path));

async function beside<Done>(path: string, text: string | Uint8Array, put: (draft: string) => Promise<Done>) {
  await mkdir(dirname(path), { recursive: true });
  // A name that nobody takes for content, should the process end in between.
  const draft = `${dirname(path)}/.${randomUUID()}~`;
  try {
    await writeFile(draft, text);
    return await put(draft);
  } finally {
    await rm(draft, { force: true });
  }
}

export async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
  return found?.isDirectory() ?? false;
}
