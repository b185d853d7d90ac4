import { existsSync } from "node:fs";
import { appendFile, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type BuildOptions, build } from "../../src/site/build.ts";
import { LIMITS } from "../../src/site/gate/limits.ts";
import { NOW } from "../pages/newspaper.ts";
import { bytesOf, save, siteFolder } from "../site/site-folder.ts";

const buildIn = (site: string, options: Partial<BuildOptions> = {}) =>
  build({
    content: join(site, "content"),
    output: join(site, "_site"),
    now: NOW,
    unpublished: "none",
    indexed: true,
    work: join(site, ".dateline"),
    threads: 0,
    search: false,
    ...options,
  });

/** What a build says is wrong: the file below the site's folder, and the words. */
async function wrongIn(site: string, options: Partial<BuildOptions> = {}) {
  const { problems, published } = await buildIn(site, options);
  expect(published === undefined).toBe(problems.length > 0);
  return problems.map(({ file, at, what }) => [file.replace(/^.*\/(content|_site)(?=\/)/, "$1"), at?.line, what]);
}

let site: string;
let clean: Awaited<ReturnType<typeof buildIn>>;
beforeAll(async () => {
  site = await siteFolder("full");
  clean = await buildIn(site);
});

describe("the gate", () => {
  test("lets a newspaper by in which nothing is wrong, and looks at every page of it", () => {
    expect(clean.problems).toEqual([]);
    expect(clean.inspected?.pages).toBe(clean.published?.pages);
    expect(clean.inspected?.closely, "some of each layout").toBeGreaterThan(15);
  });

  test("looks at no page again that is not printed again, and at all of a small edit closely", async () => {
    await appendFile(join(site, "content/pages/about.md"), "\nWe are others now.\n");
    const { inspected, done } = await buildIn(site);
    expect(done.pagesPrinted).toBeLessThanOrEqual(40);
    expect(inspected?.pages).toBe(done.pagesPrinted);
    expect(inspected?.again).toBe(0);
  });

  test("finds a file that no build has made, touches nothing, and lets by what is mended", async () => {
    await save(join(site, "_site/2026/notes/draft.docx"), "Not for readers");
    await appendFile(join(site, "content/pages/about.md"), "\nWe are others again.\n");
    const before = await bytesOf(join(site, "_site"));
    expect(await wrongIn(site)).toEqual([
      ["_site/2026/notes/draft.docx", undefined, "No build has made this file, and all that lies here is published."],
    ]);
    expect(await bytesOf(join(site, "_site"))).toEqual(before);
    await rm(join(site, "_site/2026/notes"), { recursive: true });
    expect(await wrongIn(site)).toEqual([]);
  });

  test("finds what a host would refuse: a file that is too large, a folder with too many", async () => {
    const limits = {
      fileSize: { most: 5_000, host: "The host" },
      filesInFolder: { most: 12, host: "The other" },
    };
    const problems = await wrongIn(await siteFolder("tiny"), { limits });
    expect(problems).toContainEqual([
      "_site/assets",
      undefined,
      expect.stringMatching(/^This folder has \d+ files; The other/),
    ]);
    expect(problems).toContainEqual([
      expect.stringMatching(/^_site\/2026\/05\/ferry-stops\/index\.html$/),
      undefined,
      expect.stringContaining("The host takes none over"),
    ]);
    expect(LIMITS.filesInFolder.most).toBe(54_000);
  });

  test("finds a page that weighs more than the settings allow, and names its story", async () => {
    const heavy = await siteFolder("tiny");
    const settings = join(heavy, "content/settings.yaml");
    const words = Array.from({ length: 9000 }, (_, index) => ((index * 7919) % 100_003).toString(36))
      .join(" ")
      .replace(/(.{4000}) /g, "$1\n\n");
    await save(
      join(heavy, "content/articles/2026/05/long.md"),
      `---\ntitle: Everything\nsummary: At once.\nauthor: ann\ndate: 2026-05-01T09:00\nsection: news\n---\n\n${words}\n`,
    );
    await save(settings, `${await readFile(settings, "utf8")}pageWeight: 20\n`);
    expect(await wrongIn(heavy)).toEqual([
      [
        "content/articles/2026/05/long.md",
        undefined,
        expect.stringMatching(/^\/2026\/05\/long\/ weighs \d\d KB, compressed/),
      ],
    ]);
  });

  test("lets nothing of a first build that fails come into the folder of the site", async () => {
    const fresh = await siteFolder("tiny");
    const limits = { ...LIMITS, fileSize: { most: 10, host: "Nobody" } };
    expect((await wrongIn(fresh, { limits })).length).toBeGreaterThan(10);
    expect(existsSync(join(fresh, "_site"))).toBe(false);
  });
});
