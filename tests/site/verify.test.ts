import { appendFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type BuildOptions, build } from "../../src/site/build.ts";
import { verify } from "../../src/site/verify/verify.ts";
import { NOW } from "../pages/newspaper.ts";
import { BROKEN_STORY, filesIn, save, siteFolder } from "./site-folder.ts";

let site: string;
let options: BuildOptions;
beforeAll(async () => {
  site = await siteFolder("tiny");
  const folders = { content: join(site, "content"), output: join(site, "_site"), work: join(site, ".dateline") };
  options = { ...folders, now: NOW, unpublished: "none", indexed: true, search: false, threads: 0 };
  await build(options);
});

test("a site that is built again from nothing is the same, and nothing is left of the second build", async () => {
  const before = await filesIn(site);
  expect(await verify(options)).toEqual({ files: expect.any(Number), differences: [] });
  expect(await filesIn(site)).toEqual(before);
});

test("every file is named that is another, is missing, or that no build would put there", async () => {
  await appendFile(join(site, "_site/about/index.html"), " ");
  await rm(join(site, "_site/feed.xml"));
  await writeFile(join(site, "_site/added.html"), "Buy now!");
  expect(await verify(options)).toMatchObject({
    differences: [
      { path: "about/index.html", how: "differs" },
      { path: "added.html", how: "should not be there" },
      { path: "feed.xml", how: "is missing" },
    ],
  });
});

test("nothing is proved of content that was edited between the two builds, or has become wrong", async () => {
  await appendFile(join(site, "content/pages/about.md"), "\nAnother line.\n");
  expect(await verify(options)).toEqual({ changed: true });
  await save(join(site, "content/articles/2026/05/bridge-closes.md"), BROKEN_STORY);
  const verified = await verify(options);
  const problems = "problems" in verified ? verified.problems.map(({ what }) => what) : [];
  expect(problems).toEqual(['Missing field "summary".', 'Unknown field "sumary".']);
});
