import { statSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../problems.ts";
import { isMarkdown } from "./assemble.ts";
import { digestOf, readBytes } from "./bytes.ts";
import { MOST_OF_ANY } from "./file-limits.ts";
import { digestsIn } from "./fingerprint.ts";
import { isLitter } from "./kinds.ts";
import type { FoundMarkdown } from "./markdown-file.ts";
import type { Places } from "./places.ts";
import { type FoundFile, walk } from "./walk.ts";

/** Paths below `content/` that may have changed, with `/` between folders; or any may. */
export type Changed = ReadonlySet<string> | "anything";

/** What lies in a content folder. */
export interface Folder {
  readonly found: readonly FoundFile[];
  /** Those of `found` that are Markdown. */
  readonly markdown: readonly FoundMarkdown[];
  /** Of files that have no place here. */
  readonly problems: readonly Problem[];
  /** Of every file, that of its bytes. */
  readonly digests: ReadonlyMap<string, string>;
}

/** Looks at a folder, or at what may have changed in it since `last`, which is given back when nothing has. */
export async function lookAt(
  root: string,
  places: Places,
  changed: Changed,
  last: Folder | undefined,
): Promise<Folder | undefined> {
  if (!last || changed === "anything" || holdsFolder(root, changed)) return lookAtAll(root, places, last);
  const digests = new Map(last.digests);
  let [edited, moved] = [false, false];
  for (const path of changed) {
    if (path.split("/").some(isLitter)) continue;
    const bytes = readBytes(join(root, path), MOST_OF_ANY);
    const digest = bytes && digestOf(bytes);
    const known = last.digests.get(path);
    if (digest === known) continue;
    edited = true;
    moved ||= digest === undefined || known === undefined;
    if (digest === undefined) digests.delete(path);
    else digests.set(path, digest);
  }
  if (moved) return { ...(await find(root, places)), digests };
  return edited ? { ...last, digests } : last;
}

async function lookAtAll(root: string, places: Places, last: Folder | undefined): Promise<Folder | undefined> {
  const digests = digestsIn(root);
  if (!digests) return undefined;
  if (last && isSame(digests, last.digests)) return last;
  return { ...(await find(root, places)), digests };
}

async function find(root: string, places: Places): Promise<Omit<Folder, "digests">> {
  const problems: Problem[] = [];
  const found = await walk(root, places.shownAs, (problem) => problems.push(problem));
  return { found, markdown: found.filter(isMarkdown), problems };
}

const holdsFolder = (root: string, paths: ReadonlySet<string>): boolean =>
  [...paths].some((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory());

const isSame = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): boolean =>
  some.size === others.size && [...some].every(([path, digest]) => others.get(path) === digest);
