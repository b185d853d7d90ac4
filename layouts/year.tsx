import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import type { StoryCardProps } from "./parts/StoryCard.tsx";
import { StoryCount } from "./parts/StoryCount.tsx";
import { StoryList } from "./parts/StoryList.tsx";
import { wordsFor } from "./words/dictionaries.ts";

/** A year of the archive: its months, each with its newest stories. */
export interface YearProps {
  readonly frame: FrameProps;
  readonly heading: string;
  readonly months: readonly YearMonth[];
}

interface YearMonth {
  readonly name: string;
  readonly url: SitePath;
  readonly storyCount: number;
  readonly newest: readonly StoryCardProps[];
}

export const year: HtmlLayout<YearProps> = ({ frame, heading, months }, { inlines }) => {
  const words = wordsFor(frame.language);
  return (
    <Frame frame={frame} inlines={inlines}>
      <header class="list-head">
        <p class="label">{words.archive}</p>
        <h1>{heading}</h1>
      </header>
      {months.map(({ name, url, storyCount, newest }) => (
        <section class="archive-month" aria-label={name}>
          <h2 class="section-title">
            <a href={url}>{name}</a> <StoryCount count={storyCount} words={words} />
          </h2>
          <StoryList stories={newest} size="brief" heading="h3" words={words} />
        </section>
      ))}
    </Frame>
  );
};
