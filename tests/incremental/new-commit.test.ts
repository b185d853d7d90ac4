import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type BuildResult, build } from "../../src/site/build.ts";
import { check } from "../../src/site/check.ts";
import { STORY, story } from "../content/newspaper-on-disk.ts";
import { type Repository, repository } from "../content/repository.ts";
import { bytesOf } from "../site/site-folder.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const CORRECTED = "\n  - { date: 2026-11-05T10:00, text: It was 440 metres. }";

const buildOf = ({ content, folder }: Repository, name = "site"): Promise<BuildResult> =>
  build({
    ...{ content, now: NOW, unpublished: "none", indexed: true, search: false, threads: 0 },
    output: join(folder, name),
    work: join(folder, `${name}-work`),
  });

const changesIn = ({ folder }: Repository) =>
  readFile(join(folder, "site/2026/11/bridge-opens/changes/index.html"), "utf8");

describe("a commit that changes no byte of the content", () => {
  test("is seen by the next build of a site with a corrected story, which prints that story's changes only", async () => {
    const repo = await repository();
    await repo.commit("2026-11-03T09:00Z", { [STORY]: story({}, "It is 400 metres long.\n") });
    const text = story({ corrections: CORRECTED }, "It is 440 metres long.\n");
    await repo.write({ [STORY]: text, "articles/2026/11/other.md": story() });
    await buildOf(repo);
    expect(await changesIn(repo)).not.toContain("440");
    await repo.commit("2026-11-05T09:00Z");
    expect((await buildOf(repo)).done).toEqual({ filesParsed: 0, pagesPrinted: 1, recordsIndexed: 0 });
    expect(await changesIn(repo)).toContain("440");
    expect((await buildOf(repo)).done.pagesPrinted).toBe(0);
    await buildOf(repo, "clean");
    expect(await bytesOf(join(repo.folder, "site"))).toEqual(await bytesOf(join(repo.folder, "clean")));
  });

  test("that has nothing to do with the story prints nothing anew", async () => {
    const repo = await repository();
    await repo.commit("2026-11-05T09:00Z", { [STORY]: story({ corrections: CORRECTED }) });
    await buildOf(repo);
    await repo.commit("2026-11-06T09:00Z");
    expect((await buildOf(repo)).done.pagesPrinted).toBe(0);
  });

  test("is seen by the next check too: a file that was not committed is no problem any more", async () => {
    const repo = await repository({ [STORY]: story({ corrections: CORRECTED }) });
    const problems = async () =>
      (await check({ content: repo.content, now: NOW, work: join(repo.folder, "work"), threads: 0 })).problems.length;
    expect(await problems()).toBe(1);
    await repo.commit("2026-11-05T09:00Z");
    expect(await problems()).toBe(0);
    repo.git("update-ref", "-d", "HEAD");
    expect(await problems()).toBe(1);
  });
});
