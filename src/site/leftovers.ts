import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { nothingWhenMissing } from "./sealed-file.ts";

/** A draft or a folder of one process is `name.PID.something`. */
const DRAFT = /\.(\d+)\.[\w-]+$/;

/** Removes from a folder what processes that were killed have left there, and what else is not wanted. */
export async function sweepFolder(folder: string, wanted: (name: string) => boolean = () => true): Promise<void> {
  for (const name of (await readdir(folder).catch(nothingWhenMissing)) ?? []) {
    const [, pid] = DRAFT.exec(name) ?? [];
    const stays = pid === undefined ? wanted(name) : isRunning(Number(pid));
    if (!stays) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** How whatever of this process begins that it makes beside the output folder, to be put in its place. */
export const newFolderOf = (target: string): string => `${target}.new-${process.pid}-`;

/** Removes what builds of `target` that were killed have left beside it. */
export async function sweepNewFolders(target: string): Promise<void> {
  const beginning = `${basename(target)}.new-`;
  for (const name of await readdir(dirname(target))) {
    const [, pid] = /^(\d+)-\w{6}$/.exec(name.startsWith(beginning) ? name.slice(beginning.length) : "") ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(join(dirname(target), name), { recursive: true, force: true });
  }
}

/** Whether there is a process of this number. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of somebody else runs too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
