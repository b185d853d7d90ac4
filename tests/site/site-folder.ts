import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { newspaperFolder } from "../pages/newspaper.ts";

/** A new folder of a site, with a newspaper of `tests/newspapers` for its content. */
export async function siteFolder(name: "tiny" | "full"): Promise<string> {
  // Some systems give their temporary folder by a symbolic link.
  const folder = await realpath(await mkdtemp(join(tmpdir(), "dateline-test-")));
  await cp(newspaperFolder(name), join(folder, "content"), { recursive: true });
  return folder;
}

/** Writes a file as an editor does, in one step, so that nobody reads half of it. */
export async function save(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = join(await mkdtemp(join(tmpdir(), "dateline-save-")), "draft");
  await writeFile(draft, text);
  await rename(draft, path);
}

/** Every file below a folder, with `/` between folders, in the order of their paths. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/** Those of a site's files that are pages; the others are its pictures, styles, scripts, and what Pagefind makes. */
export const pagesOf = (files: readonly string[]): string[] =>
  files.filter(
    (file) =>
      /\.(?:html|xml|json|txt|webmanifest)$|^_(?:headers|redirects)$|^sw\.js$/.test(file) &&
      !/^(?:pagefind|\.dateline)\//.test(file),
  );

/** A hash of each file below a folder, by path: two folders with equal ones are the same byte for byte. */
export async function bytesOf(folder: string): Promise<Record<string, string>> {
  const hashes = await Promise.all(
    (await filesIn(folder)).map(async (file) => {
      const hash = createHash("sha256").update(await readFile(join(folder, file)));
      return [file, hash.digest("hex")];
    }),
  );
  return Object.fromEntries(hashes);
}

/** A story with a mistake in it: its field for the standfirst has no such name. */
export const BROKEN_STORY = `---
title: Bridge closes
sumary: It was too early.
author: ann
date: 2026-05-20T09:00
section: news
---
The bridge is closed.
`;
