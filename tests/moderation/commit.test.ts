import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { InboxEntry } from "../../src/moderation/inbox.ts";
import { gitIn } from "../content/repository.ts";
import { fileOf, MemoryHost, review, reviewSite, waiting } from "./review-site.ts";

const here = process.cwd();
beforeEach(() => {
  // A committer of the test's own, wherever it runs.
  vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
  vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");
});
afterEach(() => {
  process.chdir(here);
  vi.unstubAllEnvs();
});

const FERRY_REPLY = { story: "/2026/05/ferry-stops/" };

/** The newspaper in a repository, all of it committed, with what waits. */
async function siteInGit(entries: readonly InboxEntry[]) {
  const site = await reviewSite(entries);
  const git = (...args: string[]) => gitIn(site.folder, args);
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "Ann");
  git("config", "user.email", "ann@courier.example");
  git("add", "--all");
  git("commit", "--quiet", "--message", "An edition");
  return { ...site, git };
}

describe("what a batch approves", () => {
  test("is one commit, which names its stories and no reader, and the moderator's other work stays as it was", async () => {
    const { git, folder } = await siteInGit([waiting("a"), waiting("b", { replyTo: "a" }), waiting("c", FERRY_REPLY)]);
    await writeFile(join(folder, "content/pages.txt"), "staged\n");
    git("add", "content/pages.txt");
    await writeFile(join(folder, "content/tags.yaml"), "- name: Unstaged\n");
    await writeFile(join(folder, "content/new.txt"), "unknown to git\n");
    const before = git("status", "--porcelain");
    const { code, out } = await review(["a", "b", "c"].flatMap((id) => ["--approve", id]));
    expect([code, out]).toEqual([
      0,
      "3 approved, no reply waits.\nCommitted: Publish 3 replies to 2 stories. Push it, and readers see them.\n",
    ]);
    expect(git("log", "-1", "--format=%an: %B")).toBe(
      "Ann: Publish 3 replies to 2 stories\n\n- Bridge opens\n- Ferry stops, for good",
    );
    expect(git("show", "--name-status", "--format=", "HEAD").split("\n")).toEqual(
      [fileOf("a"), fileOf("b"), "comments/2026/05/ferry-stops/c.yaml"].map((file) => `A\tcontent/${file}`),
    );
    expect(git("status", "--porcelain")).toBe(before);
  });

  test("is left to the moderator with --no-commit, and committed by the next review that may", async () => {
    const { git } = await siteInGit([waiting("a"), waiting("b")]);
    expect((await review(["--approve", "a", "--no-commit"])).out).toContain(`Commit this file`);
    expect(git("status", "--porcelain", "--untracked-files=all")).toBe(`?? content/${fileOf("a")}`);
    expect((await review(["--approve", "b"])).out).toContain("Publish 2 replies to 1 story");
    expect(git("status", "--porcelain")).toBe("");
  });

  test("stays in its files when a hook or git itself says no, in whose words that is said", async () => {
    const { git, folder, inbox } = await siteInGit([waiting("a")]);
    const hook = join(folder, ".git/hooks/pre-commit");
    await mkdir(dirname(hook), { recursive: true });
    await writeFile(hook, "#!/bin/sh\necho 'Not on a Sunday.' >&2\nexit 1\n", { mode: 0o755 });
    const { code, err } = await review(["--approve", "a"], new MemoryHost());
    expect([code, err]).toEqual([
      3,
      "dateline: Git made no commit: Not on a Sunday.\n1 approved reply stays at the forms' host until the commit is pushed.\n",
    ]);
    expect((await inbox()).get("a")?.state).toBe("approved");
    expect(git("status", "--porcelain", "--untracked-files=all")).toBe(`?? content/${fileOf("a")}`);
    await writeFile(hook, "#!/bin/sh\n");
    git("config", "--unset", "user.name");
    git("config", "user.useConfigOnly", "true");
    expect((await review(["--reject", "none"])).code).toBe(2);
    expect((await review(["--approve", "a"])).err).toContain("Git made no commit: ");
  });

  test("is removed at the host when the remote has it, and not before", async () => {
    const { git, folder, inbox } = await siteInGit([waiting("a"), waiting("b")]);
    const host = new MemoryHost();
    const remote = join(folder, "remote.git");
    git("init", "--quiet", "--bare", remote);
    git("remote", "add", "origin", remote);
    expect((await review(["--approve", "a"], host)).err).toContain("until the commit is pushed");
    expect((await review([], host)).err).toContain("until the commit is pushed");
    expect(host.removed).toEqual([]);
    git("push", "--quiet", "--set-upstream", "origin", "main");
    expect((await review(["--approve", "b"], host)).err).toContain("1 approved reply stays");
    expect(host.removed).toEqual(["host-a"]);
    // A branch that follows another one of this machine is no remote.
    git("checkout", "--quiet", "--track", "-b", "topic");
    await review([], host);
    expect(host.removed).toEqual(["host-a"]);
    expect((await inbox()).get("b")).toEqual({ state: "approved", id: "b", upstream: ["host-b"] });
    expect(await readFile(join(folder, "content", fileOf("b")), "utf8")).toContain("What I say is b.");
  });

  test("can be the first commit of a repository", async () => {
    const { folder } = await reviewSite([waiting("a")]);
    const git = (...args: string[]) => gitIn(folder, args);
    git("init", "--quiet");
    git("config", "user.name", "Ann");
    git("config", "user.email", "ann@courier.example");
    expect(await review(["--approve", "a"])).toMatchObject({ code: 0 });
    expect(git("show", "--name-only", "--format=%s", "HEAD")).toBe(
      `Publish 1 reply to 1 story\n\ncontent/${fileOf("a")}`,
    );
  });
});
