import { type Addressed, addressesOf } from "./addresses.ts";
import type { NamedAuthor } from "./byline.ts";
import { type OldFolder, readTextFile } from "./folder.ts";
import { type BadFrontMatter, type CutText, cutText, type Field } from "./front-matter.ts";
import { type SaidOfStory, saidIn } from "./front-matter-story.ts";
import type { System } from "./system.ts";
import type { TextFile } from "./text-files.ts";

/** What every file of a folder is read with. */
export interface FolderGiven {
  readonly folder: OldFolder;
  readonly system: System;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly routes: readonly string[];
  /** The fields that the files above a text's give it. */
  readonly data: (file: string) => readonly Field[];
  /** The site's own, for texts that name nobody. */
  readonly authors: readonly NamedAuthor[];
}

/** A text's file, read and understood, with its body as it stands there. */
export interface ReadFile extends CutText {
  readonly said: SaidOfStory;
  readonly kind: "story" | "page";
  readonly title: string;
  readonly date: string | undefined;
  readonly authors: readonly NamedAuthor[];
  /** Ids of terms. */
  readonly terms: readonly string[];
  readonly urls: readonly string[];
}

/** Reads a text's file. Says why, and where, when it cannot be read. */
export async function readFileOf(
  text: TextFile,
  given: FolderGiven,
): Promise<ReadFile | { readonly why: string; readonly line?: number }> {
  const { folder, system } = given;
  const written = await readTextFile(folder, text.file);
  if (typeof written !== "string") return written;
  const cut: CutText | BadFrontMatter = cutText(written);
  if ("why" in cut) return cut;
  const own = new Set(cut.fields.map(({ key }) => key));
  const fields = [...cut.fields, ...given.data(text.file).filter(({ key }) => !own.has(key))];
  const said = saidIn(fields, `${folder.path}/${text.file}`, system.name === "eleventy", system.name === "jekyll");
  const date = said.date ?? text.date;
  const isPage = text.kind === "page" || (text.kind === "unsaid" && date === undefined && !isCollection(text, system));
  const title = said.title ?? headingOf(cut.body) ?? text.slug.replace(/[-_]+/g, " ");
  const addressed: Addressed = {
    text,
    isPage,
    title,
    date,
    slug: said.slug,
    address: said.address,
    categories: said.categories,
    formerly: said.formerly,
  };
  return {
    ...cut,
    said,
    kind: isPage ? "page" : "story",
    title,
    date,
    authors: said.authors.length > 0 ? said.authors : given.authors,
    terms: [
      ...said.categories.map((name) => termId("category", name)),
      ...said.tags.map((name) => termId("tag", name)),
    ],
    urls: addressesOf(addressed, system, given.routes),
  };
}

/** A name is one term however it is spelled. */
const termId = (taxonomy: string, name: string): string => `${taxonomy}:${name.normalize("NFC").toLowerCase()}`;

/** What lies in a collection of Astro's, or in a folder of Hugo's, is a story, dated or not. */
const isCollection = ({ file, folders }: TextFile, { name }: System): boolean =>
  name === "astro"
    ? file.startsWith("src/content/")
    : name === "hugo" && folders.length > 0 && folders[0] !== "page" && folders[0] !== "pages";

/** The words of a heading of the first level with which a text begins. */
export function headingOf(body: string): string | undefined {
  const line = body.trimStart().split("\n", 1)[0] ?? "";
  return line.startsWith("# ") ? line.slice(2).trim() || undefined : undefined;
}
