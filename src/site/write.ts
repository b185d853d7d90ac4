import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { outputFile, type SitePath } from "../model/urls.ts";
import type { PreparedSite } from "./prepare.ts";
import type { ReadyPart } from "./press.ts";

/** A file of the site under an address that changes with its bytes: a style, a script, a picture. */
export type SiteFile =
  | { readonly url: SitePath; readonly contents: Uint8Array }
  | { readonly url: SitePath /** Absolute. */; readonly copiedFrom: string };

/** Puts into a folder those of the files that are stale. Resolves with all of them, as parts of the site. */
export async function writeSiteFiles(
  files: readonly SiteFile[],
  folder: string,
  isStale: (part: Pick<ReadyPart, "name" | "key">) => boolean,
): Promise<ReadyPart[]> {
  const parts: ReadyPart[] = [];
  for (const file of files) {
    const name = outputFile(file.url);
    // The address names the bytes.
    const part: ReadyPart = { name, key: file.url };
    if (!isStale(part)) parts.push(part);
    else {
      await writeOne(file, join(folder, name));
      parts.push({ ...part, files: [name] });
    }
  }
  return parts;
}

/** Puts the images, styles and scripts of a site into a folder; `content` is where the images come from. */
export async function writeFiles({ images, assets }: PreparedSite, content: string, folder: string): Promise<void> {
  const copies = images.map(({ url, file }): SiteFile => ({ url, copiedFrom: resolve(content, file) }));
  await writeSiteFiles([...assets, ...copies], folder, () => true);
}

async function writeOne(file: SiteFile, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if ("contents" in file) await writeFile(path, file.contents);
  else await copyFile(file.copiedFrom, path);
}
