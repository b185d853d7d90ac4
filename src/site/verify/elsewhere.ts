import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Problem } from "../../problems.ts";
import type { BuildOptions } from "../build.ts";

/** What must not matter to a build: how the process that makes it stands in the world. */
export interface Circumstances {
  readonly zone?: string;
  /** As systems name them: "tr_TR.UTF-8". */
  readonly locale?: string;
  /** Milliseconds by which the clock is wrong. */
  readonly clock?: number;
  readonly umask?: number;
  /** In which order the system lists what lies in a folder. */
  readonly directories?: "reversed" | "by length";
}

/** What came of a build elsewhere. */
export interface BuiltElsewhere {
  readonly problems: readonly Problem[];
  readonly filesRead: number;
  readonly published: boolean;
}

/** What a Node process is to be started with, so that it stands in such circumstances, and its threads too. */
export function processIn({ zone, locale, ...others }: Circumstances): {
  readonly execArgv: string[];
  readonly env: NodeJS.ProcessEnv;
} {
  return {
    execArgv: ["--import", new URL("./circumstances.js", import.meta.url).href],
    env: {
      ...process.env,
      ...(zone === undefined ? {} : { TZ: zone }),
      ...(locale === undefined ? {} : { LANG: locale, LC_ALL: locale, LANGUAGE: locale.slice(0, 2) }),
      DATELINE_CIRCUMSTANCES: JSON.stringify(others),
    },
  };
}

/** Builds a site in a process of its own, which ends with this one. Throws when it ends without an answer. */
export function buildElsewhere(options: BuildOptions, circumstances: Circumstances): Promise<BuiltElsewhere> {
  return new Promise((resolve, reject) => {
    const program = fileURLToPath(new URL("./build-again.js", import.meta.url));
    const child = fork(program, [], { ...processIn(circumstances), stdio: ["ignore", "ignore", "inherit", "ipc"] });
    let answer: BuiltElsewhere | undefined;
    child.on("error", reject);
    // Only our own program speaks on this channel.
    child.on("message", (said) => {
      answer = said as BuiltElsewhere;
    });
    child.on("exit", (code, signal) => {
      if (answer) resolve(answer);
      else reject(new Error(`The second build ended without an answer (${signal ?? `exit code ${code}`})`));
    });
    child.send(options);
  });
}
