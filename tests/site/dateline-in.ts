import { spawnSync } from "node:child_process";
import { join } from "node:path";

const CLI = join(process.cwd(), "src/cli/dateline.js");

/** Runs a command in a site's folder, with the product elsewhere, on a day on which the newspapers of the tests appear. */
export function datelineIn(site: string, ...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: site, encoding: "utf8" });
  return { status, said: stdout + stderr };
}
