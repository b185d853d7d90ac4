import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { refuseExport } from "../export-error.ts";

/** The files of an old site, none of them outside its folder. */
export interface OldFolder {
  /** As the person typed it. */
  readonly path: string;
  /** Below the folder, with slashes, in order. */
  readonly files: ReadonlySet<string>;
  /** Symbolic links and what else is neither file nor folder: never followed. */
  readonly links: readonly string[];
}

/** What is made by tools, or theirs, and never a writer's. */
const LEFT_ALONE = new Set([
  ".git",
  ".github",
  ".svn",
  "node_modules",
  "bower_components",
  "vendor",
  "_site",
  "public/_pagefind",
  "resources/_gen",
  ".jekyll-cache",
  ".sass-cache",
  ".astro",
  ".cache",
  ".netlify",
  ".obsidian",
  "dist",
]);

const MOST_FILES = 1_000_000;

/** Lists a folder. Throws `ExportError` when it is none. */
export async function openFolder(path: string): Promise<OldFolder> {
  const top = await lstat(join(path, ".")).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return refuseExport(path, "There is no such folder.", "Name the old site's folder.");
    if (error.code === "ENOTDIR") return refuseExport(path, "This is no folder.", "Name the folder, not a file of it.");
    throw error;
  });
  if (!top.isDirectory()) refuseExport(path, "This is no folder.", "Name the folder, not a file of it.");
  const files: string[] = [];
  const links: string[] = [];
  const waiting = [""];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await readdir(join(path, folder), { withFileTypes: true })) {
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (LEFT_ALONE.has(name) || LEFT_ALONE.has(entry.name)) continue;
      if (entry.isDirectory()) waiting.push(name);
      else if (entry.isFile()) files.push(name);
      else links.push(name);
      if (files.length > MOST_FILES)
        refuseExport(path, "This folder has more than a million files.", "Name a smaller one.");
    }
  }
  return { path, files: new Set(files.sort()), links: links.sort() };
}

/** The most that a text or a settings file of an old site may have. */
const MOST_BYTES = 10_000_000;

/** Why a file is no text. */
export interface NoText {
  readonly why: string;
}

/** A file's text, without a byte order mark. Lines end in line feeds. */
export async function readTextFile({ path }: OldFolder, file: string): Promise<string | NoText> {
  const { size } = await lstat(join(path, file));
  if (size > MOST_BYTES) return { why: "it has more than 10 MB" };
  const bytes = await readFile(join(path, file));
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { why: "it is UTF-16, and not UTF-8" };
  }
  try {
    return UTF8.decode(bytes).replace(/\r\n?/g, "\n");
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { why: `byte ${firstBadByte(bytes)} and others are not UTF-8` };
  }
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** The decoder says only that there is one. */
function firstBadByte(bytes: Buffer): number {
  const text = bytes.toString("utf8");
  let offset = 0;
  for (let at = text.indexOf("\ufffd"), from = 0; at !== -1; from = at, at = text.indexOf("\ufffd", at + 1)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset;
  }
  return 0;
}
