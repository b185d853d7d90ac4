import type { PrintedTime } from "../src/model/time.ts";
import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { Mark, type MarkProps } from "./parts/Mark.tsx";
import { PaidFor, type PaidForProps } from "./parts/PaidFor.tsx";
import { spokenIn } from "./parts/spoken.ts";
import { Time } from "./parts/Time.tsx";
import type { Way } from "./parts/WaysOn.tsx";
import { wordsFor } from "./words/dictionaries.ts";

/** What happened in a topic, from the first story to the last. */
export interface TimelineProps {
  readonly frame: FrameProps;
  readonly topic: Way;
  readonly heading: string;
  readonly years: readonly TimelineYear[];
}

interface TimelineYear {
  readonly year: string;
  readonly events: readonly TimelineEvent[];
}

interface TimelineEvent extends MarkProps, PaidForProps {
  readonly time: PrintedTime;
  readonly headline: string;
  readonly standfirst: string;
  readonly url: SitePath;
  /** BCP 47, of a story in another language than the site. */
  readonly language?: string | undefined;
}

export const timeline: HtmlLayout<TimelineProps> = ({ frame, topic, heading, years }, { inlines }) => {
  const words = wordsFor(frame.language);
  return (
    <Frame frame={frame} inlines={inlines}>
      <header class="list-head">
        <p class="label">
          <a href={topic.url}>{topic.name}</a>
        </p>
        <h1>{heading}</h1>
      </header>
      {years.length === 0 && <p class="empty">{words.noStories}</p>}
      {years.map(({ year, events }) => (
        <section class="archive-month" aria-labelledby={`year-${year}_`}>
          <h2 id={`year-${year}_`} class="section-title">
            {year}
          </h2>
          <ol class="timeline">
            {events.map(({ time, headline, standfirst, url, language, mark, sponsored }) => (
              <li>
                <p class="card-meta">
                  <Time time={time} /> <Mark mark={mark} words={words} />
                  <PaidFor sponsored={sponsored} words={words} />
                </p>
                <h3 {...spokenIn(language)}>
                  <a href={url}>{headline}</a>
                </h3>
                <p {...spokenIn(language)}>{standfirst}</p>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Frame>
  );
};
