import { readdir } from "node:fs/promises";
import { join, sep } from "node:path";
import { kindOf } from "../content/kinds.ts";

/** The ids of the replies that are files of a content folder, to whichever story; none is opened. */
export async function publishedReplies(content: string): Promise<ReadonlySet<string>> {
  const names = await readdir(join(content, "comments"), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const kinds = names.map((name) => kindOf(`comments/${name.split(sep).join("/")}`));
  return new Set(kinds.flatMap((kind) => (kind?.kind === "comment" ? [kind.id] : [])));
}
