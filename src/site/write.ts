import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fewAtOnce, PICTURES_AT_ONCE } from "../content/few-at-once.ts";
import { outputFile, type SitePath } from "../model/urls.ts";
import type { PictureFile } from "../pages/pictures.ts";
import { Darkroom, type Drawing } from "./darkroom.ts";
import type { PreparedSite } from "./prepare.ts";
import type { ReadyPart } from "./press.ts";
import { WORK } from "./usual.ts";

/** A file of the site that is no page: a style, a script, a picture. */
export type SiteFile = {
  readonly url: SitePath;
  /** Changes when a byte of it may. Left out where the address does. */
  readonly key?: string;
} & ({ readonly contents: Uint8Array } | { readonly make: () => Promise<Uint8Array> });

/** What is drawn, as files of the site. */
export const drawnFiles = (drawings: readonly Drawing[], darkroom: Darkroom): SiteFile[] =>
  drawings.map((drawing) => ({ url: drawing.url, key: drawing.name, make: () => darkroom.draw(drawing) }));

/** The pictures as files of the site. */
export const siteFilesOf = (pictures: readonly PictureFile[], darkroom: Darkroom): SiteFile[] =>
  pictures.map(({ url, image, variant }) =>
    variant ? { url, make: () => darkroom.develop(variant) } : { url, make: async () => darkroom.trace(image) },
  );

/** Puts into a folder those of the files that are stale. Resolves with all of them, as parts of the site. */
export async function writeSiteFiles(
  files: readonly SiteFile[],
  folder: string,
  isStale: (part: Pick<ReadyPart, "name" | "key">) => boolean,
): Promise<ReadyPart[]> {
  // Pictures are made here, and take long.
  return fewAtOnce(files, PICTURES_AT_ONCE, async (file) => {
    const name = outputFile(file.url);
    const part: ReadyPart = { name, key: file.key ?? file.url };
    if (!isStale(part)) return part;
    await writeOne(file, join(folder, name));
    return { ...part, files: [name] };
  });
}

/** Puts the pictures, styles and scripts of a site into a folder; `content` is where the images come from. */
export async function writeFiles(
  { pictures, assets, drawings }: PreparedSite,
  content: string,
  folder: string,
): Promise<void> {
  const from = resolve(content);
  const darkroom = new Darkroom(from, WORK);
  const files = [...assets, ...siteFilesOf(pictures, darkroom), ...drawnFiles(drawings, darkroom)];
  await writeSiteFiles(files, folder, () => true);
}

async function writeOne(file: SiteFile, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if ("contents" in file) await writeFile(path, file.contents);
  else await writeFile(path, await file.make());
}
