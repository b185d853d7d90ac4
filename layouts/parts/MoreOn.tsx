import type { Words } from "../words/words.ts";
import type { Way } from "./WaysOn.tsx";

/** Leads to everything under a topic. */
export function MoreOn({ topic, words }: { topic: Way; words: Words }) {
  return (
    <p class="more">
      <a href={topic.url}>{words.moreOn(topic.name)}</a>
    </p>
  );
}
