import type { PrintedTime } from "../src/model/time.ts";
import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { Pager, type PagerProps } from "./parts/Pager.tsx";
import { spokenIn } from "./parts/spoken.ts";
import { Time } from "./parts/Time.tsx";
import { wordsFor } from "./words/dictionaries.ts";

/** What a newspaper got wrong: its corrections and retractions. */
export interface CorrectionsProps {
  readonly frame: FrameProps;
  readonly heading: string;
  readonly description: string;
  /** Newest first. */
  readonly entries: readonly CorrectionEntry[];
  readonly pager: PagerProps;
}

export interface CorrectionEntry {
  readonly kind: "correction" | "retraction";
  readonly time: PrintedTime;
  readonly headline: string;
  readonly url: SitePath;
  readonly text: string;
  /** Where the story shows what changed in it. */
  readonly changes?: SitePath | undefined;
  /** BCP 47, of a story in another language than the site. */
  readonly language?: string | undefined;
}

export const corrections: HtmlLayout<CorrectionsProps> = (props, { inlines }) => {
  const { frame, heading, description, entries, pager } = props;
  const words = wordsFor(frame.language);
  return (
    <Frame frame={frame} inlines={inlines}>
      <header class="list-head">
        <h1>{heading}</h1>
        <p class="description">{description}</p>
      </header>
      {entries.length === 0 && <p class="empty">{words.corrections.none}</p>}
      <ol class="stories">
        {entries.map(({ kind, time, headline, url, text, changes, language }) => (
          <li class="correction">
            <p class="card-meta">
              <strong>{words.corrections[kind]}</strong> <Time time={time} />
            </p>
            <h2 {...spokenIn(language)}>
              <a href={url}>{headline}</a>
            </h2>
            <p {...spokenIn(language)}>{text}</p>
            {changes && (
              <p>
                <a href={changes}>{words.changes.heading}</a>
              </p>
            )}
          </li>
        ))}
      </ol>
      <Pager {...pager} words={words} />
    </Frame>
  );
};
