import { joinWords } from "../../src/model/unspaced.ts";
import type { SearchStory } from "../search-lists.ts";
import type { PagefindStory } from "./engine/messages.ts";
import { toMatch } from "./text-fragment.ts";

export interface FoundStory extends FoundPart {
  readonly section: string;
  readonly date: string;
  /** BCP 47, where it is not the site's. */
  readonly language?: string | undefined;
  /** Headings of the story under which the words stand too. */
  readonly parts: readonly FoundPart[];
}

export interface FoundPart {
  /** Leads to the words in the text, where the browser can find them there. */
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
    ...partOf(url, meta["title"] ?? url, excerpt),
    section: meta["section"] ?? "",
    date: meta["date"] ?? "",
    language: meta["language"],
    parts: parts.map((part) => withoutTitle(partOf(part.url, part.title, part.excerpt))),
  };
}

function partOf(url: string, title: string, markedExcerpt: string): FoundPart {
  const excerpt = piecesOf(markedExcerpt);
  return { url: toMatch(url, excerpt), title: joinWords(title), excerpt };
}

/** The excerpt of a part begins with its heading where the words are near to it. */
function withoutTitle({ url, title, excerpt }: FoundPart): FoundPart {
  const [first, ...others] = excerpt;
  const repeated = `${title}. `;
  if (!first?.text.startsWith(repeated)) return { url, title, excerpt };
  return { url, title, excerpt: [{ ...first, text: first.text.slice(repeated.length) }, ...others] };
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
  return joinWords(excerpt)
    .split(/(<mark>.*?<\/mark>)/)
    .filter((piece) => piece !== "")
    .map((piece) => ({
      isMatch: piece.startsWith("<mark>"),
      text: piece
        .replace(/<\/?mark>/g, "")
        .replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity),
    }));
}
