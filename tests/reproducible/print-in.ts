import { spawn } from "node:child_process";
import { once } from "node:events";
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { type Circumstances, processIn } from "../../src/site/verify/elsewhere.ts";
import { siteFilesIn } from "../../src/site/verify/same-files.ts";
import { bytesOf } from "../site/site-folder.ts";

const DATELINE = fileURLToPath(new URL("../../src/cli/dateline.js", import.meta.url));

/** How a site is built in a process of its own. */
export interface Way extends Circumstances {
  /** Those of the machine that the process may have, as `taskset` has them; Linux only. */
  readonly cores?: string;
  /** The program, when it is another copy of it. */
  readonly dateline?: string;
  /** The command, from its name on. */
  readonly args?: readonly string[];
  /** The output folder. */
  readonly output?: string;
}

/** The hashes and the rights of all files of a site. */
export type Print = Readonly<Record<string, string>>;

/** Runs the real command in a site's folder. Resolves with what lies in the output folder then; throws when it fails. */
export async function printIn(site: string, way: Way = {}): Promise<Print> {
  const { cores, dateline = DATELINE, output = "_site", ...circumstances } = way;
  const { args = ["build", "--now", "2026-06-01T12:00Z", "--output", output] } = way;
  const { execArgv, env } = processIn(circumstances);
  const command = [process.execPath, ...execArgv, dateline, ...args];
  const [program = "", ...given] =
    cores === undefined || process.platform !== "linux" ? command : ["taskset", "-c", cores, ...command];
  const child = spawn(program, given, { cwd: site, env, stdio: ["ignore", "pipe", "pipe"] });
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  if (child.exitCode !== 0) throw new Error(`${args.join(" ")} ended with ${child.exitCode}:\n${said}${complained}`);
  return printOf(join(site, output));
}

/** What lies in an output folder. */
export async function printOf(folder: string): Promise<Print> {
  const hashes = await bytesOf(folder);
  const rights = (path: string) => (lstatSync(join(folder, path)).mode & 0o777).toString(8);
  return Object.fromEntries(siteFilesIn(folder).map((path) => [path, `${hashes[path]} ${rights(path)}`]));
}

/** The files that are not the same in both. */
export const differing = (some: Print, others: Print): string[] =>
  [...new Set([...Object.keys(some), ...Object.keys(others)])].filter((path) => some[path] !== others[path]);
