// A build for a process of its own, which is stopped or interrupted at one of its steps; a test says at which.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import type { BuildOptions } from "../../src/site/build.ts";

/** What the process is told, as JSON in its last argument. */
export interface Interruption {
  readonly options: BuildOptions;
  /** Before which change of a file, counted from 1, something happens; 0 for never. */
  readonly before: number;
  /** What happens: the process is killed, or another one runs meanwhile, from its beginning to its end. */
  readonly happens: "kill" | readonly [program: string, ...args: string[]];
}

/** Whatever makes, moves or removes a file or a folder. */
const CHANGES = ["mkdir", "mkdtemp", "writeFile", "copyFile", "rename", "rm", "rmdir"] as const;

const { options, before, happens }: Interruption = JSON.parse(process.argv.at(-1) ?? "");
let changes = 0;

function interrupt(): void {
  if (++changes !== before) return;
  if (happens === "kill") process.kill(process.pid, "SIGKILL");
  else {
    const [program, ...args] = happens;
    const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`The other process failed: ${stderr}`);
  }
}

type Call = (...args: unknown[]) => unknown;

/** Has a function of a module be interrupted before it does its work. */
function watch(module: Record<string, Call>, name: string): void {
  const original = module[name];
  if (!original) return;
  module[name] = (...args) => {
    interrupt();
    return original.apply(module, args);
  };
}

const { build } = await import("../../src/site/build.ts");
await import("../../src/site/build-anew.ts");
await import("../../src/site/eleventy.ts");
for (const name of CHANGES) {
  // Modules are records of functions to whoever replaces one.
  watch(fs as unknown as Record<string, Call>, `${name}Sync`);
  watch(fs.promises as unknown as Record<string, Call>, name);
}
syncBuiltinESMExports();
const { problems } = await build(options);
process.stdout.write(JSON.stringify({ changes, problems: problems.length }));
