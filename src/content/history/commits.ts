import { type GitAnswer, git, gitOrThrow } from "./git.ts";
import { bringMissing } from "./partial-clone.ts";

/** The hashes of the commits that names stand for (such as HEAD); undefined for one that there is not. */
export async function commitsNamed(
  folder: string,
  names: readonly string[],
): Promise<readonly (string | undefined)[] | Exclude<GitAnswer, { out: Buffer }>> {
  const answer = await git(folder, ["cat-file", "--batch-check"], {
    input: names.map((name) => `${name}^{commit}\n`).join(""),
  });
  if (!("out" in answer)) return answer;
  return answer.out
    .toString()
    .split("\n", names.length)
    .map((line) => /^([0-9a-f]{40,64}) commit \d+$/.exec(line)?.[1]);
}

/** The newest commit of the branch on which a folder is; undefined where there is none, for whatever reason. */
export async function headOf(folder: string): Promise<string | undefined> {
  const commits = await commitsNamed(folder, ["HEAD"]);
  return "failure" in commits ? undefined : commits[0];
}

/** Whether a clone has only its newest commits. */
export async function isShallow(folder: string): Promise<boolean> {
  return (await gitOrThrow(folder, ["rev-parse", "--is-shallow-repository"])).toString().trim() === "true";
}

/** A commit that changed a file. */
export interface FileCommit {
  /** By the committer's clock; milliseconds since 1970 UTC. */
  readonly committed: number;
  /** The file's bytes after it, by the name that git has for them; undefined where no file is left. */
  readonly blob: string | undefined;
}

const NUL = "\0";
/** Mode, mode, blob, blob and kind of change, then the path. */
const CHANGE = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*\t(.*)$/;

/**
 * The commits that changed each file (paths below `folder`), oldest first, along the first parents of `head`: a merge is
 * one change, of the day on which it was made, and what stood on the merged branch only is none.
 */
export async function commitsOf(
  folder: string,
  head: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly FileCommit[]>> {
  const options = ["--first-parent", "-m", "--raw", "--relative", "--no-abbrev", "--no-renames", "--no-ext-diff"];
  // For each commit git would look at each of many paths, which takes ten times longer than to name them all.
  const what = ["--no-textconv", "--format=%x00%ct", head, "--", "."];
  const out = await gitOrThrow(folder, ["log", ...options, ...what]);
  const wanted = new Map<string, FileCommit[]>(files.map((file) => [file, []]));
  for (const commit of out.toString().split(NUL).slice(1)) {
    const [seconds, ...changes] = commit.split("\n");
    for (const line of changes) {
      const [, mode = "", blob, path = ""] = CHANGE.exec(line) ?? [];
      // 100: an ordinary file, and no symbolic link.
      wanted.get(path)?.unshift({ committed: Number(seconds) * 1000, blob: mode.startsWith("100") ? blob : undefined });
    }
  }
  return wanted;
}

/** The bytes of blobs, by their names; or, of a clone that leaves out old files, why they could not be had. */
export async function bytesOf(
  folder: string,
  names: Iterable<string>,
): Promise<ReadonlyMap<string, Buffer> | { readonly missing: string }> {
  const unique = [...new Set(names)];
  const found = new Map<string, Buffer>();
  if (unique.length === 0) return found;
  const missing = await bringMissing(folder, unique);
  if (missing !== undefined) return { missing };
  const out = await gitOrThrow(folder, ["cat-file", "--batch"], unique.map((name) => `${name}\n`).join(""));
  let at = 0;
  for (const name of unique) {
    const lineEnd = out.indexOf("\n", at);
    const size = / blob (\d+)$/.exec(out.toString("latin1", at, lineEnd))?.[1];
    if (size === undefined) throw new Error(`The repository around ${folder} lacks ${name}; "git fsck" says more`);
    at = lineEnd + 1;
    found.set(name, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

/**
 * The files (below `folder`) that may differ from what they were in a commit, with the names of the bytes that they had
 * there. Believes git's index about files that nobody has touched since.
 */
export async function filesChangedSince(folder: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const options = ["--raw", "-z", "--relative", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv"];
  const unfiltered = await withoutFilters(folder);
  const out = await gitOrThrow(folder, [...unfiltered, "diff-index", ...options, commit, "--", "."]);
  const fields = out.toString().split(NUL);
  const files = new Map<string, string>();
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, blob] = /^:100\d{3} \d+ ([0-9a-f]+) /.exec(fields[at] ?? "") ?? [];
    if (blob !== undefined) files.set(fields[at + 1] ?? "", blob);
  }
  return files;
}

/** Settings by which git runs no filter, such as that of large files, over a file that it cannot tell from its time. */
async function withoutFilters(folder: string): Promise<string[]> {
  // Git fails where no setting is of this name.
  const answer = await git(folder, ["config", "--name-only", "-z", "--get-regexp", "^filter\\."]);
  const names = "out" in answer ? answer.out.toString().split(NUL).filter(Boolean) : [];
  return names.flatMap((name) => ["-c", name.endsWith(".required") ? `${name}=false` : `${name}=`]);
}
