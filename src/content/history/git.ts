import { spawn } from "node:child_process";

/** What git answered, or why it did not. */
export type GitAnswer =
  | { readonly out: Buffer }
  | { readonly failure: "no git" | "no repository" | "not trusted" | "other"; readonly said: string };

const WITHOUT_HOOKS = ["-c", "core.hooksPath=/dev/null"];

/** Nothing that a repository, or a stranger's change of one, says may make git run a program or reach for a network. */
const SAFELY = [
  "--no-pager",
  "--literal-pathspecs",
  ...["core.quotepath=off", "core.fsmonitor=false", "diff.external=", "gc.auto=0"]
    .concat(["log.showSignature=false", "log.showRoot=true", "log.follow=false", "log.mailmap=false"])
    .flatMap((setting) => ["-c", setting]),
];

/** Where a person has written down whom to trust; anything else that the surroundings tell git is about another folder. */
const KEPT = new Set([
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_SYSTEM",
  "GIT_CONFIG_NOSYSTEM",
  "GIT_DISCOVERY_ACROSS_FILESYSTEM",
]);

/** Who commits, where that is not written down. */
const WHO = /^GIT_(?:AUTHOR|COMMITTER)_/;

function surroundings(asPerson: boolean): NodeJS.ProcessEnv {
  const isKept = (name: string) => KEPT.has(name) || (asPerson && WHO.test(name));
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_") || isKept(name));
  return {
    ...Object.fromEntries(own),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_NO_LAZY_FETCH: "1",
  };
}

/** Nothing leaves this machine; for git before 2.44 too, which does not know the variable for it. */
const WITHOUT_NETWORK = ["-c", "protocol.allow=never"];

interface HowToRun {
  /** For git to read. */
  readonly input?: string;
  readonly network?: boolean;
  /** As if the person had typed it, in their own repository: under their name, with the hooks that they have set up. */
  readonly asPerson?: boolean;
}

/** Runs git in a folder: without a network, a hook or a name to commit by, unless told otherwise. */
export function git(
  folder: string,
  args: readonly string[],
  { input = "", network = false, asPerson = false }: HowToRun = {},
): Promise<GitAnswer> {
  const bounds = asPerson ? [] : [...WITHOUT_HOOKS, ...(network ? [] : WITHOUT_NETWORK)];
  return new Promise((resolve, reject) => {
    const child = spawn("git", [...SAFELY, ...bounds, ...args], {
      cwd: folder,
      env: surroundings(asPerson),
      windowsHide: true,
    });
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout.on("data", (bytes: Buffer) => out.push(bytes));
    child.stderr.on("data", (bytes: Buffer) => said.push(bytes));
    // Git may end before it has read everything; then it says why.
    child.stdin.on("error", () => {});
    child.on("error", (error: NodeJS.ErrnoException) => {
      // Of a folder that is not there, whoever reads it has something to say.
      if (error.code === "ENOENT" || error.code === "ENOTDIR") resolve({ failure: "no git", said: error.message });
      else reject(error);
    });
    child.on("close", (code) => {
      const message = Buffer.concat(said).toString();
      resolve(code === 0 ? { out: Buffer.concat(out) } : { failure: failureOf(message), said: message });
    });
    child.stdin.end(input);
  });
}

function failureOf(message: string): "no repository" | "not trusted" | "other" {
  if (message.includes("not a git repository")) return "no repository";
  return message.includes("dubious ownership") ? "not trusted" : "other";
}

/** For what cannot go wrong where git has answered before. */
export async function gitOrThrow(folder: string, args: readonly string[], input = ""): Promise<Buffer> {
  const answer = await git(folder, args, { input });
  if ("out" in answer) return answer.out;
  throw new Error(`git ${args[0]} failed in ${folder}: ${answer.said}`);
}
