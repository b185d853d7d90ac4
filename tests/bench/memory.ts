import { readdir, readFile } from "node:fs/promises";

/** The memory of a process with all that it starts. */
export interface Memory {
  /** The largest sum that was seen, in MB. */
  readonly peakMegabytes: number;
  /** PSS counts a page that processes share once, RSS counts it in each of them. */
  readonly kind: MemoryKind;
  /** The longest time between two looks: far more than the pause means that the machine, or we, stood still. */
  readonly longestGap: number;
}

export type MemoryKind = "PSS" | "RSS";

const PAUSE = 50;
const PAGE_BYTES = 4096;
/** PSS is never more than RSS and dear to read, so it is read only when RSS is this much above what it ever was. */
const GROWN = 1.01;

/** Looks at a process and its descendants until it is stopped. */
export function watchMemory(root: number): { stop(): Promise<Memory> } {
  let watching = true;
  const watch = async (): Promise<Memory> => {
    let highest = 0;
    let peak = 0;
    let kind: MemoryKind = "PSS";
    let longestGap = 0;
    let looked = performance.now();
    while (watching) {
      const family = await descendants(root);
      const resident = await sum(family, residentBytes);
      if (resident > highest * GROWN) {
        highest = resident;
        const shares = await sum(family, proportionalBytes);
        if (Number.isNaN(shares)) kind = "RSS";
        peak = Math.max(peak, kind === "PSS" ? shares : resident);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      longestGap = Math.max(longestGap, (performance.now() - looked) / 1000);
      looked = performance.now();
    }
    return { peakMegabytes: Math.round(peak / 1e6), kind, longestGap };
  };
  const watched = watch();
  return {
    stop: () => {
      watching = false;
      return watched;
    },
  };
}

/** A process and all below it (proc(5), stat); nothing where there is no /proc. */
async function descendants(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of (await readdir("/proc").catch(nothingWhenGone)) ?? []) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await textOf(`/proc/${name}/stat`);
    // The name of the program, in brackets, may hold anything; the parent is the second field behind it.
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const isOurs = (pid: number): boolean => pid === root || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isOurs);
}

async function sum(family: readonly number[], bytesOf: (pid: number) => Promise<number>): Promise<number> {
  let bytes = 0;
  for (const pid of family) bytes += await bytesOf(pid);
  return bytes;
}

const residentBytes = async (pid: number) =>
  Number((await textOf(`/proc/${pid}/statm`)).split(" ")[1] ?? 0) * PAGE_BYTES;

/** NaN for a process that is there and whose share cannot be read. */
async function proportionalBytes(pid: number): Promise<number> {
  const rollup = await textOf(`/proc/${pid}/smaps_rollup`);
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
  if (kilobytes) return Number(kilobytes) * 1024;
  return (await residentBytes(pid)) === 0 ? 0 : Number.NaN;
}

const textOf = async (path: string) => (await readFile(path, "utf8").catch(nothingWhenGone)) ?? "";

/** A process may end between being listed and being read, and another user's may be closed to us. */
function nothingWhenGone(error: NodeJS.ErrnoException): undefined {
  if (error.code && ["ENOENT", "ESRCH", "EACCES", "EPERM"].includes(error.code)) return;
  throw error;
}
