import { randomUUID } from "node:crypto";
import { link, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** What file systems without hard links answer (exFAT, some that are far away). */
const NO_LINKS: ReadonlySet<string | undefined> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/**
 * Makes a file, with the folders that it is in, whole or not at all. Resolves with false, having written nothing, when
 * there is one already.
 */
export async function createWhole(path: string, text: string | Uint8Array): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  return beside(path, text, async (draft) => {
    try {
      // Unlike a renaming, this never takes another's place.
      await link(draft, path);
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EEXIST") return false;
      if (!NO_LINKS.has(code)) throw error;
      return writeNew(path, text);
    }
  });
}

/** Puts a file in the place of another: whole, or not at all. */
export const replaceWhole = (path: string, text: string | Uint8Array): Promise<void> =>
  beside(path, text, (draft) => rename(draft, path));

async function writeNew(path: string, text: string | Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function beside<Done>(path: string, text: string | Uint8Array, put: (draft: string) => Promise<Done>) {
  // A name that nobody takes for content, should the process end in between.
  const draft = `${dirname(path)}/.${randomUUID()}~`;
  try {
    await writeFile(draft, text, { flag: "wx" });
    return await put(draft);
  } finally {
    await rm(draft, { force: true });
  }
}
