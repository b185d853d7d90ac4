import { spawnSync } from "node:child_process";
import type { Command } from "./bounds.ts";

/** util-linux. Its own network, of which not even the loopback is up; then processes of its own too, and their list. */
const UNSHARE = "unshare";
const WITHOUT_NETWORK = ["--map-root-user", "--net"];
const ALONE = [...WITHOUT_NETWORK, "--pid", "--fork", "--kill-child", "--mount-proc"];

const PATH = { PATH: "/usr/bin:/bin" };

/** How far the system lets a step be set apart: Node's permission model says nothing of the network. */
export type Apart = "alone" | "without network" | "not apart";

/** What the system offers, found out by trying. Linux may forbid namespaces to those who are not root. */
export function offered(): Apart {
  if (works(ALONE)) return "alone";
  return works(WITHOUT_NETWORK) ? "without network" : "not apart";
}

const works = (how: readonly string[]): boolean => spawnSync(UNSHARE, [...how, "true"], { env: PATH }).status === 0;

/** The command set apart, as far as the system lets it be. */
export function setApart({ file, args, env }: Command, apart: Apart): Command {
  if (apart === "not apart") return { file, args, env };
  const how = apart === "alone" ? ALONE : WITHOUT_NETWORK;
  return { file: UNSHARE, args: [...how, "--", file, ...args], env: { ...env, ...PATH } };
}
