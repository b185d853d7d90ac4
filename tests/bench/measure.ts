import { spawn } from "node:child_process";
import { type MemoryKind, watchMemory } from "./memory.ts";

/** One run of something. */
export interface Measured {
  /** Wall time. */
  readonly seconds: number;
  readonly peakMegabytes?: number;
  readonly memory?: MemoryKind;
  /** The longest time, in seconds, for which memory was not looked at: above one, the run was disturbed. */
  readonly longestGap?: number;
  /** What a build did to the HTML of the site. */
  readonly html?: HtmlChanges;
  /** The times of which `seconds` is the median. */
  readonly each?: readonly number[];
  /** Medians of what the seconds consist of, and what else is to be said of them, in seconds too. */
  readonly stages?: Readonly<Record<string, number>>;
  /** Times the seconds of Hugo's clean build in the same round. */
  readonly timesHugo?: number;
}

export interface HtmlChanges {
  /** Files that are not what they were, and new ones. */
  readonly changed: number;
  /** Files that were written, with whatever bytes. */
  readonly written: number;
}

/** Runs a command to its end, as a whole process with all that it starts. Throws with what it printed when it fails. */
export async function measure(command: readonly string[], folder: string): Promise<Measured> {
  const [program = "", ...args] = command;
  const started = performance.now();
  const child = spawn(program, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => printed.push(String(data)));
  const watch = watchMemory(child.pid ?? 0);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  const seconds = (performance.now() - started) / 1000;
  const { peakMegabytes, kind, longestGap } = await watch.stop();
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${printed.join("")}`);
  return { seconds, peakMegabytes, memory: kind, longestGap };
}
