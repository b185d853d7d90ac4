import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { Banner, type BannerProps } from "./parts/Banner.tsx";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { NewsletterForm, type NewsletterProps } from "./parts/NewsletterForm.tsx";
import { StoryCard, type StoryCardProps } from "./parts/StoryCard.tsx";
import { StoryList } from "./parts/StoryList.tsx";
import { wordsFor } from "./words/dictionaries.ts";

export interface FrontProps {
  readonly frame: FrameProps;
  /** While news breaks. */
  readonly banner?: BannerProps | undefined;
  readonly lead?: StoryCardProps | undefined;
  /** Beside the lead, with their standfirsts. */
  readonly seconds: readonly StoryCardProps[];
  /** Headlines with their times. */
  readonly latest: readonly StoryCardProps[];
  readonly allStories: SitePath;
  readonly sections: readonly FrontSection[];
  readonly newsletter?: NewsletterProps | undefined;
}

interface FrontSection {
  readonly name: string;
  readonly url: SitePath;
  readonly stories: readonly StoryCardProps[];
}

export const front: HtmlLayout<FrontProps> = (props, { inlines }) => {
  const { frame, banner, lead, seconds, latest, allStories, sections, newsletter } = props;
  const words = wordsFor(frame.language);
  const firstWithPicture = (index: number) => (index === 0 ? "full" : "text");
  return (
    <Frame frame={frame} inlines={inlines}>
      {banner && <Banner {...banner} words={words} />}
      <div class="front-top">
        {lead ? (
          <StoryCard story={lead} size="lead" heading="h2" words={words} />
        ) : (
          <p class="empty">{words.noStories}</p>
        )}
        {seconds.length > 0 && (
          <div class="seconds">
            <StoryList stories={seconds} size={firstWithPicture} heading="h2" words={words} />
          </div>
        )}
        {latest.length > 0 && (
          <section class="latest" aria-labelledby="latest_">
            <h2 id="latest_" class="section-title">
              <a href={allStories}>{words.latest}</a>
            </h2>
            <StoryList stories={latest} size="brief" heading="h3" words={words} />
            <p class="more">
              <a href={allStories}>{words.allStories}</a>
            </p>
          </section>
        )}
      </div>
      <div class="front-sections">
        {sections.map(({ name, url, stories }) => (
          <section class="front-section" aria-label={name}>
            <h2 class="section-title">
              <a href={url}>{name}</a>
            </h2>
            <StoryList stories={stories} size={firstWithPicture} heading="h3" words={words} />
          </section>
        ))}
      </div>
      {newsletter && <NewsletterForm {...newsletter} words={words} />}
    </Frame>
  );
};
