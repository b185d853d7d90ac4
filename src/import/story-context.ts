import type { Slug } from "../model/slugs.ts";
import type { Existing } from "./existing.ts";
import type { ImportMap, MappedAuthor, MappedTerm } from "./map/map.ts";
import type { OldSite, OldText } from "./old-site.ts";
import type { PictureFound } from "./pictures.ts";

/** What every text is made into a file with. */
export interface StoryContext {
  readonly existing: Existing;
  readonly site: OldSite;
  readonly names: Names;
  /** What links to old addresses lead to. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly pictures: { bring(address: string, folder: string, from: string): Promise<PictureFound> };
}

/** The names of the old site, by their ids. */
export interface Names {
  readonly map: ImportMap;
  readonly terms: ReadonlyMap<string, MappedTerm>;
  readonly authors: ReadonlyMap<string, MappedAuthor>;
}

export const namesOf = (map: ImportMap): Names => ({
  map,
  terms: new Map(map.terms.map((term) => [term.id, term])),
  authors: new Map(map.authors.map((author) => [author.id, author])),
});

/** By whom a text is, and where it belongs. Of several sections the first in the map has it; the others are tags. */
export function readPlace(
  { authors, terms }: Pick<OldText, "authors" | "terms">,
  names: Names,
): { readonly authors: readonly Slug[]; readonly section: Slug; readonly tags: readonly Slug[] } {
  const mapped = terms.flatMap((id) => names.terms.get(id) ?? []);
  const inSections = new Set(mapped.filter(({ to }) => to === "section").map(({ slug }) => slug));
  const section = names.map.terms.find(({ to, slug }) => to === "section" && inSections.has(slug))?.slug;
  const others = [...inSections].filter((slug) => slug !== section);
  const tags = mapped.filter(({ to }) => to === "tag").map(({ slug }) => slug);
  return {
    authors: [...new Set(authors.flatMap((id) => names.authors.get(id)?.slug ?? []))],
    section: section ?? names.map.section,
    tags: [...new Set([...tags, ...others])],
  };
}
