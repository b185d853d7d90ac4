import { existsSync, lstatSync, mkdirSync, readlinkSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { newFolderOf } from "../leftovers.ts";
import { ForeignFolderError, MARKER, markIn } from "../output-folder.ts";
import { nothingWhenMissing } from "../sealed-file.ts";
import type { Recovery } from "./journal.ts";
import { syncFolder } from "./sync.ts";
import { MISSING, unless } from "./system-error.ts";

/** A site that was published into a folder of its own, into which nothing is ever written again. */
export interface Release {
  /** Such as 0042-Zk3x_9aB: its number, and the beginning of its edition. */
  readonly name: string;
  readonly number: number;
  readonly folder: string;
  readonly edition: string;
  /** When it was written, in milliseconds since 1970 UTC. */
  readonly written: number;
}

/** Below a folder of releases: all of them, the link that a web server follows, and what that link is to be next. */
export const RELEASES = "releases";
export const CURRENT = "current";
const NEXT = "current.next";

/** What is locked, and beside which new folders are made. */
export const releasesIn = (folder: string): string => join(folder, RELEASES);

/** The releases of a folder, oldest first. What else lies there is left alone. */
export async function listReleases(folder: string): Promise<Release[]> {
  const found: Release[] = [];
  for (const name of (await readdir(releasesIn(folder)).catch(nothingWhenMissing)) ?? []) {
    const number = Number(/^(\d{4,})-[\w-]{8}$/.exec(name)?.[1]);
    const path = join(releasesIn(folder), name);
    const mark = number ? await markIn(path) : undefined;
    if (!mark) continue;
    found.push({ name, number, folder: path, edition: mark.edition, written: statSync(join(path, MARKER)).mtimeMs });
  }
  return found.sort((one, other) => one.number - other.number);
}

/** The name of the release that readers see. Throws `ForeignFolderError` for a `current` that no build has made. */
export function currentRelease(folder: string): string | undefined {
  const link = join(folder, CURRENT);
  const found = lstatSync(link, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isSymbolicLink()) throw new ForeignFolderError(`${link} is no link to a release; move it away.`);
  return basename(readlinkSync(link));
}

/** Has readers see a release that is there. */
export function makeCurrent(folder: string, name: string): void {
  point(folder, name);
  renameSync(join(folder, NEXT), join(folder, CURRENT));
  syncFolder(folder);
}

/**
 * Makes a folder in which a site is ready a release, and has readers see it: all of it or nothing. From the moment on at
 * which it is a release whoever comes next finishes it, because the link that is to be says so.
 */
export function publishRelease(folder: string, name: string, ready: string): void {
  const release = join(releasesIn(folder), name);
  mkdirSync(releasesIn(folder), { recursive: true });
  point(folder, name);
  try {
    renameSync(ready, release);
    syncFolder(releasesIn(folder));
    renameSync(join(folder, NEXT), join(folder, CURRENT));
  } catch (error) {
    unless(MISSING, () => renameSync(release, ready));
    rmSync(join(folder, NEXT), { force: true });
    throw error;
  }
  syncFolder(folder);
}

/** Says which release is to be current. */
function point(folder: string, name: string): void {
  rmSync(join(folder, NEXT), { force: true });
  symlinkSync(join(RELEASES, name), join(folder, NEXT));
  syncFolder(folder);
}

/** Finishes what a run that was killed has begun to make current, or forgets it. Undefined when there was none. */
export function finishRelease(folder: string): Recovery | undefined {
  const next = join(folder, NEXT);
  if (!lstatSync(next, { throwIfNoEntry: false })) return undefined;
  // A release is moved into its place whole.
  if (existsSync(next)) {
    renameSync(next, join(folder, CURRENT));
    return "finished";
  }
  rmSync(next);
  return "undone";
}

/** Removes the oldest releases but the last few, and never the one that readers see. */
export async function removeOldReleases(folder: string, keep: number): Promise<void> {
  const current = currentRelease(folder);
  const releases = await listReleases(folder);
  const old = releases.slice(0, Math.max(0, releases.length - keep)).filter(({ name }) => name !== current);
  for (const { folder: release } of old) {
    // Out of the way in one step, so that half a release is never taken for one.
    const leftover = `${newFolderOf(releasesIn(folder))}${crypto.randomUUID().slice(0, 6)}`;
    renameSync(release, leftover);
    await rm(leftover, { recursive: true, force: true });
  }
}
