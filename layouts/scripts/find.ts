import { SEARCH_INDEX } from "../../src/model/urls.ts";

/** What a search is narrowed to; a key that is absent lets everything through. */
export type Filters = Readonly<Partial<Record<"section" | "tag" | "author" | "year", string>>>;

export type Order = "relevance" | "newest";

/** Where the next page of results starts. Made by `find`, and only handed back to it. */
export type Cursor = number & { readonly cursor: never };

export interface Found {
  /** How many stories match in all. */
  readonly total: number;
  readonly stories: readonly FoundStory[];
  /** Absent when there are no more. */
  readonly next?: Cursor | undefined;
}

export interface FoundStory extends FoundPart {
  readonly section: string;
  readonly date: string;
  /** Headings of the story under which the words stand too. */
  readonly parts: readonly FoundPart[];
}

export interface FoundPart {
  readonly url: string;
  readonly title: string;
  readonly excerpt: readonly ExcerptPiece[];
}

export interface ExcerptPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

const PAGE = 10;
const PARTS = 3;

/**
 * Stories that match, one page of them. Without words, everything that the filters let through. The index is loaded
 * at the first call, or before it by `loadIndex`. Rejects when the index cannot be reached.
 */
export async function find(words: string, filters: Filters, order: Order, cursor?: Cursor): Promise<Found> {
  const pagefind = await loadIndex();
  const search = await pagefind.search(words === "" ? null : words, {
    filters,
    ...(order === "newest" ? { sort: { date: "desc" } } : {}),
  });
  const start = cursor ?? 0;
  const page = await Promise.all(search.results.slice(start, start + PAGE).map((result) => result.data()));
  const end = start + PAGE;
  return {
    total: search.results.length,
    stories: page.map(storyOf),
    next: end < search.results.length ? (end as Cursor) : undefined, // the one place where a cursor is made
  };
}

let index: Promise<Pagefind> | undefined;

/** Starts loading the index; a failed try is forgotten, so that the next one may succeed. */
export function loadIndex(): Promise<Pagefind> {
  index ??= startPagefind().catch((error: unknown) => {
    index = undefined;
    throw error;
  });
  return index;
}

async function startPagefind(): Promise<Pagefind> {
  const pagefind = (await import(`${SEARCH_INDEX}pagefind.js`)) as Pagefind; // Pagefind ships no types for its bundle
  await pagefind.init();
  return pagefind;
}

function storyOf({ url, excerpt, meta, sub_results }: PagefindStory): FoundStory {
  const parts = sub_results.filter((part) => part.url.includes("#")).slice(0, PARTS);
  return {
    url,
    title: meta["title"] ?? url,
    excerpt: piecesOf(excerpt),
    section: meta["section"] ?? "",
    date: meta["date"] ?? "",
    parts: parts.map((part) => ({ url: part.url, title: part.title, excerpt: piecesOf(part.excerpt) })),
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
  "&amp;": "&",
};

/** Pagefind marks matches with `<mark>` in escaped HTML; as pieces of text they need no HTML at all. */
export function piecesOf(excerpt: string): ExcerptPiece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/)
    .filter((piece) => piece !== "")
    .map((piece) => ({
      isMatch: piece.startsWith("<mark>"),
      text: piece
        .replace(/<\/?mark>/g, "")
        .replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity),
    }));
}

/** What we use of pagefind.js 1.5 (pagefind.app/docs/api). */
interface Pagefind {
  init(): Promise<void>;
  search(
    words: string | null,
    options: { filters: Filters; sort?: Record<string, "asc" | "desc"> },
  ): Promise<{ results: { data(): Promise<PagefindStory> }[] }>;
}

interface PagefindStory {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly { readonly url: string; readonly title: string; readonly excerpt: string }[];
}
