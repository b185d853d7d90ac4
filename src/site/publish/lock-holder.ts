import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { isRunning } from "../leftovers.ts";
import { MISSING, systemCode } from "./system-error.ts";

/** A process that has something for itself, as it writes itself down. */
export interface Holder {
  readonly pid: number;
  /** When the process began, in ticks since the machine did: another one may have its number by now. */
  readonly started?: string | undefined;
  readonly host: string;
  /** Names the run of the machine, and the numbering of processes in it, where the system has such names. */
  readonly boot?: string | undefined;
  readonly numbering?: string | undefined;
}

export const thisProcess = (): Holder => ({
  pid: process.pid,
  started: startOf(process.pid),
  host: hostname(),
  boot: textAt("/proc/sys/kernel/random/boot_id"),
  numbering: numberingHere(),
});

/** Whether a process has ended for sure. One on another machine, or in another container, may be running. */
export function hasEnded(holder: Holder): boolean {
  const here = thisProcess();
  if (holder.host !== here.host) return false;
  if (holder.boot !== here.boot) return true;
  if (holder.numbering !== here.numbering) return false;
  return !isRunning(holder.pid) || holder.started !== startOf(holder.pid);
}

/** The 22nd field of Linux's list; the second may hold spaces, and ends with the last bracket. */
function startOf(pid: number): string | undefined {
  const stat = textAt(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}

function textAt(path: string): string | undefined {
  return orNothing(() => readFileSync(path, "utf8").trim());
}

const numberingHere = (): string | undefined => orNothing(() => readlinkSync("/proc/self/ns/pid"));

/** Only Linux has these files, and a process may end while its own is read. */
function orNothing<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if ([...MISSING, "EACCES", "EPERM", "ESRCH"].includes(systemCode(error) ?? "")) return undefined;
    throw error;
  }
}
