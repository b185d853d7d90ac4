import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { judgeJoined } from "./gate/joined.ts";
import { keepJoinedManifest } from "./manifest/keep-manifest.ts";
import { checkOutput, MARKER, type Mark, markEdition, markIn, withNewFolder } from "./output-folder.ts";
import { replaceFolder } from "./press.ts";
import { explained } from "./publish/failure-words.ts";
import { alone, type Waiting } from "./publish/lock.ts";
import { placeIn } from "./publish/place-file.ts";
import { finishPublication, recoverySentence } from "./publish/recover.ts";
import { JoinError } from "./shards.ts";

interface ShardFolder extends Mark {
  readonly folder: string;
}

/**
 * Puts the folders of all shards of a site together in `output`, which is replaced when all of it is there; they stay as
 * they are. Throws `JoinError` for folders that are not all the shards of one site, `JoinedWronglyError`, and
 * `ForeignFolderError` and `CouldNotError` as a build does. Resolves with the number of files, which stand in the manifest
 * in `work`, if that is given.
 */
export async function joinShards(
  folders: readonly string[],
  output: string,
  { work, ...waiting }: Waiting & { readonly work?: string } = {},
): Promise<number> {
  const shards = await Promise.all(folders.map(shardIn));
  checkComplete(shards);
  const target = await checkOutput(output, "content");
  let isPublished = false;
  try {
    return await alone(target, waiting, async () => {
      const left = await finishPublication(target);
      if (left) waiting.say?.(recoverySentence(left));
      return withNewFolder(target, async (fresh) => {
        const files = await publishJoined(shards, fresh, target, output);
        isPublished = true;
        if (work !== undefined) await keepJoinedManifest(work, target, shards.length);
        return files;
      });
    });
  } catch (error) {
    throw explained(error, isPublished);
  }
}

async function publishJoined(
  shards: readonly ShardFolder[],
  fresh: string,
  target: string,
  shownAs: string,
): Promise<number> {
  const files: string[] = [];
  for (const { folder } of shards) files.push(...(await placeAll(folder, fresh)));
  await judgeJoined(fresh, shownAs);
  await markEdition(fresh, joinedEdition(shards), files);
  await replaceFolder(fresh, target);
  return files.length;
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

/** Links every file of a folder, apart from its mark, into another. Resolves with their paths. */
async function placeAll(folder: string, fresh: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== MARKER);
  for (const path of paths) placeIn(fresh, path, folder);
  return paths.map((path) => path.replaceAll("\\", "/"));
}
