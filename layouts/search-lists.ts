import type { SitePath } from "../src/model/urls.ts";
import type { TextLayout } from "./layout.ts";
import type { Partition } from "./scripts/walk.ts";

/** What stories can be narrowed to. */
export const FACETS = ["section", "tag", "author", "year"] as const;

export type Facet = (typeof FACETS)[number];

/** Which stories of a search partition have what, for a browser that narrows without a word. */
export interface SearchFacetsProps {
  readonly stories: number;
  readonly storiesPerFile: number;
  /**
   * The places of the stories by the names of their sections, topics, authors and years. The oldest has place 0. Each
   * place is written as its distance from the one before, the first from 0, which makes for short numbers.
   */
  readonly facets: Readonly<Record<Facet, Readonly<Record<string, readonly number[]>>>>;
}

/** Stories that follow each other in time, oldest first. */
export interface SearchStoriesProps {
  readonly stories: readonly SearchStory[];
}

/** A story as a result shows it. */
export interface SearchStory {
  readonly url: SitePath;
  readonly title: string;
  readonly standfirst: string;
  readonly section: string;
  readonly date: string;
  /** BCP 47, where it is not the site's. */
  readonly language?: string;
}

/** The search partitions, newest first. */
export interface SearchPartitionsProps {
  readonly partitions: readonly Partition[];
}

/** Words that stories have, to offer to a reader who mistypes one. */
export interface SearchWordsProps {
  /** Words of the same frequency with spaces between, the most frequent first. */
  readonly tiers: readonly string[];
}

export const searchFacets: TextLayout<SearchFacetsProps> = (props) => JSON.stringify(props);

export const searchStories: TextLayout<SearchStoriesProps> = (props) => JSON.stringify(props);

export const searchPartitions: TextLayout<SearchPartitionsProps> = (props) => JSON.stringify(props);

export const searchWords: TextLayout<SearchWordsProps> = (props) => JSON.stringify(props);
