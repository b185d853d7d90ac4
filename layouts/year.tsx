import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import type { StoryCardProps } from "./parts/StoryCard.tsx";
import { StoryCount } from "./parts/StoryCount.tsx";
import { StoryList } from "./parts/StoryList.tsx";

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

export const year: HtmlLayout<YearProps> = ({ frame, heading, months }) => (
  <Frame frame={frame}>
    <header class="list-head">
      <p class="label">Archive</p>
      <h1>{heading}</h1>
    </header>
    {months.map(({ name, url, storyCount, newest }) => (
      <section class="archive-month" aria-label={name}>
        <h2 class="section-title">
          <a href={url}>{name}</a> <StoryCount count={storyCount} />
        </h2>
        <StoryList stories={newest} size="brief" heading="h3" />
      </section>
    ))}
  </Frame>
);
