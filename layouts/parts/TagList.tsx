import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";

export interface TagListProps {
  readonly tags: readonly { readonly name: string; readonly url: SitePath }[];
}

export function TagList({ tags, words }: TagListProps & { readonly words: Words }) {
  if (tags.length === 0) return null;
  return (
    <nav class="tags" aria-label={words.topics}>
      <p aria-hidden="true">{words.topics}</p>
      <ul>
        {tags.map(({ name, url }) => (
          <li>
            <a rel="tag" href={url}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
