import { closeSync, fsyncSync, openSync } from "node:fs";
import { open } from "node:fs/promises";

/** Windows wants to be asked by somebody who may write; elsewhere a picture that nobody may write is asked for as well. */
const FLAGS = process.platform === "win32" ? "r+" : "r";

/** Returns when the bytes of a file are on the disk, so that they are there after a power cut. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, FLAGS);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Returns when it is on the disk which files a folder holds. */
export function syncFolder(path: string): void {
  // Windows opens no folders; there it is left to the file system.
  if (process.platform !== "win32") syncFile(path);
}

/** The same for several files: file systems do for many that are asked for at once what they do for one. */
export async function syncFiles(paths: readonly string[]): Promise<void> {
  await Promise.all(
    paths.map(async (path) => {
      const file = await open(path, FLAGS);
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }),
  );
}
