import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { outputFile, type SitePath } from "../model/urls.ts";
import type { PreparedSite } from "./prepare.ts";

/** Puts the images, styles and scripts of a site into a folder; `content` is where the images come from. */
export async function writeFiles({ images, assets }: PreparedSite, content: string, folder: string): Promise<void> {
  for (const { url, file } of images) await copyFile(resolve(content, file), await place(folder, url));
  for (const { url, contents } of assets) await writeFile(await place(folder, url), contents);
}

async function place(folder: string, url: SitePath): Promise<string> {
  const path = join(folder, outputFile(url));
  await mkdir(dirname(path), { recursive: true });
  return path;
}
