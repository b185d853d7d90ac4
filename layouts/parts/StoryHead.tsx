import type { PrintedTime } from "../../src/model/time.ts";
import type { Words } from "../words/words.ts";
import { Byline, type BylineProps } from "./Byline.tsx";
import { Mark, type MarkProps } from "./Mark.tsx";
import { Share, type ShareProps } from "./Share.tsx";
import type { Spoken } from "./spoken.ts";
import { Time } from "./Time.tsx";

export interface StoryHeadProps extends MarkProps {
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: BylineProps["authors"];
  readonly place?: string | undefined;
  readonly published: PrintedTime;
  readonly updated?: PrintedTime | undefined;
  /** When a mistake was last put right. */
  readonly corrected?: PrintedTime | undefined;
  readonly minutesToRead: number;
  readonly share: ShareProps;
}

type StoryHeadInput = StoryHeadProps & {
  readonly spoken: Spoken;
  readonly siteLanguage: string;
  readonly words: Words;
};

/** What stands above a story: headline, standfirst, and who wrote it, where and when. */
export function StoryHead({ spoken, siteLanguage, words, ...story }: StoryHeadInput) {
  return (
    <header class="story-head">
      <Mark mark={story.mark} words={words} />
      <h1 {...spoken}>{story.headline}</h1>
      <p class="standfirst" {...spoken}>
        {story.standfirst}
      </p>
      <div class="story-facts">
        <Byline authors={story.byline} language={siteLanguage} words={words} />
        <p class="dateline">
          {story.place && <span class="place">{words.placed(story.place)}</span>}
          <Time time={story.published} /> <span class="reading-time">{words.minutesToRead(story.minutesToRead)}</span>
        </p>
        {story.updated && (
          <p class="updated">
            {words.updated} <Time time={story.updated} />
          </p>
        )}
        {story.corrected && (
          <p class="updated">
            {words.corrections.corrected}{" "}
            <a href="#corrections_">
              <Time time={story.corrected} />
            </a>
          </p>
        )}
        <Share {...story.share} words={words} />
      </div>
    </header>
  );
}
