import { randomUUID } from "node:crypto";
import { constants, existsSync, lstatSync } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ADDRESS_BOOK, printAddressBook } from "../content/address-book.ts";
import { isFolder } from "../content/is-folder.ts";
import { readContent } from "../content/read.ts";
import type { Problem } from "../problems.ts";
import type { Files } from "./content.ts";

/** A folder in which no site can be made: said in one line. */
export class InTheWayError extends Error {}

/** A repository that has no commit yet is as good as an empty folder. */
const NOT_IN_THE_WAY: ReadonlySet<string> = new Set([".git"]);

/** Throws `InTheWayError` unless a site may be made here: the folder holds nothing, or is not there. */
export async function refuseWhatIsInTheWay(folder: string): Promise<void> {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found) return;
  if (!(await isFolder(folder))) {
    throw new InTheWayError(`${folder} is a file; name a folder that is empty or not there yet.`);
  }
  const names = (await readdir(folder)).filter((name) => !NOT_IN_THE_WAY.has(name)).sort();
  if (names.length === 0) return;
  const list = names.map((name) => JSON.stringify(name)).join(", ");
  throw new InTheWayError(`${folder} is not empty, and nothing in it is overwritten. In the way: ${list}.`);
}

/**
 * Makes a site of these files, with the address book that belongs to them: all of it, or nothing. What its content would
 * be told by `check` comes back; with an error among it, nothing has been made. Throws `InTheWayError`.
 */
export async function makeSite(folder: string, files: Files): Promise<readonly Problem[]> {
  await refuseWhatIsInTheWay(folder);
  const place = resolve(folder);
  const isThere = existsSync(place);
  const madeFor = isThere ? undefined : await mkdir(dirname(place), { recursive: true });
  // On the same disk as the place itself, which may be one of its own.
  const draft = join(isThere ? place : dirname(place), `.dateline-init-${randomUUID()}`);
  let isMade = false;
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await writeFile(join(draft, path), text, { flag: "wx" });
    }
    const { addresses, problems, newsroom } = await readContent(join(draft, "content"), "content");
    if (!addresses || !newsroom) return problems;
    await writeFile(join(draft, "content", ADDRESS_BOOK), printAddressBook(addresses.current));
    if (isThere) await moveInto(place, draft);
    else await rename(draft, place);
    isMade = true;
    return problems;
  } finally {
    await rm(draft, { recursive: true, force: true });
    // The folders above it, that were not there before.
    if (madeFor !== undefined && !isMade) await rm(madeFor, { recursive: true });
  }
}

/** Puts what lies in a draft into a folder, in which nothing has these names; takes it out again when it cannot. */
async function moveInto(place: string, draft: string): Promise<void> {
  const moved: string[] = [];
  try {
    for (const entry of await readdir(draft, { withFileTypes: true })) {
      const [from, to] = [join(draft, entry.name), join(place, entry.name)];
      if (entry.isDirectory()) await rename(from, to);
      // Renamed, a file would take the place of one that has come in between.
      else await copyFile(from, to, constants.COPYFILE_EXCL);
      moved.push(to);
    }
  } catch (error) {
    await Promise.all(moved.map((path) => rm(path, { recursive: true, force: true })));
    throw error;
  }
}
