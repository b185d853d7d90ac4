import type { Words } from "../words/words.ts";
import { type CardSize, StoryCard, type StoryCardProps } from "./StoryCard.tsx";

interface StoryListProps {
  readonly stories: readonly StoryCardProps[];
  readonly size: CardSize;
  readonly heading: "h2" | "h3";
  readonly words: Words;
}

export function StoryList({ stories, size, heading, words }: StoryListProps) {
  if (stories.length === 0) return <p class="empty">{words.noStories}</p>;
  return (
    <ul class="stories">
      {stories.map((story) => (
        <li>
          <StoryCard story={story} size={size} heading={heading} words={words} />
        </li>
      ))}
    </ul>
  );
}
