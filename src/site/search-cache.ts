import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { IndexFile } from "./search-steady.ts";

/**
 * The code that makes an entry: when it changes, the same records may give other files, and an old entry must be no
 * more than slower.
 */
const CODE = ["search-cache.ts", "search-cbor.ts", "search-pagefind.ts", "search-steady.ts"]
  .map((file) => digest(readFileSync(new URL(file, import.meta.url))))
  .join(" ");

const LINE = "\n".charCodeAt(0);

/** Names an index by everything that its bytes depend on. */
export function keyOf(records: readonly { readonly url: string; readonly html: string }[], pagefind: string): string {
  const hash = createHash("sha256").update(JSON.stringify([CODE, pagefind]));
  for (const { url, html } of records) hash.update(JSON.stringify([url, html]));
  return hash.digest("hex");
}

/** The files of an index, or undefined when no entry of this key is there, or one that is not as it was written. */
export async function readEntry(cache: string, key: string): Promise<IndexFile[] | undefined> {
  const bytes = await readFile(join(cache, key)).catch(nothingWhenMissing);
  if (!bytes) return undefined;
  const hashEnd = bytes.indexOf(LINE);
  if (hashEnd < 0 || bytes.toString("latin1", 0, hashEnd) !== digest(bytes.subarray(hashEnd + 1))) return undefined;
  const listEnd = bytes.indexOf(LINE, hashEnd + 1);
  // The hash says that this is what `writeEntry` wrote.
  const list = JSON.parse(bytes.toString("utf8", hashEnd, listEnd)) as (readonly [path: string, size: number])[];
  let at = listEnd + 1;
  return list.map(([path, size]) => {
    at += size;
    return { path, content: bytes.subarray(at - size, at) };
  });
}

/**
 * Keeps the files of an index: a file of one line with the hash of the rest, one with the names and sizes, and the
 * contents. One file, because a thousand small ones cost more to read, check and carry than to write out again.
 */
export async function writeEntry(cache: string, key: string, files: readonly IndexFile[]): Promise<void> {
  const list = JSON.stringify(files.map(({ path, content }) => [path, content.length]));
  const body = Buffer.concat([Buffer.from(`${list}\n`), ...files.map(({ content }) => content)]);
  await mkdir(cache, { recursive: true });
  // Under another name until it is whole, and one of its own, as two builds may write the same entry.
  const draft = join(cache, `${key}.${process.pid}.${randomUUID()}`);
  try {
    await writeFile(draft, [`${digest(body)}\n`, body]);
    await rename(draft, join(cache, key));
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes the entries that are not among `used`, and what builds that were killed have left. */
export async function sweep(cache: string, used: ReadonlySet<string>): Promise<void> {
  for (const name of (await readdir(cache).catch(nothingWhenMissing)) ?? []) {
    const [key = "", pid] = name.split(".");
    const stays = pid === undefined ? used.has(key) : isRunning(Number(pid));
    if (!stays) await rm(join(cache, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of somebody else runs too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** For a file that is not there, or a folder that stands in its place. */
function nothingWhenMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR")) return;
  throw error;
}
