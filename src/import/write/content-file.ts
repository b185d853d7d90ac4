import { join } from "node:path";
import { bytesOf } from "../../content/bytes.ts";
import { createWhole, replaceWhole } from "../../whole-file.ts";
import type { Journal } from "./journal.ts";
import { digestOfText } from "./journal.ts";

/** What became of a file that an import was to write. */
export type Written =
  | "new"
  | "as it was"
  | "brought up to date"
  /** Somebody has edited it since, or it was there before. */
  | "edited"
  /** An earlier run wrote it, and somebody has taken it out. */
  | "taken out";

/**
 * Writes a file of an import: whole, and never over what a person has done. `id` names what the file is made from.
 */
export async function writeContent(
  root: string,
  journal: Journal,
  { id, file, text }: { readonly id: string; readonly file: string; readonly text: string },
): Promise<Written> {
  const path = join(root, file);
  const digest = digestOfText(text);
  const lies = bytesOf(path, MOST);
  if (lies === "gone") {
    if (journal.wasWritten(file)) return "taken out";
    await journal.willWrite(id, file, digest);
    if (!(await createWhole(path, text))) return "edited";
    await journal.hasWritten(id, file, digest);
    return "new";
  }
  if (typeof lies === "string") return "edited";
  const there = digestOfText(lies);
  if (there === digest) {
    if (!journal.wasWritten(file)) await journal.hasWritten(id, file, digest);
    return "as it was";
  }
  if (!journal.isOurs(file, there)) return "edited";
  await journal.willWrite(id, file, digest);
  await replaceWhole(path, text);
  await journal.hasWritten(id, file, digest);
  return "brought up to date";
}

const MOST = 100_000_000;
