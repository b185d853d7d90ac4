import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";
import { Mark, type MarkProps } from "./Mark.tsx";

export interface NeighboursProps {
  readonly earlier?: StoryLink | undefined;
  readonly later?: StoryLink | undefined;
}

interface StoryLink extends MarkProps {
  readonly headline: string;
  readonly url: SitePath;
}

/** The stories before and after a story in time. */
export function Neighbours({ earlier, later, words }: NeighboursProps & { readonly words: Words }) {
  if (!earlier && !later) return null;
  return (
    <nav class="neighbours" aria-label={words.neighbours}>
      {earlier && (
        <a class="earlier" href={earlier.url} rel="prev">
          <span>{words.earlier}</span> {earlier.headline} <Mark mark={earlier.mark} words={words} />
        </a>
      )}
      {later && (
        <a class="later" href={later.url} rel="next">
          <span>{words.later}</span> {later.headline} <Mark mark={later.mark} words={words} />
        </a>
      )}
    </nav>
  );
}
