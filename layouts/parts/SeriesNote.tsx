import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";

export interface SeriesNoteProps {
  readonly name: string;
  readonly url: SitePath;
  /** Which of the shown parts this is, from 1, and of how many. */
  readonly part: number;
  readonly of: number;
  readonly previous?: SeriesPart | undefined;
  readonly next?: SeriesPart | undefined;
}

interface SeriesPart {
  readonly headline: string;
  readonly url: SitePath;
}

interface SeriesNoteInput {
  readonly series: SeriesNoteProps;
  readonly words: Words;
}

/** Under a story: where it stands in its series, and the parts before and after. */
export function SeriesNote({ series: { name, url, part, of, previous, next }, words }: SeriesNoteInput) {
  return (
    <nav class="neighbours" aria-label={name}>
      <p>
        {words.series.part(part, of)}: <a href={url}>{name}</a>
      </p>
      {previous && (
        <a class="earlier" href={previous.url}>
          <span>{words.series.previous}</span> {previous.headline}
        </a>
      )}
      {next && (
        <a class="later" href={next.url}>
          <span>{words.series.next}</span> {next.headline}
        </a>
      )}
    </nav>
  );
}
