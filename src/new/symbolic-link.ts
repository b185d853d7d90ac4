import { lstat } from "node:fs/promises";
import { join } from "node:path";

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
