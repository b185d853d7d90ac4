import { randomUUID } from "node:crypto";
import { link, lstat, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What file systems without hard links answer (exFAT, some that are far away). */
const NO_LINKS: ReadonlySet<string | undefined> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/** Makes a file, with the folders that it is in, whole or not at all. False when there is one already. */
export async function makeFile(path: string, text: string): Promise<boolean> {
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

/** Puts a text in the place of a file's, whole or not at all. */
export const replaceFile = (path: string, text: string): Promise<void> =>
  beside(path, text, (draft) => rename(draft, path));

async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function beside<Result>(path: string, text: string, put: (draft: string) => Promise<Result>): Promise<Result> {
  // A name that nobody takes for content, should the process end in between.
  const draft = `${path}.${randomUUID()}~`;
  try {
    await writeFile(draft, text, { flag: "wx" });
    return await put(draft);
  } finally {
    await rm(draft, { force: true });
  }
}

/** The step of a path below `root` that leads elsewhere: what is behind it would not be read. */
export async function symbolicLinkIn(root: string, path: string): Promise<string | undefined> {
  const steps = path.split("/");
  for (let length = 1; length <= steps.length; length++) {
    const step = steps.slice(0, length).join("/");
    const found = await lstat(join(root, step)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
      throw error;
    });
    if (!found) return undefined;
    if (found.isSymbolicLink()) return step;
  }
  return undefined;
}
