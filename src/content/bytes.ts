import { hash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/** Names the bytes of a file. */
export const digestOf = (bytes: Uint8Array): string => hash("sha256", bytes, "base64url");

/** Why a file was not read. */
export type Unread = "gone" | "not allowed" | "not a file" | "too large";

// Between the look at a folder and the reading of a file somebody may put a link there, which would lead outside, or a
// pipe, which nobody would ever write to. Windows has neither flag, and its links need a right of their own.
const AS_FOUND = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const REASONS: Partial<Record<string, Unread>> = {
  ENOENT: "gone",
  ENOTDIR: "gone",
  EACCES: "not allowed",
  EPERM: "not allowed",
  // A link where a file was (open(2), O_NOFOLLOW), a socket, a device without its driver, a folder.
  ELOOP: "not a file",
  EMLINK: "not a file",
  ENXIO: "not a file",
  ENODEV: "not a file",
  EISDIR: "not a file",
};

/** The bytes of a file itself: not of what a link at `path` leads to, and not of one with more bytes than `most`. */
export function bytesOf(path: string, most: number): Buffer | Unread {
  let file: number | undefined;
  try {
    file = openSync(path, AS_FOUND);
    const { size, isFile } = lookAt(file);
    if (!isFile) return "not a file";
    return size > most ? "too large" : readFileSync(file);
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ""];
    if (reason) return reason;
    throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function lookAt(file: number): { size: number; isFile: boolean } {
  const found = fstatSync(file);
  return { size: found.size, isFile: found.isFile() };
}

/** The bytes of a file, or undefined for one that cannot be read, for whatever reason. */
export function readBytes(path: string, most = Number.POSITIVE_INFINITY): Buffer | undefined {
  const bytes = bytesOf(path, most);
  return typeof bytes === "string" ? undefined : bytes;
}
