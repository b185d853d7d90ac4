import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { TimeSpan } from "../model/time-span.ts";
import type { Problem } from "../problems.ts";
import { codeOf } from "./code.ts";
import { sweepFolder } from "./leftovers.ts";
import { readSealed, writeSealed } from "./sealed-file.ts";

/** What a build has put into its output folder, so that the next one knows what it may leave there. */
export interface Printed {
  /** Names all that the build was made from, apart from the time. */
  readonly circumstances: string;
  /** The commit whose history was asked for; undefined where no story shows what changed in it. */
  readonly head?: string | undefined;
  readonly time: TimeSpan;
  readonly outcome: Outcome;
  readonly parts: readonly PrintedPart[];
}

export interface Outcome {
  readonly problems: readonly Problem[];
  readonly filesRead: number;
  readonly stories: number;
  readonly pages: number;
}

/** Something that is printed whole or not at all: a page, a picture, the search index of a partition. */
export interface PrintedPart {
  readonly name: string;
  /** Changes when a byte of its files may. */
  readonly key: string;
  /** Changes when something that the part is made from does; then the part may still be the same. */
  readonly origin?: string | undefined;
  readonly files: readonly PrintedFile[];
}

/** A file as the build left it: its path below the output folder, its bytes, and when it was written. */
export type PrintedFile = readonly [path: string, size: number, modified: number];

const version = () => codeOf(new URL(import.meta.url));

const recordOf = (work: string, target: string) =>
  join(work, "printed", createHash("sha256").update(target).digest("hex").slice(0, 16));

/** What the last build has printed into `target`, or undefined when that is not known. */
export async function lastPrinted(work: string, target: string): Promise<Printed | undefined> {
  const bytes = await readSealed(recordOf(work, target), version());
  // The seal says that this is what `keepPrinted` wrote.
  return bytes && (JSON.parse(bytes.toString()) as Printed);
}

export async function keepPrinted(work: string, target: string, printed: Printed): Promise<void> {
  await writeSealed(recordOf(work, target), version(), [Buffer.from(JSON.stringify(printed))]);
  await sweepFolder(join(work, "printed"));
}

const editions = new WeakMap<object, string>();

/** Names what is printed, whenever and wherever: the same parts of the same keys. The list must never change. */
export function editionOf(parts: readonly Pick<PrintedPart, "name" | "key">[]): string {
  const known = editions.get(parts);
  if (known !== undefined) return known;
  const lines = parts.map(({ name, key }) => `${name}\0${key}\n`).sort();
  const edition = createHash("sha256").update(lines.join("")).digest("base64url");
  editions.set(parts, edition);
  return edition;
}

/** A file as it lies in a folder now; undefined where there is none. */
export function fileAt(folder: string, path: string): PrintedFile | undefined {
  try {
    const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
    return found?.isFile() ? [path, found.size, found.mtimeMs] : undefined;
  } catch (error) {
    // A file stands where a folder was.
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Whether the files of a part lie in the folder as the build left them. */
export function isIntact({ files }: PrintedPart, folder: string): boolean {
  return files.every(([path, size, modified]) => {
    const now = fileAt(folder, path);
    return now !== undefined && now[1] === size && now[2] === modified;
  });
}
