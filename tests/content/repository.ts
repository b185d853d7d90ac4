import { execFileSync } from "node:child_process";
import { mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Files, onDisk } from "./newspaper-on-disk.ts";

/** A newspaper in a git repository that goes when the test is done. */
export interface Repository {
  /** The folder of the repository, and the content folder in it. */
  readonly folder: string;
  readonly content: string;
  /** Writes files of the content; undefined deletes one. */
  write(files: Readonly<Record<string, string | undefined>>): Promise<void>;
  /** Writes them, and commits everything as if it were then. Resolves with the commit. */
  commit(time: string, files?: Readonly<Record<string, string | undefined>>): Promise<string>;
  git(...args: string[]): string;
}

/** Runs git with no settings but these, as if it were a time. */
export function gitIn(folder: string, args: readonly string[], time = "2026-11-01T00:00Z"): string {
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_AUTHOR_NAME: "Ann",
    GIT_AUTHOR_EMAIL: "ann@courier.example",
    GIT_AUTHOR_DATE: time,
    GIT_COMMITTER_NAME: "Ann",
    GIT_COMMITTER_EMAIL: "ann@courier.example",
    GIT_COMMITTER_DATE: time,
  };
  return execFileSync("git", args, { cwd: folder, env, encoding: "utf8", stdio: "pipe" }).trim();
}

export async function repository(files: Files = {}): Promise<Repository> {
  const content = await realpath(await onDisk(files));
  const folder = dirname(content);
  gitIn(folder, ["init", "--quiet", "--initial-branch=main"]);
  const write: Repository["write"] = async (written) => {
    for (const [path, text] of Object.entries(written)) {
      const file = join(content, path);
      await mkdir(dirname(file), { recursive: true });
      if (text === undefined) await rm(file);
      else await writeFile(file, text);
    }
  };
  return {
    folder,
    content,
    write,
    commit: async (time, written = {}) => {
      await write(written);
      gitIn(folder, ["add", "--all"]);
      gitIn(folder, ["commit", "--quiet", "--allow-empty", "--message", "An edition"], time);
      return gitIn(folder, ["rev-parse", "HEAD"]);
    },
    git: (...args) => gitIn(folder, args),
  };
}
