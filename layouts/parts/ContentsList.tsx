import type { Heading } from "../../src/model/newsroom.ts";

export function ContentsList({ headings }: { headings: readonly Heading[] }) {
  if (headings.length === 0) return null;
  return (
    <nav class="contents" aria-label="Contents">
      <p class="contents-title" aria-hidden="true">
        Contents
      </p>
      <ol>
        {headings.map(({ id, text, level }) => (
          <li class={`level-${level}`}>
            <a href={`#${encodeURIComponent(id)}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
