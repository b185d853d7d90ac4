import { existsSync } from "node:fs";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { bytesOf, commitsOf, filesChangedSince, headOf } from "../../src/content/history/commits.ts";
import { git } from "../../src/content/history/git.ts";
import { noHistory, whyNoRepository } from "../../src/content/history/trouble.ts";
import { placesIn } from "../../src/content/places.ts";
import { onDisk, STORY, story } from "./newspaper-on-disk.ts";
import { repository } from "./repository.ts";

afterEach(() => void vi.unstubAllEnvs());

describe("git is asked", () => {
  test("of the content's own repository, whatever the surroundings say of another", async () => {
    const repo = await repository();
    const commit = await repo.commit("2026-11-03T09:00Z", { [STORY]: story() });
    vi.stubEnv("GIT_DIR", "/nowhere");
    vi.stubEnv("GIT_INDEX_FILE", "/nowhere/index");
    vi.stubEnv("GIT_CONFIG_COUNT", "not a number");
    expect(await headOf(repo.content)).toBe(commit);
  });

  test("without running what a repository, or a stranger's change of it, names", async () => {
    const repo = await repository();
    await repo.commit("2026-11-03T09:00Z", {
      [STORY]: story(),
      "../.gitattributes": "*.md diff=strange filter=strange\n",
    });
    const head = await repo.commit("2026-11-04T09:00Z", { [STORY]: story({}, "Another text.\n") });
    const ran = join(repo.folder, "ran");
    const program = join(repo.folder, "program.sh");
    await writeFile(program, `#!/bin/sh\ntouch '${ran}'\n`);
    await chmod(program, 0o755);
    for (const name of ["core.fsmonitor", "diff.external", "diff.strange.textconv", "diff.strange.command"])
      repo.git("config", name, program);
    for (const name of ["filter.strange.clean", "filter.strange.smudge", "core.pager", "gpg.program"])
      repo.git("config", name, program);
    repo.git("config", "log.showSignature", "true");
    await mkdir(join(repo.folder, ".git/hooks"), { recursive: true });
    for (const hook of ["post-index-change", "reference-transaction"]) {
      await writeFile(join(repo.folder, ".git/hooks", hook), `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 });
    }
    await repo.write({ [STORY]: story({}, "A third text.\n") });
    const commits = (await commitsOf(repo.content, head, [STORY])).get(STORY) ?? [];
    expect(commits.length).toBe(2);
    await bytesOf(
      repo.content,
      commits.flatMap(({ blob }) => blob ?? []),
    );
    expect([...(await filesChangedSince(repo.content, head)).keys()]).toContain(STORY);
    expect(existsSync(ran)).toBe(false);
  });

  test("for files by their names as they are, never as patterns", async () => {
    const repo = await repository();
    const head = await repo.commit("2026-11-03T09:00Z", { [STORY]: story() });
    const commits = await commitsOf(repo.content, head, ["articles/2026/11/*.md", ":(top)content"]);
    expect([...commits.values()]).toEqual([[], []]);
  });
});

describe("why git has no answer", () => {
  test("is told of a machine without git, and of a folder outside every repository", async () => {
    const content = await onDisk({});
    expect(await git(content, ["status"])).toMatchObject({ failure: "no repository" });
    vi.stubEnv("PATH", content);
    expect(await git(content, ["status"])).toMatchObject({ failure: "no git" });
  });

  test("comes with what to do, and with the way to do without", () => {
    const places = placesIn("/nowhere", "content");
    const stories = [{ file: STORY }];
    const said = "fatal: detected dubious ownership in repository at '/builds/paper'\nTo add an exception …";
    const fixes = [
      whyNoRepository({ failure: "not trusted", said }, stories, places),
      noHistory("no git", stories, places),
      noHistory("no repository", stories, places),
      noHistory("shallow", stories, places),
    ].map(({ fix }) => fix);
    expect(fixes[0]).toContain("git config --global --add safe.directory '/builds/paper'.");
    expect(fixes[1]).toContain("Install git.");
    expect(fixes[2]).toContain('"git init"');
    expect(fixes[3]).toContain('"git fetch --unshallow"');
    for (const fix of fixes) expect(fix).toContain('write "changes: false" in settings.yaml');
  });
});
