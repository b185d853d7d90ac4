import { hash } from "node:crypto";
import { readFileSync } from "node:fs";

/** Names the bytes of a file. */
export const digestOf = (bytes: Uint8Array): string => hash("sha256", bytes, "base64url");

/** Undefined for a file that has gone since it was found, or that may not be opened. */
export function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EACCES")) {
      return undefined;
    }
    throw error;
  }
}
