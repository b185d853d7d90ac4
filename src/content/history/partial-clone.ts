import { git, gitOrThrow } from "./git.ts";

/**
 * Brings what a clone without old files (`--filter=blob:none`, as Netlify makes) leaves out of these blobs, all at once:
 * git itself would ask for one after the other. Resolves with what git said when they could not be had.
 */
export async function bringMissing(folder: string, blobs: readonly string[]): Promise<string | undefined> {
  const remote = await promisorOf(folder);
  if (remote === undefined) return undefined;
  // To ask for one that is not here would fetch it.
  const list = ["cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)"];
  const here = new Set((await gitOrThrow(folder, list)).toString().split("\n"));
  const missing = blobs.filter((blob) => !here.has(blob));
  if (missing.length === 0) return undefined;
  const quietly = ["--no-tags", "--no-write-fetch-head", "--recurse-submodules=no", "--no-auto-maintenance", "--quiet"];
  const fetch = ["-c", "fetch.negotiationAlgorithm=noop", "fetch", ...quietly, "--filter=blob:none", "--stdin", remote];
  const answer = await git(folder, fetch, { input: lines(missing), network: true });
  return "out" in answer ? undefined : answer.said.trim();
}

/** The remote that has what this clone leaves out; undefined for a clone that leaves out nothing. */
async function promisorOf(folder: string): Promise<string | undefined> {
  // Git fails where no setting is of this name.
  const answer = await git(folder, ["config", "--get-regexp", "^remote\\..*\\.promisor$"]);
  return "out" in answer ? /^remote\.(.*)\.promisor true$/m.exec(answer.out.toString())?.[1] : undefined;
}

const lines = (names: readonly string[]): string => names.map((name) => `${name}\n`).join("");
