import type { PrintedTime } from "../../src/model/time.ts";
import type { Words } from "../words/words.ts";
import { Time } from "./Time.tsx";

export interface SourceProps {
  readonly name: string;
  readonly url?: string | undefined;
  readonly publisher?: string | undefined;
  readonly date?: PrintedTime | undefined;
}

export function Sources({ sources, words }: { sources: readonly SourceProps[]; words: Words }) {
  if (sources.length === 0) return null;
  return (
    <section class="sources" aria-labelledby="sources_">
      <h2 id="sources_">{words.sources}</h2>
      <ul>
        {sources.map(({ name, url, publisher, date }) => (
          <li>
            {url ? <a href={url}>{name}</a> : name}
            {publisher && `, ${publisher}`}
            {date && (
              <>
                , <Time time={date} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
