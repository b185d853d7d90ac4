import { type Filters, type Order, openIndex, type PagefindStory, searchIndex } from "./pagefind.ts";
import { countOf, failuresOf, isWhole, type Partition, startWalk, type Walk, walkBest, walkNewest } from "./walk.ts";

/** Where the next page of results starts. Made by `find`, and only handed back to it. */
export type Cursor = Walk<FoundStory>;

export interface Found {
  /** How many stories match, as far as has been searched. */
  readonly total: number;
  /** Whether everything has been searched, so that the total is that of the site. */
  readonly isWhole: boolean;
  /** Partitions that could not be searched. */
  readonly missing: readonly string[];
  /** The next stories of the list: none of them goes above one that was found before. */
  readonly stories: readonly FoundStory[];
  /** Absent when there are no more. */
  readonly next?: Cursor | undefined;
  /** Where to go on at once, because older stories that may match better have not been asked yet. */
  readonly joining?: Cursor | undefined;
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

const PARTS = 3;

/**
 * Stories that match, one page of them. Without words, everything that the filters let through, newest first. The
 * indexes are loaded as they are needed, the newest before it by `loadIndex`. Rejects when none can be reached.
 */
export async function find(words: string, filters: Filters, asked: Order, cursor?: Cursor): Promise<Found> {
  // Without words no story is a better match than another, and there is no need to look at them all.
  const order = words === "" ? "newest" : asked;
  const { year, ...others } = filters;
  const partitions = partitionsOfPage().filter((partition) => !year || !partition.year || partition.year === year);
  const ask = async (partition: Partition) => {
    // All stories of a year's partition are of that year, and its list of years need not be loaded.
    const results = await searchIndex(partition.name, words, partition.year ? others : filters, order);
    return results.map(({ score, data }) => ({ score, read: async () => storyOf(await data()) }));
  };
  const step = await (order === "newest" ? walkNewest : walkBest)(cursor ?? startWalk<FoundStory>(partitions), ask);
  const { names, reason } = failuresOf(step.walk);
  if (names.length > 0 && names.length === step.walk.partitions.length) throw reason;
  return {
    total: countOf(step.walk),
    isWhole: isWhole(step.walk) && names.length === 0,
    missing: names,
    stories: await Promise.all(step.matches.map(({ read }) => read())),
    next: step.goOn === "more" ? step.walk : undefined,
    joining: step.goOn === "joining" ? step.walk : undefined,
  };
}

/** Starts loading what most searches ask first. Rejects when it cannot be reached. */
export async function loadIndex(): Promise<void> {
  const [newest] = partitionsOfPage();
  if (newest) await openIndex(newest.name);
}

/** The build writes them into the page, newest first. */
function partitionsOfPage(): readonly Partition[] {
  const form = document.querySelector<HTMLElement>("[data-partitions]");
  return JSON.parse(form?.dataset["partitions"] ?? "[]");
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
