import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { digestOf, readBytes } from "./bytes.ts";
import { MOST_OF_ANY } from "./file-limits.ts";
import { isLitter } from "./kinds.ts";

/** The digest of each file's bytes, by its path below `content/`. */
export type Digests = ReadonlyMap<string, string>;

/**
 * Looks at every file of a content folder (`root`, absolute) without understanding any. Undefined where there is no such
 * folder. Reads all bytes, because times lie: a checkout sets them anew, and an editor may keep them.
 */
export function digestsIn(root: string): Digests | undefined {
  const digests = new Map<string, string>();
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(`${root}/${folder}`) ?? []) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (isLitter(entry.name)) continue;
      if (entry.isDirectory()) folders.push(path);
      else
        digests.set(
          path,
          digestOf((entry.isFile() ? readBytes(`${root}/${path}`, MOST_OF_ANY) : undefined) ?? NOTHING),
        );
    }
  }
  return entriesOf(root) && digests;
}

const NOTHING = new Uint8Array();

/** Of a folder that may not be opened somebody is told who reads the content. */
const UNSEEN: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "EACCES", "EPERM"]);

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && UNSEEN.has(String(error.code))) {
      return undefined;
    }
    throw error;
  }
}

/** Names a whole content folder: the same paths with the same bytes, and nothing else, have the same name. */
export function fingerprintOf(digests: Digests): string {
  const hash = createHash("sha256");
  for (const path of [...digests.keys()].sort()) hash.update(`${path}\0${digests.get(path)}\n`);
  return hash.digest("base64url");
}
