import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../../problems.ts";

/**
 * Everything in a stranger's content that is neither a file nor a folder. Node's permission model follows links, wherever
 * they lead, so that none may be there before a step begins, whatever it is called. `shownRoot` is the folder as it was
 * typed.
 */
export async function waysOut(content: string, shownRoot: string): Promise<Problem[]> {
  const root = await lstat(content);
  if (!root.isDirectory()) return [wayOut(shownRoot)];
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isFile() && !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(content.length + 1))
    .map((path) => wayOut(`${shownRoot}/${path.replaceAll("\\", "/")}`));
}

const wayOut = (file: string): Problem => ({
  severity: "error",
  file,
  what: "This is a symbolic link, or no file at all: it could lead out of the content folder.",
  fix: "Put the file itself here.",
});
