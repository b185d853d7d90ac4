import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** What befalls a run when it is about to make a change to files, counted from 1; with `at` 0, nothing does. */
export interface Trouble {
  readonly at: number;
  readonly what:
    | "is killed"
    /** As if it had been killed, for a run in this process: no change comes about any more. */
    | "is as good as dead"
    /** From then on nothing that takes place can be made. */
    | "has a full disk"
    /** That one change fails. */
    | "meets a bad sector"
    /** No change succeeds any more. */
    | "loses its disk";
  /** As good as dead so many changes after the trouble. */
  readonly deadAfter?: number | undefined;
}

export interface Disk {
  /** How many changes were made, or were to be made. */
  readonly changes: () => number;
  /** Ends the trouble, and the counting. */
  readonly mend: () => void;
}

type Call = (...args: unknown[]) => unknown;

/** Whatever takes place on a disk, and whatever else changes what is there, or waits until it has. */
const TAKES_PLACE = ["mkdir", "mkdtemp", "writeFile", "copyFile", "link", "symlink"];
const OTHERS = ["rename", "rm", "rmdir", "unlink", "chmod", "utimes", "fsync", "fdatasync"];

/** Has a trouble befall this process, as far as it uses Node's functions for files. */
export function trouble({ at, what, deadAfter }: Trouble): Disk {
  let changes = 0;
  const originals: (() => void)[] = [];
  const watch = (module: Record<string, Call>, name: string, isSync: boolean) => {
    const original = module[name];
    if (!original) return;
    const takesPlace = TAKES_PLACE.some((one) => name.startsWith(one));
    originals.push(() => {
      module[name] = original;
    });
    module[name] = (...args) => {
      changes++;
      const isDead = deadAfter !== undefined && changes >= at + deadAfter;
      const isDue = at > 0 && (what === "meets a bad sector" ? changes === at || isDead : changes >= at);
      if (!isDue || (what === "has a full disk" && !takesPlace)) return original.apply(module, args);
      // What is written is cut short, as it would be.
      if (name.startsWith("writeFile")) half(args);
      if (what === "is killed") process.kill(process.pid, "SIGKILL");
      const error = failure(what, name);
      if (isSync) throw error;
      return Promise.reject(error);
    };
  };
  // Modules are records of functions to whoever replaces one.
  const [sync, promises] = [fs, fs.promises] as unknown as [Record<string, Call>, Record<string, Call>];
  const originalWrite = fs.writeFileSync;
  function half(args: unknown[]): void {
    const [path, data] = args;
    const bytes = Buffer.concat([data].flat().map((part) => Buffer.from(part as Uint8Array)));
    originalWrite(path as string, bytes.subarray(0, bytes.length >> 1));
  }
  for (const name of [...TAKES_PLACE, ...OTHERS]) {
    watch(sync, `${name}Sync`, true);
    watch(promises, name, false);
  }
  syncBuiltinESMExports();
  return {
    changes: () => changes,
    mend() {
      for (const restore of originals) restore();
      syncBuiltinESMExports();
    },
  };
}

function failure(what: Trouble["what"], name: string): Error {
  const isFull = what === "has a full disk";
  const message = isFull ? `ENOSPC: no space left on device, ${name}` : `EIO: i/o error, ${name}`;
  return Object.assign(new Error(message), { code: isFull ? "ENOSPC" : "EIO" });
}
