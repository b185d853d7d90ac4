import { searchFacetsUrl, searchStoriesUrl } from "../../src/model/urls.ts";
import { FACETS, type SearchFacetsProps, type SearchStoriesProps } from "../search-lists.ts";
import type { Filters } from "./engine/messages.ts";
import { type FoundStory, storyOfList } from "./found-story.ts";
import { loadList } from "./load-list.ts";
import type { Match } from "./walk.ts";

/**
 * The stories of a partition that the filters let through, newest first, from lists that the build has made: without
 * words, Pagefind would load every list of words that it has.
 */
export async function browse(partition: string, filters: Filters): Promise<Match<FoundStory>[]> {
  const { stories, storiesPerFile, facets } = await loadList<SearchFacetsProps>(searchFacetsUrl(partition));
  const asked = FACETS.flatMap((key) => {
    const name = filters[key];
    return name === undefined ? [] : [placesOf(facets[key], name)];
  });
  const newestFirst = Array.from({ length: stories }, (_, index) => stories - 1 - index);
  return newestFirst
    .filter((place) => asked.every((places) => places.has(place)))
    .map((place) => ({ score: 0, read: () => readStory(partition, place, storiesPerFile) }));
}

/** A place is written as its distance from the one before. */
function placesOf(distances: Readonly<Record<string, readonly number[]>>, name: string): ReadonlySet<number> {
  let place = 0;
  const its = Object.hasOwn(distances, name) ? distances[name] : undefined;
  return new Set(its?.map((distance) => (place += distance)));
}

async function readStory(partition: string, place: number, storiesPerFile: number): Promise<FoundStory> {
  const url = searchStoriesUrl(partition, Math.floor(place / storiesPerFile) + 1);
  const story = (await loadList<SearchStoriesProps>(url)).stories[place % storiesPerFile];
  if (!story) throw new Error(`${url} has no story ${place % storiesPerFile}`);
  return storyOfList(story);
}
