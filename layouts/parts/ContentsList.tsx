import type { Heading } from "../../src/model/newsroom.ts";
import type { Words } from "../words/words.ts";

export function ContentsList({ headings, words }: { headings: readonly Heading[]; words: Words }) {
  if (headings.length === 0) return null;
  return (
    <nav class="contents" aria-label={words.contents}>
      <p class="contents-title" aria-hidden="true">
        {words.contents}
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
