import { posix } from "node:path";
import { type GitAnswer, git } from "../../content/history/git.ts";

/** The repository in which the content lies, as far as replies are concerned. Files are paths below `content/`. */
export interface Repository {
  /** The files of replies that are there and not in the last commit as they are; undefined where there is no repository. */
  uncommitted(): Promise<readonly string[] | undefined>;
  /** Commits these files and nothing else. Resolves with why git would not, in its own words, where it would not. */
  commit(files: readonly string[], message: Message): Promise<string | undefined>;
  /** The ids of the replies that the remote has, as far as is known here: whatever happens to this machine, they are kept. */
  published(): Promise<ReadonlySet<string>>;
}

export interface Message {
  readonly subject: string;
  readonly body: string;
}

const REPLIES = "comments";
const NUL = "\0";
/** Git before 2.25 does not know it; a batch may have more names than a command may have words. */
const NAMED_IN_INPUT = ["--pathspec-from-file=-", "--pathspec-file-nul"];

/** The repository around a content folder (absolute). */
export function repositoryAround(content: string): Repository {
  const lines = async (...args: string[]): Promise<string[] | undefined> => {
    const answer = await git(content, args);
    return "out" in answer ? answer.out.toString().split(NUL).filter(Boolean) : undefined;
  };
  return {
    async uncommitted() {
      const known = ["ls-files", "-z", "--others", "--exclude-standard", "--", REPLIES];
      const [fresh, staged] = [await lines(...known), await lines(...ADDED, "--", REPLIES)];
      return fresh && [...fresh, ...(staged ?? (await lines("ls-files", "-z", "--", REPLIES)) ?? [])].sort();
    },
    async commit(files, { subject, body }) {
      const input = files.join(NUL);
      // What git does not know yet cannot be committed by name.
      const added = await git(content, ["add", ...NAMED_IN_INPUT], { input });
      if (!("out" in added)) return saidBy(added);
      const message = ["--quiet", "--message", subject, "--message", body];
      const made = await git(content, ["commit", ...message, "--only", ...NAMED_IN_INPUT], { input, asPerson: true });
      if ("out" in made) return undefined;
      await git(content, ["reset", "--quiet", ...NAMED_IN_INPUT], { input });
      return saidBy(made);
    },
    async published() {
      const upstream = await git(content, ["rev-parse", "--symbolic-full-name", "@{upstream}"]);
      const name = "out" in upstream ? upstream.out.toString().trim() : "";
      // A branch may follow another one of the same machine.
      if (!name.startsWith("refs/remotes/")) return new Set();
      const files = (await lines("ls-tree", "-r", "-z", "--name-only", name, "--", `${REPLIES}/`)) ?? [];
      return new Set(files.map(idOf));
    },
  };
}

const ADDED = ["diff-index", "--cached", "--name-only", "-z", "--relative", "--diff-filter=A", "HEAD"];

/** The id of the reply in a file. */
export const idOf = (file: string): string => posix.basename(file, ".yaml");

function saidBy(answer: Exclude<GitAnswer, { out: Buffer }>): string {
  const lines = answer.said.split("\n").map((line) => line.trim());
  return lines.filter(Boolean).join(" ") || "git failed";
}
