import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

const LINE = "\n".charCodeAt(0);

/**
 * What `writeSealed` wrote, or undefined when no such file is there or it is not as it was written: cut short, damaged,
 * or of another `version`. Its first line is a hash of the version and of all that follows.
 */
export async function readSealed(path: string, version: string): Promise<Buffer | undefined> {
  return unsealed(await readFile(path).catch(nothingWhenMissing), version);
}

/** The same at once, where nothing may come between. */
export function readSealedSync(path: string, version: string): Buffer | undefined {
  try {
    return unsealed(readFileSync(path), version);
  } catch (error) {
    return nothingWhenMissing(error);
  }
}

function unsealed(bytes: Buffer | undefined, version: string): Buffer | undefined {
  if (!bytes) return undefined;
  const sealEnd = bytes.indexOf(LINE);
  const body = bytes.subarray(sealEnd + 1);
  return sealEnd >= 0 && bytes.toString("latin1", 0, sealEnd) === sealOf(version, [body]) ? body : undefined;
}

/** The bytes that `readSealed` takes for whole. */
export const sealed = (version: string, body: string): string => `${sealOf(version, [Buffer.from(body)])}\n${body}`;

/** Writes a file that is there whole or not at all, whoever else writes or reads it and whenever the process ends. */
export async function writeSealed(path: string, version: string, body: readonly Uint8Array[]): Promise<void> {
  await writeWhole(path, [Buffer.from(`${sealOf(version, body)}\n`), ...body]);
}

/** The same without a seal, for a file that others read. */
export async function writeWhole(path: string, bytes: readonly Uint8Array[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Under another name until it is whole, and one of its own, as two builds may write the same file.
  const draft = `${path}.${process.pid}.${randomUUID()}`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, path).catch(async (error: unknown) => {
      // Only a folder can be in the way of a file, and it is none of ours.
      nothingWhenMissing(error);
      await rm(path, { recursive: true, force: true });
      await rename(draft, path);
    });
  } finally {
    await rm(draft, { force: true });
  }
}

function sealOf(version: string, body: readonly Uint8Array[]): string {
  const hash = createHash("sha256").update(`${version}\n`);
  for (const part of body) hash.update(part);
  return hash.digest("base64url");
}

/** For a file that is not there, or a folder that stands in its place. */
export function nothingWhenMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR")) return;
  throw error;
}
