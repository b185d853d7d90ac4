import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { StoryCard, type StoryCardProps } from "./parts/StoryCard.tsx";
import { StoryList } from "./parts/StoryList.tsx";
import { wordsFor } from "./words/dictionaries.ts";

export interface FrontProps {
  readonly frame: FrameProps;
  readonly lead?: StoryCardProps | undefined;
  readonly latest: readonly StoryCardProps[];
  readonly allStories: SitePath;
  readonly sections: readonly FrontSection[];
}

interface FrontSection {
  readonly name: string;
  readonly url: SitePath;
  readonly stories: readonly StoryCardProps[];
}

export const front: HtmlLayout<FrontProps> = ({ frame, lead, latest, allStories, sections }, { inlines }) => {
  const words = wordsFor(frame.language);
  return (
    <Frame frame={frame} inlines={inlines}>
      <div class="front-top">
        {lead ? (
          <StoryCard story={lead} size="lead" heading="h2" words={words} />
        ) : (
          <p class="empty">{words.noStories}</p>
        )}
        {latest.length > 0 && (
          <section class="latest" aria-labelledby="latest_">
            <h2 id="latest_" class="section-title">
              <a href={allStories}>{words.latest}</a>
            </h2>
            <StoryList stories={latest} size="brief" heading="h3" words={words} />
          </section>
        )}
      </div>
      {sections.map(({ name, url, stories }) => (
        <section class="front-section" aria-label={name}>
          <h2 class="section-title">
            <a href={url}>{name}</a>
          </h2>
          <StoryList stories={stories} size="full" heading="h3" words={words} />
        </section>
      ))}
    </Frame>
  );
};
