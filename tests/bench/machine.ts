import { execFileSync } from "node:child_process";
import { statfsSync } from "node:fs";
import { arch, cpus, platform, tmpdir, totalmem } from "node:os";
import { PROJECT } from "./bench-site.ts";
import { measure } from "./measure.ts";
import { hasHugo } from "./peers.ts";

/** Of statfs(2). */
const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  61267: "ext4",
  16914836: "tmpfs",
  1481003842: "XFS",
  2035054128: "overlayfs",
  2435016766: "Btrfs",
};

/** What the times depend on beside the code. */
export function describeMachine(): string {
  const files = FILE_SYSTEMS[statfsSync(tmpdir()).type];
  return [
    `${cpus().length} × ${cpus()[0]?.model}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${platform()} ${arch()}`,
    ...(files ? [`files on ${files}`] : []),
    `Node ${process.version.slice(1)}`,
    ...(hasHugo() ? [`Hugo ${hugoVersion()}`] : []),
  ].join(", ");
}

const hugoVersion = () => /v([\d.]+)/.exec(execFileSync("hugo", ["version"], { encoding: "utf8" }))?.[1];

/** The seconds that `npm run` takes before it starts a command: the least of a few, as whatever disturbs only adds. */
export async function npmStart(): Promise<number> {
  const bare: number[] = [];
  const throughNpm: number[] = [];
  for (let run = 0; run < 5; run++) {
    bare.push((await measure([process.execPath, "src/cli/dateline.js", "--help"], PROJECT)).seconds);
    throughNpm.push((await measure(["npm", "run", "--silent", "build", "--", "--help"], PROJECT)).seconds);
  }
  return Math.min(...throughNpm) - Math.min(...bare);
}
