import type { SitePath } from "../../src/model/urls.ts";

export interface TagListProps {
  readonly tags: readonly { readonly name: string; readonly url: SitePath }[];
}

export function TagList({ tags }: TagListProps) {
  if (tags.length === 0) return null;
  return (
    <nav class="tags" aria-label="Topics">
      <p aria-hidden="true">Topics</p>
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
