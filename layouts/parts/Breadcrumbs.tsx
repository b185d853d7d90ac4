import type { Words } from "../words/words.ts";
import type { Way } from "./WaysOn.tsx";

/** From the front page down to where the page belongs. */
export function Breadcrumbs({ ways, words }: { ways: readonly Way[]; words: Words }) {
  return (
    <nav class="breadcrumbs label" aria-label={words.youAreHere}>
      <ol>
        {ways.map(({ name, url }) => (
          <li>
            <a href={url}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
