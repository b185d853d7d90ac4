import { relative, resolve } from "node:path";

/** A folder as problems show it: relative to where the command runs, with `/` between folders. */
export function shownPath(folder: string): string {
  const path = relative(process.cwd(), resolve(folder)) || ".";
  return path.replaceAll("\\", "/");
}
