import { commitsNamed } from "./commits.ts";
import { git } from "./git.ts";

/** Where the published commit may be told. */
export interface PublishedAt {
  /** As a person has named it. */
  readonly named?: string | undefined;
  /** As the host has, of its last build. */
  readonly byHost?: string | undefined;
}

/**
 * The commit that readers see: the one that a person has named, else the host, else where the shared repository's main
 * branch or the branch's own counterpart there was last seen, else the last commit. "missing" for a name that git does
 * not know here; undefined where there is no commit, no repository or no git.
 */
export async function publishedCommit(
  folder: string,
  { named, byHost }: PublishedAt,
): Promise<string | "missing" | undefined> {
  const names = [named, byHost, "refs/remotes/origin/HEAD", "HEAD"].map((name) => (isName(name) ? name : UNKNOWN));
  const found = await commitsNamed(folder, names);
  if ("failure" in found) return undefined;
  const [asNamed, asHosted, shared, head] = found;
  if (named !== undefined) return asNamed ?? (NO_COMMIT.test(named) ? undefined : "missing");
  return asHosted ?? shared ?? (head && (await counterpartOf(folder))) ?? head;
}

/** What a host names when a branch is new. */
const NO_COMMIT = /^0{40,64}$/;

const UNKNOWN = "refs/none";

/** Git takes one name a line. */
const isName = (name: string | undefined): name is string => name !== undefined && /^[^\s\0]+$/.test(name);

/** The newest commit, as far as it is known here, of the branch to which this one is pushed. */
async function counterpartOf(folder: string): Promise<string | undefined> {
  // A branch without one is no failure.
  const answer = await git(folder, ["rev-parse", "--verify", "--quiet", "@{upstream}^{commit}"]);
  return "out" in answer ? answer.out.toString().trim() : undefined;
}
