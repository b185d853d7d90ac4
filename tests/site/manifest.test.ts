import { createHash } from "node:crypto";
import { appendFile, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type BuildOptions, build } from "../../src/site/build.ts";
import { differencesInFolder } from "../../src/site/manifest/as-published.ts";
import { type Manifest, ManifestError, readManifest } from "../../src/site/manifest/manifest.ts";
import { gitIn } from "../content/repository.ts";
import { NOW } from "../pages/newspaper.ts";
import { bytesOf, save, siteFolder } from "./site-folder.ts";

/** The newsroom of a newspaper that builds it, and reads what the build says of itself. */
async function newsroom(name: "tiny" | "full" = "tiny") {
  const site = await siteFolder(name);
  const place = (path: string) => join(site, path);
  const file = place(".dateline/build-manifest.json");
  const print = async (options: Partial<BuildOptions> = {}): Promise<Manifest> => {
    const given = { content: place("content"), output: place("_site"), work: place(".dateline"), now: NOW } as const;
    const { published } = await build({
      ...given,
      unpublished: "none",
      indexed: true,
      search: false,
      threads: 0,
      ...options,
    });
    expect(published).toBeDefined();
    const manifest = await readManifest(file);
    if (!manifest) throw new Error("A build has left no manifest");
    return manifest;
  };
  return { site, place, file, print };
}

describe("the manifest of a build", () => {
  test("names every published file by its SHA-256, and all of them by one, as sha256sum would", async () => {
    const { place, print } = await newsroom("full");
    const { files, digest } = await print();
    const { ".dateline": _mark, ...published } = await bytesOf(place("_site"));
    expect(files).toEqual(published);
    expect(Object.keys(files).length).toBeGreaterThan(150);
    const lines = Object.entries(files).map(([path, hash]) => `${hash}  ${path}\n`);
    expect(digest).toBe(createHash("sha256").update(lines.join("")).digest("hex"));
  });

  test("says of which moment the site is, with what options and versions, and the same each time", async () => {
    const { place, file, print } = await newsroom();
    const made = await print();
    expect(made).toMatchObject({
      now: "2026-06-01T12:00:00.000Z",
      options: { unpublished: "none", indexed: true, search: false, shard: "1/1" },
    });
    expect(made.versions).toMatchObject({
      node: process.versions.node,
      packages: { "@11ty/eleventy": expect.stringMatching(/^3\./), pagefind: "1.5.2", sharp: expect.any(String) },
    });
    const text = await readFile(file, "utf8");
    await rm(place(".dateline"), { recursive: true });
    await print();
    expect(await readFile(file, "utf8")).toBe(text);
  });

  test("says nothing of a story that is not out but that the content is another with it", async () => {
    const { file, print, place } = await newsroom("full");
    const before = await print();
    expect(await readFile(file, "utf8")).not.toMatch(/canary/i);
    await appendFile(place("content/articles/2026/05/canary-draft.md"), "\nAnother line.\n");
    const after = await print();
    expect(after.files).toEqual(before.files);
    expect(after.content).not.toBe(before.content);
  });

  test("is right after an edit, and when a build finds it damaged or of another site", async () => {
    const { file, place, print } = await newsroom();
    const first = await print();
    await appendFile(place("content/pages/about.md"), "\nAnother line.\n");
    const second = await print();
    expect(second.files["about/index.html"]).not.toBe(first.files["about/index.html"]);
    expect(differencesInFolder(place("_site"), second.files)).toEqual([]);
    // Nobody has to believe that a file is what a damaged manifest says.
    await writeFile(file, (await readFile(file, "utf8")).replace(second.files["index.html"] ?? "", "0".repeat(64)));
    await expect(readManifest(file)).rejects.toThrow(ManifestError);
    await appendFile(place("content/pages/about.md"), "\nOne more.\n");
    expect(differencesInFolder(place("_site"), (await print()).files)).toEqual([]);
    await print({ output: place("_drafts"), unpublished: "drafts" });
    expect(differencesInFolder(place("_site"), (await print()).files)).toEqual([]);
    await rm(file);
    expect(differencesInFolder(place("_site"), (await print()).files)).toEqual([]);
  });
});

describe("in a git repository, the manifest", () => {
  test("names the commit, and whether anything differed from it; what builds write is no difference", async () => {
    const { site, place, print } = await newsroom();
    expect((await print()).git).toBeUndefined();
    gitIn(site, ["init", "--quiet", "--initial-branch=main"]);
    gitIn(site, ["add", "content"]);
    gitIn(site, ["commit", "--quiet", "--message", "An edition"]);
    const commit = gitIn(site, ["rev-parse", "HEAD"]);
    await rm(place("_site"), { recursive: true });
    expect((await print()).git).toEqual({ commit, clean: true });
    await appendFile(place("content/pages/about.md"), "\nAnother line.\n");
    expect((await print()).git).toEqual({ commit, clean: false });
    gitIn(site, ["commit", "--quiet", "--all", "--message", "Another"]);
    await save(place("notes.txt"), "Call Ann.");
    const another = await print({ now: NOW + 1 });
    expect(another.git).toEqual({ commit: gitIn(site, ["rev-parse", "HEAD"]), clean: false });
  });

  test.each(["a branch", "packed branches", "no branch", "a second work tree"])(
    "is left alone by a build that finds nothing to do, until HEAD moves, on %s",
    async (where) => {
      const { site, place, print, file } = await newsroom();
      gitIn(site, ["init", "--quiet", "--initial-branch=main"]);
      gitIn(site, ["add", "content"]);
      gitIn(site, ["commit", "--quiet", "--message", "An edition"]);
      if (where === "packed branches") gitIn(site, ["pack-refs", "--all"]);
      if (where === "no branch") gitIn(site, ["checkout", "--quiet", "--detach"]);
      if (where === "a second work tree") {
        gitIn(site, ["worktree", "add", "--quiet", "desk"]);
        await rm(place("content"), { recursive: true });
      }
      const content = place(where === "a second work tree" ? "desk/content" : "content");
      const folder = join(content, "..");
      const first = await print({ content });
      expect(first.git?.commit).toBe(gitIn(folder, ["rev-parse", "HEAD"]));
      const long = new Date("2020-01-01T00:00Z");
      await utimes(file, long, long);
      await print({ content, now: NOW + 1 });
      expect((await stat(file)).mtime).toEqual(long);
      gitIn(folder, ["commit", "--quiet", "--allow-empty", "--message", "Another"]);
      const second = await print({ content, now: NOW + 1 });
      expect(second.git?.commit).toBe(gitIn(folder, ["rev-parse", "HEAD"]));
      expect({ ...second, git: first.git }).toEqual(first);
    },
  );
});

test("a manifest whose list of files somebody has changed is not believed", async () => {
  const { file, print } = await newsroom();
  const { files } = await print();
  await writeFile(file, (await readFile(file, "utf8")).replace(files["index.html"] ?? "", "f".repeat(64)));
  await expect(readManifest(file)).rejects.toThrow("was changed since a build wrote it");
  await writeFile(file, "{}");
  await expect(readManifest(file)).rejects.toThrow("is no manifest of a build");
});
