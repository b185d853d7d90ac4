import type { Facet } from "../../search-lists.ts";

/** What a search is narrowed to; a key that is absent lets everything through. */
export type Filters = Readonly<Partial<Record<Facet, string>>>;

/** What a page asks of the search engine; the answer comes back with its number. */
export type Request =
  | { readonly ask: "open"; readonly index: string }
  | {
      readonly ask: "search";
      readonly index: string;
      readonly words: string;
      readonly filters: Filters;
      readonly order: string;
    }
  | { readonly ask: "read"; readonly search: number; readonly place: number };

export type NumberedRequest = Request & { readonly number: number };

/** What comes back: for "open" nothing, for "search" the scores of what was found, for "read" a `PagefindStory`. */
export type Answer =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly failure: string };

/** A story as Pagefind 1.5 gives it (pagefind.app/docs/api). */
export interface PagefindStory {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly { readonly url: string; readonly title: string; readonly excerpt: string }[];
}
