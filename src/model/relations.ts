import type { Article } from "./publication.ts";

/** The stories around one story. */
export interface Relations {
  readonly earlier?: Article | undefined;
  readonly later?: Article | undefined;
  readonly related: readonly Article[];
}

const RELATED = 3;
/** How far related stories are looked for, counted in stories, so that a new story changes few old pages. */
const REACH_BACK = 60;
const REACH_AHEAD = 12;

/** Every story that `relationsOf` looks at: the story itself, its neighbours and all that could be related. */
export const withinReach = (articles: readonly Article[], index: number): readonly Article[] =>
  articles.slice(Math.max(0, index - REACH_AHEAD), index + REACH_BACK + 1);

/**
 * What stands around the story at `index` of `articles` (newest first): its neighbours in time, and the stories that
 * share the most tags with it, nearest in time first among equals. Neighbours are not repeated as related.
 */
export function relationsOf(articles: readonly Article[], index: number): Relations {
  const story = articles[index];
  if (!story) throw new RangeError(`There is no story ${index} among ${articles.length}`);
  const tags = new Set(story.tags.map((tag) => tag.slug));
  const candidates = [];
  const end = Math.min(articles.length, index + REACH_BACK + 1);
  for (let place = Math.max(0, index - REACH_AHEAD); place < end; place++) {
    const candidate = articles[place];
    const distance = Math.abs(place - index);
    if (!candidate || distance < 2) continue;
    const shared = candidate.tags.filter((tag) => tags.has(tag.slug)).length;
    if (shared > 0) candidates.push({ candidate, shared, distance, place });
  }
  candidates.sort((a, b) => b.shared - a.shared || a.distance - b.distance || a.place - b.place);
  return {
    earlier: articles[index + 1],
    later: articles[index - 1],
    related: candidates.slice(0, RELATED).map(({ candidate }) => candidate),
  };
}
