import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { JoinedWronglyError, judgeJoined } from "../../src/site/gate/joined.ts";
import { LIMITS } from "../../src/site/gate/limits.ts";
import { save } from "../site/site-folder.ts";

test("what only all shards together show is found: a link to a place of another's page, and a folder too full", async () => {
  const folder = await mkdtemp(join(tmpdir(), "joined-"));
  const page = (path: string, body: string) => save(join(folder, path), `<!doctype html><title>A</title>${body}`);
  await page(
    "index.html",
    '<a href="/%E6%B8%AF/#%E6%A1%A5">a</a> <a href="/港/#nowhere">b</a> <a href="/港#top">c</a>',
  );
  await page("港/index.html", '<h2 id="桥">桥</h2><a href="/">home</a> <img alt="" src="/gone.svg">');
  const judge = (most: number) =>
    judgeJoined(folder, "_site", { ...LIMITS, filesInFolder: { most, host: "The host" } }).then(
      () => [],
      (error: unknown) => {
        if (!(error instanceof JoinedWronglyError)) throw error;
        return error.problems.map(({ file, what }) => `${file}: ${what}`);
      },
    );
  expect(await judge(0)).toEqual([
    "_site/index.html: / links to /港/#nowhere, where no element has that id.",
    "_site/港/index.html: /港/ links to /gone.svg, where nothing stands.",
    "_site: This folder has 1 files; The host takes no more than 0 in one.",
    "_site/港: This folder has 1 files; The host takes no more than 0 in one.",
  ]);
  await page("index.html", '<a href="/港/#桥">a</a>');
  await page("港/index.html", '<h2 id="桥">桥</h2>');
  expect(await judge(1)).toEqual([]);
});
