import { closeSync, fdatasyncSync, fsyncSync, openSync } from "node:fs";

/** Returns when the bytes of a file are on the disk, so that they are there after a power cut. */
export function syncFile(path: string): void {
  // Windows wants to be asked by somebody who may write; elsewhere a picture that nobody may write is read as well.
  withDescriptor(path, process.platform === "win32" ? "r+" : "r", fdatasyncSync);
}

/** Returns when it is on the disk which files a folder holds. */
export function syncFolder(path: string): void {
  // Windows opens no folders; there it is left to the file system.
  if (process.platform !== "win32") withDescriptor(path, "r", fsyncSync);
}

function withDescriptor(path: string, flags: string, sync: (descriptor: number) => void): void {
  const descriptor = openSync(path, flags);
  try {
    sync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
