import type { Words } from "../words/words.ts";

/** "1 story", "12 stories". */
export function StoryCount({ count, words }: { count: number; words: Words }) {
  return <span class="count">{words.stories(count)}</span>;
}
