import type { Slug } from "../../model/slugs.ts";

/** What becomes of the old site's categories, tags and authors. */
export interface ImportMap {
  /** The section of stories that no category gives one. */
  readonly section: Slug;
  /** The author of stories that have none. */
  readonly author: Slug;
  readonly terms: readonly MappedTerm[];
  readonly authors: readonly MappedAuthor[];
}

export interface MappedTerm {
  readonly taxonomy: string;
  readonly id: string;
  readonly name: string;
  /** `none`: stories are imported without it. */
  readonly to: "section" | "tag" | "none";
  readonly slug: Slug;
}

export interface MappedAuthor {
  readonly id: string;
  readonly name: string;
  readonly slug: Slug;
  readonly type: "person" | "organisation";
}
