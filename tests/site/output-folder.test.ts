import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import { checkOutput, ForeignFolderError, markEdition, withNewFolder } from "../../src/site/output-folder.ts";
import { replaceFolder } from "../../src/site/press.ts";
import { alone } from "../../src/site/publish/lock.ts";
import { bytesOf, filesIn, siteFolder } from "./site-folder.ts";

const here = process.cwd();
afterAll(() => process.chdir(here));

/** A site folder in which the command runs, as it does for a writer. */
async function inSite(): Promise<string> {
  const site = await siteFolder("tiny");
  process.chdir(site);
  return site;
}

describe("an output folder", () => {
  const REFUSED: readonly [string, RegExp][] = [
    [".", /would replace the folder where the command runs/],
    ["", /would replace the folder where the command runs/],
    ["..", /would replace the folder where the command runs/],
    ["/", /would replace the folder where the command runs/],
    ["content", /would replace the content/],
    ["content/articles", /is inside the content/],
    ["content/_site", /is inside the content/],
    ["link-to-content", /would replace the content/],
    ["link-to-content/_site", /is inside the content/],
    ["notes", /holds files that Dateline did not write/],
    ["notes/todo.txt", /holds files that Dateline did not write/],
  ];

  test.each(REFUSED)("is refused, before anything is touched, when it is %j", async (output, why) => {
    const site = await inSite();
    await symlink(join(site, "content"), join(site, "link-to-content"));
    await mkdir("notes");
    await writeFile("notes/todo.txt", "Buy a ferry.");
    // The scratch work of an earlier run must not be taken for the mark of a built site.
    await mkdir(".dateline/eleventy", { recursive: true });
    const before = await bytesOf(site);
    const options = { content: "content", output, now: 0, unpublished: "none", indexed: true } as const;
    const attempt = build(options);
    await expect(attempt).rejects.toThrow(ForeignFolderError);
    await expect(attempt).rejects.toThrow(why);
    expect(await bytesOf(site)).toEqual(before);
  });

  test("may not exist yet, may be empty, and may be anywhere else", async () => {
    const site = await inSite();
    await mkdir("empty");
    expect(await checkOutput("empty", "content")).toBe(join(site, "empty"));
    expect(await checkOutput("deep/er/_site", "content")).toBe(join(site, "deep/er/_site"));
    expect(await checkOutput("content-of-last-year", "content")).toBe(join(site, "content-of-last-year"));
    const other = await siteFolder("tiny");
    expect(await checkOutput(relative(site, join(other, "_site")), "content")).toBe(join(other, "_site"));
  });

  test("is followed where it is a link, so that what it leads to is replaced and not the link", async () => {
    const site = await inSite();
    await mkdir("served");
    await symlink(join(site, "served"), "_site");
    expect(await checkOutput("_site", "content")).toBe(join(site, "served"));
  });
});

describe("replacing a folder", () => {
  /** Prints a page into a new folder, and puts that in the place of the target. */
  const printInto = (target: string, text: string, name = "index.html") =>
    alone(target, {}, () =>
      withNewFolder(target, async (folder) => {
        await writeFile(join(folder, name), text);
        await markEdition(folder, text, [name]);
        await replaceFolder(folder, target);
      }),
    );

  test("puts the new files in the place of all the old ones", async () => {
    const target = join(await siteFolder("tiny"), "_site");
    await printInto(target, "old");
    await printInto(target, "new", "new.html");
    expect(await filesIn(target)).toEqual([".dateline", "new.html"]);
  });

  test("leaves the old folder as it was when the writing throws, and nothing beside it", async () => {
    const site = await siteFolder("tiny");
    const target = join(site, "_site");
    await printInto(target, "old");
    const before = await bytesOf(site);
    const writing = withNewFolder(target, async (folder) => {
      await writeFile(join(folder, "index.html"), "half");
      throw new Error("The disk is full");
    });
    await expect(writing).rejects.toThrow("The disk is full");
    expect(await bytesOf(site)).toEqual(before);
  });

  test("by several builds at once leaves the whole site of one of them", async () => {
    const site = await siteFolder("tiny");
    const target = join(site, "_site");
    const builds = Array.from({ length: 20 }, (_, index) => printInto(target, String(index)));
    await Promise.all(builds);
    expect(Number(await readFile(join(target, "index.html"), "utf8"))).toBeLessThan(20);
    expect((await filesIn(site)).filter((file) => !file.startsWith("content/"))).toEqual([
      "_site/.dateline",
      "_site/index.html",
    ]);
  });
});
