import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isSlug, type Slug } from "../model/slugs.ts";
import { hasErrors, type Problem } from "../problems.ts";
import type { AddressBook } from "./address-book.ts";
import { readBytes } from "./bytes.ts";
import { MOST_OF_ANY } from "./file-limits.ts";
import { filesOfKind, readFrame } from "./frame.ts";
import { frontMatterOf } from "./front-matter-of.ts";
import { isLitter, kindOf } from "./kinds.ts";
import { placesIn } from "./places.ts";
import { nothingAt } from "./read.ts";
import type { SeriesRegistry } from "./series.ts";
import type { ReadSettings } from "./settings.ts";
import type { TagRegistry } from "./tags.ts";
import type { FoundFile } from "./walk.ts";

/** What a story may name. */
export interface Registries {
  readonly settings: ReadSettings["settings"];
  readonly authors: readonly { readonly slug: Slug; readonly name: string }[];
  readonly tags: TagRegistry;
  readonly series: SeriesRegistry["series"];
  /** Undefined where there is none. */
  readonly addressBook: AddressBook | undefined;
  /** The content folder as the person would type it. */
  readonly shownRoot: string;
  /** The files of the newest stories, below `content/`, from the newest month on: as many as anybody chooses from. */
  readonly stories: readonly string[];
}

/**
 * Reads what a story may name, and none of the stories: as quick in a newspaper of ten thousand. Gives the problems
 * instead when a registry cannot be read. Throws when the folder itself cannot be read.
 */
export async function readRegistries(root: string, shownRoot: string): Promise<Registries | readonly Problem[]> {
  const places = placesIn(root, shownRoot);
  const found = [...(await filesIn(root, "")), ...(await filesIn(root, "authors"))];
  if (found.length === 0) return nothingAt(shownRoot, places).problems;
  // The logo is named by the settings; every other picture belongs to a text.
  const frame = await readFrame(
    found.filter(({ place, path }) => place.kind !== "image" || !path.includes("/")),
    root,
    places,
  );
  const { settings, tags, series, addressBook } = frame;
  if (!settings || !tags || !series) return frame.problems.filter((problem) => hasErrors([problem]));
  const { timeZone } = settings.settings;
  const authors = filesOfKind(found, "author").flatMap(({ path, place }) => {
    const slug = place.name.normalize("NFC");
    const bytes = readBytes(join(root, path), MOST_OF_ANY);
    const file = bytes && { kind: "author" as const, shownAs: path, bytes };
    // A file in which something is wrong is an author all the same, to the stories that name it.
    const name = file && frontMatterOf(file, timeZone, () => {})?.name;
    return isSlug(slug) ? [{ slug, name: name ?? slug }] : [];
  });
  const stories = await newestStories(root);
  return { settings: settings.settings, authors, tags, series: series.series, addressBook, shownRoot, stories };
}

/** Those that may stand where they stand; of the others, `check` tells. */
async function filesIn(root: string, folder: string): Promise<FoundFile[]> {
  const entries = await entriesOf(root, folder);
  return entries.flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const place = entry.isFile() && !isLitter(entry.name) ? kindOf(path) : undefined;
    return place ? [{ path, place }] : [];
  });
}

const MOST_STORIES = 200;

async function newestStories(root: string): Promise<string[]> {
  const stories: string[] = [];
  for (const year of await foldersIn(root, "articles", /^\d{4}$/)) {
    for (const month of await foldersIn(root, year, /^\d\d$/)) {
      const files = (await filesIn(root, month)).filter(({ place }) => place.kind === "article");
      stories.push(...files.map(({ path }) => path).sort());
      if (stories.length >= MOST_STORIES) return stories.slice(0, MOST_STORIES);
    }
  }
  return stories;
}

/** From the last of their names to the first. */
async function foldersIn(root: string, folder: string, name: RegExp): Promise<string[]> {
  const entries = await entriesOf(root, folder);
  const folders = entries.filter((entry) => entry.isDirectory() && name.test(entry.name));
  return folders
    .map((entry) => `${folder}/${entry.name}`)
    .sort()
    .reverse();
}

const entriesOf = async (root: string, folder: string) =>
  readdir(join(root, folder), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });

export const areProblems = (read: Registries | readonly Problem[]): read is readonly Problem[] => Array.isArray(read);
