import type { PrintedTime } from "../../src/model/time.ts";
import type { Words } from "../words/words.ts";
import { Byline, type BylineProps } from "./Byline.tsx";
import { Mark, type MarkProps } from "./Mark.tsx";
import { PaidFor, type PaidForProps } from "./PaidFor.tsx";
import type { SeriesNoteProps } from "./SeriesNote.tsx";
import { Share, type ShareProps } from "./Share.tsx";
import type { Spoken } from "./spoken.ts";
import { Time } from "./Time.tsx";

export interface StoryHeadProps extends MarkProps, PaidForProps {
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: BylineProps["authors"];
  /** The writer's ties to whom the story is about. */
  readonly disclosure?: string | undefined;
  readonly series?: SeriesNoteProps | undefined;
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
      <PaidFor sponsored={story.sponsored} words={words} />
      {story.series && (
        <p class="label">
          <a href={story.series.url}>{story.series.name}</a> · {words.series.part(story.series.part, story.series.of)}
        </p>
      )}
      <h1 {...spoken}>{story.headline}</h1>
      <p class="standfirst" {...spoken}>
        {story.standfirst}
      </p>
      <div class="story-facts">
        <Byline authors={story.byline} language={siteLanguage} words={words} />
        {story.disclosure && (
          <p class="disclosure">
            {words.sponsored.disclosure} <span {...spoken}>{story.disclosure}</span>
          </p>
        )}
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
