import { createHash } from "node:crypto";
import { constants, copyFileSync, linkSync, mkdirSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { keepJoinedManifest } from "./manifest/keep-manifest.ts";
import { checkOutput, MARKER, type Mark, markEdition, markIn, replaceFolder, withNewFolder } from "./output-folder.ts";
import { JoinError } from "./shards.ts";

interface ShardFolder extends Mark {
  readonly folder: string;
}

/**
 * Puts the folders of all shards of a site together in `output`, which is replaced when all of it is there; they stay as
 * they are. Throws `JoinError` for folders that are not all the shards of one site, and `ForeignFolderError` as a build
 * does. Resolves with the number of files, which stand in the manifest in `work`, if that is given.
 */
export async function joinShards(folders: readonly string[], output: string, work?: string): Promise<number> {
  const shards = await Promise.all(folders.map(shardIn));
  checkComplete(shards);
  const target = await checkOutput(output, "content");
  return withNewFolder(target, async (fresh) => {
    let files = 0;
    for (const { folder } of shards) files += await placeAll(folder, fresh);
    await markEdition(fresh, joinedEdition(shards));
    await replaceFolder(fresh, target);
    if (work !== undefined) await keepJoinedManifest(work, target, shards.length);
    return files;
  });
}

async function shardIn(folder: string): Promise<ShardFolder> {
  const mark = await markIn(folder);
  if (mark) return { folder, ...mark };
  throw new JoinError(`${folder} is no shard of a site; name folders that "build --shard" has written.`);
}

function checkComplete(shards: readonly ShardFolder[]): void {
  const [first, ...others] = shards;
  if (!first) throw new JoinError('Name the folders that "build --shard" has written, such as: join shards/*');
  const other = others.find(({ share }) => share?.site !== first.share?.site || share?.count !== first.share?.count);
  if (other) {
    const remedy = "build all shards of the same content, with the same options and the same --now";
    throw new JoinError(`${first.folder} and ${other.folder} are not of the same site; ${remedy}.`);
  }
  const count = first.share?.count ?? 1;
  for (let index = 1; index <= count; index++) {
    const those = shards.filter(({ share }) => (share?.index ?? 1) === index).map(({ folder }) => folder);
    if (those.length === 0) throw new JoinError(`Shard ${index}/${count} is missing.`);
    if (those.length > 1) throw new JoinError(`Shard ${index}/${count} is there twice: ${those.join(" and ")}.`);
  }
}

/**
 * Names what was joined. Not as a build would name it, by all parts and their keys, which lie on other machines: the next
 * build in this folder prints all of it anew.
 */
function joinedEdition(shards: readonly ShardFolder[]): string {
  const editions = shards.map(({ edition }) => edition).sort();
  return createHash("sha256").update(editions.join("\n")).digest("base64url");
}

/** Links every file of a folder, apart from its mark, into another. No build ever writes into a file that is there. */
async function placeAll(folder: string, fresh: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== MARKER);
  for (const made of new Set(paths.map((path) => dirname(path)))) mkdirSync(join(fresh, made), { recursive: true });
  for (const path of paths) place(join(folder, path), join(fresh, path));
  return paths.length;
}

/** A link takes a tenth of the time of a copy; between file systems, and on those that have none, it is a copy. */
function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && NO_LINKS.has(error.code))) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

const NO_LINKS: ReadonlySet<unknown> = new Set(["EXDEV", "EPERM", "ENOTSUP", "ENOSYS", "EMLINK"]);
