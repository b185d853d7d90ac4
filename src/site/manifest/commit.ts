import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { git } from "../../content/history/git.ts";

/** The commit that a site was made from. */
export interface Commit {
  readonly commit: string;
  /** Whether nothing in the repository differed from it, apart from what git ignores and what builds write. */
  readonly clean: boolean;
}

/** Folders, absolute. */
export interface BuildFolders {
  readonly content: string;
  /** What builds write. */
  readonly written: readonly string[];
}

/** What git says of the content folder; undefined where it says nothing: without git, outside a repository, before the first commit. */
export async function commitOf({ content, written }: BuildFolders): Promise<Commit | undefined> {
  const found = repositoryAround(content);
  if (!found) return undefined;
  const answer = await git(content, ["status", "--porcelain=v2", "--branch", "-z", "--untracked-files=normal"]);
  if (!("out" in answer)) return undefined;
  const lines = answer.out.toString().split("\0");
  const commit = lines.map((line) => /^# branch\.oid ([0-9a-f]{40,64})$/.exec(line)?.[1]).find(Boolean);
  if (commit === undefined) return undefined;
  const ours = written.map((folder) => relative(found.root, folder).replaceAll(sep, "/"));
  const isOurs = (path: string) => ours.some((folder) => `${path}/`.startsWith(`${folder}/`) || isBeside(path, folder));
  const changes = lines.filter((line) => line !== "" && !line.startsWith("# "));
  return { commit, clean: changes.every((line) => line.startsWith("? ") && isOurs(line.slice(2))) };
}

/** Whether a path is what a build has beside the folder that it writes, for as long as it is at work. */
const isBeside = (path: string, folder: string): boolean =>
  path.startsWith(`${folder}.`) && /^(?:lock|new-|publishing)/.test(path.slice(folder.length + 1));

/**
 * Whether HEAD is still at a commit, or, without one, still nowhere. Reads git's own files, which takes a twentieth of
 * the time that git takes to start; where they are not as git has mostly written them, the answer is no.
 */
export function isHeadAt(commit: string | undefined, content: string): boolean {
  const found = repositoryAround(content);
  return found ? commit !== undefined && headIn(found.git) === commit : commit === undefined;
}

/** The nearest repository, and the folder with its HEAD. */
function repositoryAround(content: string): { readonly root: string; readonly git: string } | undefined {
  for (let root = realpathOr(content); ; root = dirname(root)) {
    const git = join(root, ".git");
    const found = statSync(git, { throwIfNoEntry: false });
    if (found?.isDirectory()) return { root, git };
    // Of a second work tree, or a submodule.
    if (found?.isFile())
      return { root, git: resolve(root, /^gitdir: (.*)/.exec(readFileSync(git, "utf8"))?.[1] ?? "") };
    if (root === dirname(root)) return undefined;
  }
}

const realpathOr = (folder: string): string => (existsSync(folder) ? realpathSync(folder) : folder);

function headIn(git: string): string | undefined {
  const head = textAt(join(git, "HEAD"));
  const [, branch] = /^ref: (.*)$/.exec(head) ?? [];
  if (branch === undefined) return head;
  const common = resolve(git, textAt(join(git, "commondir")) || ".");
  const loose = textAt(join(common, branch));
  if (loose !== "") return loose;
  const packed = textAt(join(common, "packed-refs")).split("\n");
  return packed.find((line) => line.endsWith(` ${branch}`))?.slice(0, -branch.length - 1);
}

/** Empty where there is no such file. */
function textAt(file: string): string {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, "utf8").trim() : "";
}
