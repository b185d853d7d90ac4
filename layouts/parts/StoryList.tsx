import { type CardSize, StoryCard, type StoryCardProps } from "./StoryCard.tsx";

interface StoryListProps {
  readonly stories: readonly StoryCardProps[];
  readonly size: CardSize;
  readonly heading: "h2" | "h3";
}

export function StoryList({ stories, size, heading }: StoryListProps) {
  if (stories.length === 0) return <p class="empty">No stories yet.</p>;
  return (
    <ul class="stories">
      {stories.map((story) => (
        <li>
          <StoryCard story={story} size={size} heading={heading} />
        </li>
      ))}
    </ul>
  );
}
