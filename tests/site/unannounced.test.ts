import { describe, expect, test } from "vitest";
import { type Problem, printProblems } from "../../src/problems.ts";
import { check } from "../../src/site/check.ts";
import { onDisk, STORY, story } from "../content/newspaper-on-disk.ts";
import { gitIn, type Repository, repository } from "../content/repository.ts";

const NOW = Date.parse("2026-11-22T14:05:20Z");
const CORRECTED = "\n  - { date: 2026-11-05T10:00, text: It was 440 metres. }";

type Where = Pick<Repository, "content" | "folder">;

async function warnings({ content, folder }: Where, published = {}, now = NOW): Promise<readonly Problem[]> {
  const { problems } = await check({ content, now, work: `${folder}/.work`, threads: 0, published });
  return problems;
}

/** How many stories are warned of. */
const count = async (repo: Where, published = {}, now = NOW) => (await warnings(repo, published, now)).length;

/** A story that came out and was committed. */
async function published(fields = {}, body?: string): Promise<Repository> {
  const repo = await repository();
  await repo.commit("2026-11-03T09:00Z", { [STORY]: story(fields, body) });
  return repo;
}

describe("a published story whose text changes without a word to its readers", () => {
  test("is warned of at its date, with the line to add", async () => {
    const repo = await published();
    expect(await count(repo)).toBe(0);
    await repo.write({ [STORY]: story({}, "The bridge is closed.\n") });
    const text = printProblems(await warnings(repo), 4, "text");
    expect(text).toContain(`${STORY}:5:7\n  Warning: The text of this published story has changed`);
    expect(text).toContain('Add the line "updated: 2026-11-22T14:05"; or, if something in it was wrong, a correction.');
    expect(text).toContain("nothing stops the build");
  });

  test("is warned of at the update that it has, when that was there before", async () => {
    const repo = await published({ updated: "2026-11-04T09:00" });
    await repo.write({ [STORY]: story({ updated: "2026-11-04T09:00" }, "The bridge is closed.\n") });
    expect(printProblems(await warnings(repo), 4, "text")).toContain('Write "updated: 2026-11-22T14:05" here');
  });

  test("is not warned of when it says so, by an update or by one more correction", async () => {
    const repo = await published();
    await repo.write({ [STORY]: story({ updated: "2026-11-22T14:00" }, "The bridge is closed.\n") });
    expect(await count(repo)).toBe(0);
    await repo.write({ [STORY]: story({ corrections: CORRECTED }, "The bridge is closed.\n") });
    expect(await count(repo)).toBe(0);
    await repo.commit("2026-11-06T09:00Z");
    await repo.write({ [STORY]: story({ corrections: CORRECTED }, "The bridge is open after all.\n") });
    expect(await count(repo)).toBe(1);
  });

  test("is not warned of when readers see the same words: other lines, other front matter, another address behind a link", async () => {
    const repo = await published({}, "The [bridge](https://one.example) is open.\n");
    await repo.write({ [STORY]: story({ tags: "[Huawei]" }, "The\n[bridge](https://two.example)  is\nopen.\n\n\n") });
    expect(await count(repo)).toBe(0);
  });

  test("is not warned of when it was not out then, or is not out now", async () => {
    const draft = await published({ draft: "true" });
    await draft.write({ [STORY]: story({}, "The bridge is closed.\n") });
    expect(await count(draft)).toBe(0);
    const scheduled = await published({ date: "2026-11-29T09:00" });
    await scheduled.write({ [STORY]: story({ date: "2026-11-29T09:00" }, "The bridge is closed.\n") });
    expect(await count(scheduled)).toBe(0);
    expect(await count(scheduled, {}, NOW + 8 * 86_400_000)).toBe(1);
    const taken = await published();
    await taken.write({ [STORY]: story({ draft: "true" }, "The bridge is closed.\n") });
    expect(await count(taken)).toBe(0);
  });

  test("is not warned of while it was live coverage, whose posts have their own times", async () => {
    const post = (time: string, text: string) => `## ${time} ${text}\n\nMore follows.\n`;
    const live = (...posts: string[]) => story({ live: "true" }, posts.join("\n"));
    const repo = await repository();
    const first = post("2026-11-03T10:00", "Doors open");
    await repo.commit("2026-11-03T10:01Z", { [STORY]: live(first) });
    await repo.write({ [STORY]: live(post("2026-11-03T11:00", "It begins"), first) });
    expect(printProblems(await warnings(repo), 4, "text")).not.toContain("has changed, and nothing tells");
  });

  test("is warned of until it says so, whatever was kept from the last check", async () => {
    const repo = await published();
    await repo.write({ [STORY]: story({}, "The bridge is closed.\n") });
    expect(await count(repo)).toBe(1);
    expect(await count(repo)).toBe(1);
    await repo.commit("2026-11-06T09:00Z");
    expect(await count(repo)).toBe(0);
    expect(await count(repo, { named: "HEAD^" })).toBe(1);
    expect(await count(repo)).toBe(0);
  });
});

describe("the published commit", () => {
  /** A repository whose last commit changed a story that had come out, in silence. */
  async function edited(): Promise<Repository> {
    const repo = await published();
    await repo.commit("2026-11-06T09:00Z", { [STORY]: story({}, "The bridge is closed.\n") });
    return repo;
  }

  test("is the last one where nothing says otherwise", async () => {
    expect(await count(await edited())).toBe(0);
  });

  test("is the one that a person names, or else the host", async () => {
    const repo = await edited();
    const first = repo.git("rev-parse", "HEAD^");
    expect(await count(repo, { byHost: first })).toBe(1);
    expect(await count(repo, { named: "main", byHost: first })).toBe(0);
    expect(await count(repo, { byHost: "0".repeat(40) })).toBe(0);
  });

  test("is where the shared repository's main branch was last seen, or the branch's own counterpart there", async () => {
    const repo = await edited();
    repo.git("update-ref", "refs/remotes/origin/main", "HEAD^");
    repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    expect(await count(repo)).toBe(1);
    repo.git("symbolic-ref", "--delete", "refs/remotes/origin/HEAD");
    expect(await count(repo)).toBe(0);
    repo.git("config", "remote.origin.url", repo.folder);
    repo.git("config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*");
    repo.git("config", "branch.main.remote", "origin");
    repo.git("config", "branch.main.merge", "refs/heads/main");
    expect(await count(repo)).toBe(1);
  });

  test("is asked for by name when it is not here", async () => {
    const repo = await edited();
    for (const named of ["nowhere", "--upload-pack=x", "two words", ""]) {
      const [problem] = await warnings(repo, { named });
      expect(problem?.what).toContain(`There is no commit "${named}" here`);
      expect(problem?.severity).toBe("warning");
    }
  });

  test("is missed by nobody outside a repository, before the first commit, or in a clone that does not reach so far", async () => {
    const content = await onDisk({ [STORY]: story() });
    expect(await count({ content, folder: content.replace(/\/content$/, "") }, { named: "HEAD" })).toBe(0);
    const repo = await repository({ [STORY]: story() });
    expect(await count(repo)).toBe(0);
    expect(await count(repo, { named: "0".repeat(40) })).toBe(0);
    const clone = await repository();
    const { folder } = await edited();
    gitIn(clone.folder, ["fetch", "--quiet", "--depth=1", `file://${folder}`, "main"]);
    gitIn(clone.folder, ["reset", "--quiet", "--hard", "FETCH_HEAD"]);
    const before = gitIn(folder, ["rev-parse", "HEAD^"]);
    expect(await count(clone, { byHost: before })).toBe(0);
  });
});
