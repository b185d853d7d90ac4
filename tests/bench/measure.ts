import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";

/** One run of a command, as a whole process with all that it starts. */
export interface Measured {
  /** Wall time. */
  readonly seconds: number;
  /** The largest sum of resident memory of the process and its descendants, in MB, looked at every 50 ms. */
  readonly peakMegabytes: number;
}

/** Runs a command to its end. Throws with what it printed when it fails. */
export async function measure(command: readonly string[], folder: string): Promise<Measured> {
  const [program = "", ...args] = command;
  const started = performance.now();
  const child = spawn(program, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => printed.push(String(data)));
  let peak = 0;
  const watch = setInterval(async () => {
    peak = Math.max(peak, await residentMemory(child.pid ?? 0));
  }, 50);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${printed.join("")}`);
  return { seconds: (performance.now() - started) / 1000, peakMegabytes: Math.round(peak / 1e6) };
}

const PAGE_BYTES = 4096;

/** Bytes resident for a process and its descendants (proc(5), statm and stat); 0 where there is no /proc. */
async function residentMemory(root: number): Promise<number> {
  const parents = new Map<number, number>();
  for (const name of await namesIn("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await textOf(`/proc/${name}/stat`);
    // The name of the program, in brackets, may hold anything; the parent is the second field behind it.
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const isOurs = (pid: number): boolean => pid === root || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  let bytes = 0;
  for (const pid of [...parents.keys()].filter(isOurs)) {
    bytes += Number((await textOf(`/proc/${pid}/statm`)).split(" ")[1] ?? 0) * PAGE_BYTES;
  }
  return bytes;
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(nothing([]));
/** A process may end between being listed and being read. */
const textOf = (path: string): Promise<string> => readFile(path, "utf8").catch(nothing(""));

function nothing<Value>(instead: Value): (error: NodeJS.ErrnoException) => Value {
  return (error) => {
    if (error.code === "ENOENT" || error.code === "ESRCH") return instead;
    throw error;
  };
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
