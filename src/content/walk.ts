import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isDevice } from "../model/slugs.ts";
import { type FileKind, isLitter, kindOf, WHERE_FILES_STAND } from "./kinds.ts";
import type { Report } from "./report.ts";

export interface FoundFile<Place extends FileKind = FileKind> {
  /** Below `content/`, with `/` between folders. */
  readonly path: string;
  readonly place: Place;
}

/** Every file of `content/` that may stand where it stands, in the order of its path; the others are problems. */
export async function walk(root: string, shownAs: (path: string) => string, report: Report): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await entriesOf(join(root, folder));
    if (!entries) {
      const fix = "See who may open it.";
      report({ severity: "error", file: shownAs(folder), what: "This folder cannot be read.", fix });
      continue;
    }
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (isLitter(entry.name)) continue;
      if (!isReadableName(entry.name)) {
        const fix = "Rename it with letters, digits and hyphens.";
        report({ severity: "error", file: shownAs(path), what: "This name is not UTF-8.", fix });
        continue;
      }
      if (isDevice(entry.name)) {
        const what = "On Windows this name is a device's, and nobody there could have the file.";
        report({ severity: "error", file: shownAs(path), what, fix: "Give it another name." });
        continue;
      }
      if (entry.isDirectory()) {
        folders.push(path);
        continue;
      }
      const place = entry.isFile() ? kindOf(path) : undefined;
      if (place) found.push({ path, place });
      else report({ severity: "error", file: shownAs(path), ...refusal(entry, path) });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Undefined for a folder that may not be opened, or that has gone since it was found. */
async function entriesOf(folder: string) {
  return readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EACCES" || error.code === "EPERM" || error.code === "ENOENT") return undefined;
    throw error;
  });
}

/** Node decodes a name that is not UTF-8 with U+FFFD, under which the file can't be opened again. */
const isReadableName = (name: string): boolean => !name.includes("\ufffd");

interface Entry {
  readonly name: string;
  isSymbolicLink(): boolean;
  isFile(): boolean;
}

function refusal(entry: Entry, path: string): { what: string; fix: string } {
  if (entry.isSymbolicLink()) {
    return {
      what: "This is a symbolic link.",
      fix: "Put the file itself here: a link could publish a file from outside the content folder.",
    };
  }
  if (!entry.isFile()) return { what: "This is not a file.", fix: "Remove it." };
  const lower = path.toLowerCase();
  if (kindOf(lower)) return { what: "No file of this name can stand here.", fix: `Rename it to ${lower}.` };
  return { what: "No file of this name can stand here.", fix: WHERE_FILES_STAND };
}
