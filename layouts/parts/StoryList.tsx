import type { Words } from "../words/words.ts";
import { type CardSize, StoryCard, type StoryCardProps } from "./StoryCard.tsx";

interface StoryListProps {
  readonly stories: readonly StoryCardProps[];
  /** The same for all, or by their place in the list, from 0. */
  readonly size: CardSize | ((index: number) => CardSize);
  readonly heading: "h2" | "h3";
  readonly words: Words;
}

export function StoryList({ stories, size, heading, words }: StoryListProps) {
  if (stories.length === 0) return <p class="empty">{words.noStories}</p>;
  return (
    <ul class="stories">
      {stories.map((story, index) => (
        <li>
          <StoryCard
            story={story}
            size={typeof size === "string" ? size : size(index)}
            heading={heading}
            words={words}
          />
        </li>
      ))}
    </ul>
  );
}
