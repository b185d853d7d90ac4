import { createHash } from "node:crypto";
import { join } from "node:path";
import { sweepFolder } from "./leftovers.ts";
import { readSealed, writeSealed } from "./sealed-file.ts";
import type { IndexFile } from "./search-steady.ts";

const LINE = "\n".charCodeAt(0);

/** Raised when the form of an entry changes. */
const FORM = "1";

/** Names an index by everything that its bytes depend on: the records, and the code that makes it. */
export function keyOf(code: string, records: readonly { readonly url: string; readonly props: object }[]): string {
  const hash = createHash("sha256").update(code);
  for (const { url, props } of records) hash.update(JSON.stringify([url, props]));
  return hash.digest("hex");
}

/** The files of an index, or undefined when no entry of this key is there, or one that is not as it was written. */
export async function readEntry(cache: string, key: string): Promise<IndexFile[] | undefined> {
  const bytes = await readSealed(join(cache, key), FORM);
  if (!bytes) return undefined;
  const listEnd = bytes.indexOf(LINE);
  // The seal says that this is what `writeEntry` wrote.
  const list = JSON.parse(bytes.toString("utf8", 0, listEnd)) as (readonly [path: string, size: number])[];
  let at = listEnd + 1;
  return list.map(([path, size]) => {
    at += size;
    return { path, content: bytes.subarray(at - size, at) };
  });
}

/**
 * Keeps the files of an index: one line with their names and sizes, and then the contents. One file, because a thousand
 * small ones cost more to read, check and carry than to write out again.
 */
export async function writeEntry(cache: string, key: string, files: readonly IndexFile[]): Promise<void> {
  const list = JSON.stringify(files.map(({ path, content }) => [path, content.length]));
  await writeSealed(join(cache, key), FORM, [Buffer.from(`${list}\n`), ...files.map(({ content }) => content)]);
}

/** Removes the entries that are not among `used`, and what builds that were killed have left. */
export const sweep = (cache: string, used: ReadonlySet<string>): Promise<void> =>
  sweepFolder(cache, (key) => used.has(key));
