import type { DeskStory } from "./figures.ts";

interface StoryTableProps {
  readonly id: string;
  readonly heading: string;
  readonly note?: string;
  /** Said where there are no stories. */
  readonly none: string;
  readonly stories: readonly DeskStory[];
  /** Whether these are all that there are. */
  readonly isAll?: boolean;
}

/** More of them are in the way of what follows. */
const AT_ONCE = 12;

/** Stories by their titles, with who wrote them, when, and where they lie. */
export function StoryTable({ id, heading, note, none, stories, isAll = true }: StoryTableProps) {
  const [first, rest] = [stories.slice(0, AT_ONCE), stories.slice(AT_ONCE)];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {heading} {isAll && stories.length > 0 && <span class="count">{stories.length}</span>}
      </h2>
      {note && stories.length > 0 && <p class="note">{note}</p>}
      {stories.length === 0 ? <p class="note">{none}</p> : <Lines stories={first} />}
      {rest.length > 0 && (
        <details>
          <summary>{`${rest.length} more`}</summary>
          <Lines stories={rest} />
        </details>
      )}
    </section>
  );
}

const Lines = ({ stories }: Pick<StoryTableProps, "stories">) => (
  <ul class="stories">
    {stories.map(({ title, url, file, language, authors, section, when }) => (
      <li>
        <a href={url} lang={language} dir="auto">
          {title}
        </a>
        <p class="note">
          <time datetime={when.datetime}>{when.words}</time> · <bdi>{authors.join(", ")}</bdi> · <bdi>{section}</bdi>
        </p>
        <p class="file">
          <bdi>{file}</bdi>
        </p>
      </li>
    ))}
  </ul>
);
