import { createHash } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Shown } from "../examine.ts";
import { nothingWhenMissing, writeWhole } from "../sealed-file.ts";
import type { Commit } from "./commit.ts";
import type { Versions } from "./versions.ts";

/** Where a build says what it has published, in the folder that is kept from build to build. */
export const BUILD_MANIFEST = "build-manifest.json";

/** What a site was made from. Of stories that are not out it says no more than one digest of the content as a whole. */
export interface Made {
  /** Raised when the form of this file changes. */
  readonly format: 1;
  /** SHA-256 of the lines that `sha256sum` would print for the files, in the order of their paths. */
  readonly digest: string;
  /** Names the keys of all parts of the site (`editionOf`); undefined for one that was joined. */
  readonly edition?: string | undefined;
  /** Of which moment the site is: ISO 8601, in UTC. Of a site that was joined, the shards' own manifests say it. */
  readonly now?: string | undefined;
  /** Names the content folder: its paths and their bytes (`fingerprintOf`). */
  readonly content?: string | undefined;
  readonly options?: MadeWith | undefined;
  /** How many shards were joined. */
  readonly shards?: number | undefined;
  /** Undefined outside git. */
  readonly git?: Commit | undefined;
  readonly versions: Versions;
}

export interface MadeWith {
  readonly unpublished: Shown;
  readonly indexed: boolean;
  readonly search: boolean;
  /** Such as 2/8. */
  readonly shard: string;
}

/** The SHA-256 of each published file, in hexadecimal, by its path below the site's folder, in the order of the paths. */
export type FileHashes = Readonly<Record<string, string>>;

export interface Manifest extends Made {
  readonly files: FileHashes;
}

/** A file that is said to be a manifest, and is none. */
export class ManifestError extends Error {}

/** Names all of the files. */
export function digestOfFiles(files: FileHashes): string {
  const hash = createHash("sha256");
  for (const [path, file] of Object.entries(files)) hash.update(`${file}  ${path}\n`);
  return hash.digest("hex");
}

const FILES = ',\n  "files": ';

/** The same for the same manifest, whenever it is written. */
const textOf = ({ files, ...made }: Manifest): string =>
  `${JSON.stringify(made, null, 2).slice(0, -2)}${FILES}${JSON.stringify(files, null, 1)}\n}\n`;

export async function writeManifest(work: string, manifest: Manifest): Promise<void> {
  await writeWhole(join(work, BUILD_MANIFEST), [Buffer.from(textOf(manifest))]);
}

/** Reads a manifest. Throws `ManifestError` for a file that is none, or whose digest is not that of its files. */
export async function readManifest(file: string): Promise<Manifest | undefined> {
  const bytes = await readFile(file).catch(nothingWhenMissing);
  if (!bytes) return undefined;
  const read = parsed(bytes.toString());
  if (!isManifest(read)) throw new ManifestError(`${file} is no manifest of a build.`);
  if (digestOfFiles(read.files) !== read.digest) throw new ManifestError(`${file} was changed since a build wrote it.`);
  return read;
}

/** Long enough for all but the list of files. */
const HEAD = 16_384;

/** What the last build with this folder says it was made from, without its files; undefined where it says nothing. */
export async function readMade(work: string): Promise<Made | undefined> {
  const file = await open(join(work, BUILD_MANIFEST)).catch(nothingWhenMissing);
  if (!file) return undefined;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const [made = "", files] = buffer.toString("utf8", 0, bytesRead).split(FILES);
    const read = files === undefined ? undefined : parsed(`${made}}`);
    return isMade(read) ? read : undefined;
  } catch (error) {
    // A folder stands in its place.
    return nothingWhenMissing(error);
  } finally {
    await file.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Whoever asked says that this is no manifest.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isMade = (read: unknown): read is Made =>
  typeof read === "object" && read !== null && "format" in read && read.format === 1 && "digest" in read;

const isManifest = (read: unknown): read is Manifest =>
  isMade(read) &&
  "files" in read &&
  typeof read.files === "object" &&
  read.files !== null &&
  Object.values(read.files).every((hash) => typeof hash === "string");
