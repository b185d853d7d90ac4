import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A command line, all of the environment that it has, and the files that it needs beside those of the system. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Absolute; need not be there. */
  readonly reads: readonly string[];
  /** A folder. */
  readonly writes: string;
}

/**
 * How far the system lets a command be set apart, beyond what Node's permission model says, which knows nothing of the
 * network, of sockets with a path, nor of native code. `alone`: with no network, no other processes, and no files but
 * those that it is given.
 */
export type Apart = "alone" | "without network" | "not apart";

/** util-linux. */
const UNSHARE = "unshare";
const WITHOUT_NETWORK = ["--map-root-user", "--net"];
const ALONE = [...WITHOUT_NETWORK, "--mount", "--ipc", "--pid", "--fork", "--kill-child"];

const SCRIPT = fileURLToPath(new URL("./set-apart.sh", import.meta.url));

const SYSTEM = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin" };

/** What the system offers, found out by trying: Linux may forbid namespaces, and no other system has them. */
export function offered(): Apart {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "dateline-apart-"));
  try {
    const [root, writes] = [join(folder, "root"), join(folder, "writes")];
    mkdirSync(writes);
    const nothing: Command = { file: "true", args: [], env: {}, reads: [], writes };
    const works = (apart: Apart) => {
      const { file, args, env } = setApart(nothing, apart, root);
      return spawnSync(file, args, { env }).status === 0;
    };
    if (works("alone")) return "alone";
    return works("without network") ? "without network" : "not apart";
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The command set apart. `root` is a folder of its own that it may have as the root of its files. */
export function setApart(command: Command, apart: Apart, root: string): Command {
  const { file, args, env, reads, writes } = command;
  const inside = { reads, writes, file: UNSHARE, env: { ...env, ...SYSTEM } };
  if (apart === "not apart") return command;
  if (apart === "without network") return { ...inside, args: [...WITHOUT_NETWORK, "--", file, ...args] };
  mkdirSync(root, { recursive: true });
  return { ...inside, args: [...ALONE, "--", "sh", SCRIPT, root, writes, ...reads, "--", file, ...args] };
}
