import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { SettledOptions } from "../build.ts";
import { editionOf, type PrintedFile, type PrintedPart } from "../printed.ts";
import { nothingWhenMissing } from "../sealed-file.ts";
import { siteFilesIn } from "../verify/same-files.ts";
import { type Commit, commitOf, isHeadAt } from "./commit.ts";
import {
  BUILD_MANIFEST,
  digestOfFiles,
  type FileHashes,
  type Made,
  ManifestError,
  readMade,
  readManifest,
  writeManifest,
} from "./manifest.ts";
import { versions } from "./versions.ts";

/** What a build has put into `target`, and out of what. */
export interface PublishedBuild {
  readonly options: SettledOptions;
  readonly target: string;
  readonly parts: readonly PrintedPart[];
  /** Of the build before; undefined where that is not known. */
  readonly before: readonly PrintedPart[] | undefined;
  /** Of the content. */
  readonly fingerprint: string;
}

/** The folders that a build writes; `target` is that of the site, or the link that leads to the release that it is. */
export const writtenBy = ({ releases, work }: SettledOptions, target: string): string[] => [
  releases ? dirname(target) : target,
  resolve(work),
];

/** Takes down what was published. Files that the last build has left are not read again. */
export async function keepManifest(build: PublishedBuild, commit: Promise<Commit | undefined>): Promise<void> {
  const { options, target, parts, fingerprint } = build;
  const files = hashesOf(parts, target, await knownHashes(build));
  await write(options.work, files, await commit, {
    edition: editionOf(parts),
    now: new Date(options.now).toISOString(),
    content: fingerprint,
    options: optionsOf(options),
  });
}

/**
 * The same after a build that found nothing to do, when the manifest is not there, or of another site or commit; for
 * the same time as before, so that it says no other of the same bytes.
 */
export async function renewManifest(build: PublishedBuild): Promise<void> {
  const { options, target, parts } = build;
  const { work } = options;
  const made = await readMade(work);
  const isOfSite = made?.edition === editionOf(parts);
  if (isOfSite && isHeadAt(made.git?.commit, options.content)) return;
  const commit = commitOf({ content: resolve(options.content), written: writtenBy(options, target) });
  if (!isOfSite) return keepManifest(build, commit);
  const known = await knownHashes(build);
  if (known.size === 0) return keepManifest(build, commit);
  const { edition, now, content, options: given } = made;
  await write(work, hashesOf(parts, target, known), await commit, { edition, now, content, options: given });
}

/** Takes down a site that was joined from so many shards in `target`. */
export async function keepJoinedManifest(work: string, target: string, shards: number): Promise<void> {
  const files = Object.fromEntries(siteFilesIn(target).map((path) => [path, hashOf(join(target, path))]));
  await write(work, files, await commitOf({ content: resolve("."), written: [target, resolve(work)] }), { shards });
}

type Said = Pick<Made, "edition" | "now" | "content" | "options" | "shards">;

async function write(work: string, files: FileHashes | undefined, git: Commit | undefined, said: Said): Promise<void> {
  // Another build has put its site there meanwhile, and says so itself.
  if (!files) return rm(join(work, BUILD_MANIFEST), { force: true });
  await writeManifest(work, { format: 1, digest: digestOfFiles(files), ...said, git, versions: versions(), files });
}

const optionsOf = ({ unpublished, indexed, search, shard }: SettledOptions) => ({
  ...{ unpublished, indexed, search },
  shard: `${shard.index}/${shard.count}`,
});

/** The hashes of the files that lay there before, by all that is known of a file without opening it. */
async function knownHashes({ options, before }: PublishedBuild): Promise<ReadonlyMap<string, string>> {
  if (!before) return new Map();
  const last = await readManifest(join(options.work, BUILD_MANIFEST)).catch((error: unknown) => {
    // Then every file is read.
    if (error instanceof ManifestError) return undefined;
    throw error;
  });
  if (last?.edition !== editionOf(before)) return new Map();
  const files = before.flatMap((part) => part.files);
  return new Map(files.flatMap((file) => (last.files[file[0]] ? [[nameOf(file), last.files[file[0]] ?? ""]] : [])));
}

const nameOf = ([path, size, modified]: PrintedFile): string => `${path}\0${size}\0${modified}`;

/** Undefined when a file is not there any more. */
function hashesOf(
  parts: readonly PrintedPart[],
  target: string,
  known: ReadonlyMap<string, string>,
): FileHashes | undefined {
  const hashes: [string, string][] = [];
  for (const file of parts.flatMap((part) => part.files)) {
    const found = known.get(nameOf(file)) ?? hashAt(join(target, file[0]));
    if (found === undefined) return undefined;
    hashes.push([file[0], found]);
  }
  return Object.fromEntries(hashes.sort(([some], [other]) => (some < other ? -1 : 1)));
}

/** As a manifest has it. */
export const hashOf = (file: string): string => hash("sha256", readFileSync(file), "hex");

function hashAt(file: string): string | undefined {
  try {
    return hashOf(file);
  } catch (error) {
    return nothingWhenMissing(error);
  }
}
