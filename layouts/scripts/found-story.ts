import type { SearchStory } from "../search-lists.ts";
import type { PagefindStory } from "./pagefind.ts";

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

const PARTS = 3;

/** A story that Pagefind found by its words. */
export function storyOfPagefind({ url, excerpt, meta, sub_results }: PagefindStory): FoundStory {
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

/** A story that only its filters found. */
export const storyOfList = ({ standfirst, ...story }: SearchStory): FoundStory => ({
  ...story,
  excerpt: [{ text: standfirst, isMatch: false }],
  parts: [],
});

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
