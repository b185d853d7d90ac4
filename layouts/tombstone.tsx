import type { PrintedTime } from "../src/model/time.ts";
import type { HtmlLayout } from "./layout.ts";
import { Byline, type BylineProps } from "./parts/Byline.tsx";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { spokenIn } from "./parts/spoken.ts";
import { Time } from "./parts/Time.tsx";
import { type Way, WaysOn } from "./parts/WaysOn.tsx";
import { wordsFor } from "./words/dictionaries.ts";

/** What stands in the place of a story that was taken back. */
export interface TombstoneProps {
  readonly frame: FrameProps;
  readonly headline: string;
  /** BCP 47, of a story in another language than the site. */
  readonly language?: string | undefined;
  readonly byline: BylineProps["authors"];
  readonly published: PrintedTime;
  readonly retracted: PrintedTime;
  readonly reason: string;
  readonly ways: readonly Way[];
}

export const tombstone: HtmlLayout<TombstoneProps> = (props, { inlines }) => {
  const { frame, headline, byline, published, retracted, reason, ways } = props;
  const words = wordsFor(frame.language);
  const spoken = spokenIn(props.language);
  return (
    <Frame frame={frame} inlines={inlines}>
      <article class="story">
        <header class="story-head">
          <strong class="mark">{words.corrections.retracted}</strong>
          <h1 {...spoken}>{headline}</h1>
          <p class="standfirst">{words.corrections.takenBack(headline)}</p>
          <div class="story-facts">
            <Byline authors={byline} language={frame.language} words={words} />
            <p class="dateline">
              {words.corrections.firstPublished} <Time time={published} />
            </p>
            <p class="updated">
              {words.corrections.retracted} <Time time={retracted} />
            </p>
          </div>
        </header>
        <div class="prose">
          <p {...spoken}>{reason}</p>
          <WaysOn ways={ways} />
        </div>
      </article>
    </Frame>
  );
};
