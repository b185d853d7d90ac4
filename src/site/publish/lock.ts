import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { newFolderOf } from "../leftovers.ts";
import { CouldNotError } from "./could-not.ts";
import { type Holder, hasEnded, thisProcess } from "./lock-holder.ts";
import { NO_LINKS } from "./place-file.ts";
import { MISSING, systemCode, unless } from "./system-error.ts";

/** How a run waits for another one. */
export interface Waiting {
  /** Told once, in a sentence, when there is somebody to wait for. */
  readonly say?: ((sentence: string) => void) | undefined;
  /** For how long, in milliseconds; ten minutes unless told otherwise. */
  readonly patience?: number | undefined;
}

const TEN_MINUTES = 600_000;
const LOOK_EVERY = 50;

const lockOf = (target: string): string => `${target}.lock`;

/**
 * Does the work while no other run has `target`, the place where a site is put. Waits for a run that has it; one that was
 * killed has it no more. Throws `CouldNotError` when it has waited for too long.
 */
export async function alone<Result>(target: string, waiting: Waiting, work: () => Promise<Result>): Promise<Result> {
  const made = await takeLock(target, waiting);
  try {
    return await work();
  } finally {
    unless(MISSING, () => unlinkSync(lockOf(target)));
    if (made !== undefined) removeEmpty(dirname(target), made);
  }
}

/** The same where nobody else has it; resolves with undefined, and does nothing, where somebody does. */
export async function aloneOrNotAtAll<Result>(
  target: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  if (holderOrMe(lockOf(target), target, false) !== undefined) return undefined;
  try {
    return await work();
  } finally {
    unless(MISSING, () => unlinkSync(lockOf(target)));
  }
}

/** Resolves with the topmost of the folders that had to be made for it. */
async function takeLock(target: string, { say = () => {}, patience = TEN_MINUTES }: Waiting) {
  const started = performance.now();
  let made: string | undefined;
  for (let looks = 1; ; looks++) {
    made = mkdirSync(dirname(target), { recursive: true }) ?? made;
    const holder = holderOrMe(lockOf(target), target, looks > 1);
    if (!holder) return made;
    const who = holder === "unreadable" ? "Another run" : `Another run (process ${holder.pid} on ${holder.host})`;
    if (looks === 1) say(`${who} is at work on ${target}; waiting for it to end.`);
    if (performance.now() - started > patience) {
      const remedy = `If there is none, remove ${lockOf(target)}.`;
      throw new CouldNotError(`${who} has been at work on ${target} all the time. Nothing was published. ${remedy}`);
    }
    await pause(LOOK_EVERY);
  }
}

/**
 * Undefined when the lock is this process's now; otherwise who has it. One that cannot be read may be just about to be
 * written, where it could not be made in one step; at the second look it is damaged, and nobody's.
 */
function holderOrMe(lock: string, target: string, isSecondLook: boolean): Holder | "unreadable" | undefined {
  for (;;) {
    if (create(lock, target)) return undefined;
    const held = read(lock);
    if (held === undefined) continue;
    const holder = parse(held);
    if (holder === "unreadable" ? !isSecondLook : !hasEnded(holder)) return holder;
    // Of those who see that it is nobody's, one takes it away, and only while it is the one that was seen.
    const rival = holderOrMe(`${lock}+`, target, isSecondLook);
    if (rival) return rival;
    try {
      if (read(lock) === held) rmSync(lock, { recursive: true });
    } finally {
      unlinkSync(`${lock}+`);
    }
  }
}

/** Makes the lock with all that it says, in one step where there are links. False when somebody has it. */
function create(lock: string, target: string): boolean {
  const draft = `${newFolderOf(target)}${crypto.randomUUID().slice(0, 6)}`;
  const text = JSON.stringify(thisProcess());
  try {
    writeFileSync(draft, text);
    let isMine = false;
    const hasLinks = unless(NO_LINKS, () => {
      isMine = unless(["EEXIST"], () => linkSync(draft, lock));
    });
    return hasLinks ? isMine : unless(["EEXIST"], () => writeFileSync(lock, text, { flag: "wx" }));
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Undefined when it is gone again; empty for a folder. */
function read(lock: string): string | undefined {
  try {
    return readFileSync(lock, "utf8");
  } catch (error) {
    const code = systemCode(error) ?? "";
    if (code === "EISDIR") return "";
    if (MISSING.includes(code)) return undefined;
    throw error;
  }
}

function parse(held: string): Holder | "unreadable" {
  try {
    const holder: unknown = JSON.parse(held);
    const isHolder = typeof holder === "object" && holder !== null && "pid" in holder && "host" in holder;
    // The rest of it only tells that a process is another one.
    return isHolder && typeof holder.pid === "number" ? (holder as Holder) : "unreadable";
  } catch (error) {
    if (error instanceof SyntaxError) return "unreadable";
    throw error;
  }
}

/** Removes the folders that were made for a site which did not come, from the lowest up to the topmost. */
function removeEmpty(folder: string, topmost: string): void {
  if (!unless(["ENOTEMPTY", "EEXIST", "ENOENT"], () => rmdirSync(folder))) return;
  if (folder !== topmost) removeEmpty(dirname(folder), topmost);
}
