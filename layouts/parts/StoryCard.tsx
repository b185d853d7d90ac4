import type { PrintedTime } from "../../src/model/time.ts";
import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";
import { Img, type ImgProps } from "./Img.tsx";
import { Mark, type MarkProps } from "./Mark.tsx";
import { Time } from "./Time.tsx";

export interface StoryCardProps {
  readonly url: SitePath;
  readonly headline: string;
  readonly standfirst: string;
  readonly section: { readonly name: string; readonly url: SitePath };
  readonly time: PrintedTime;
  readonly image?: ImgProps | undefined;
  readonly mark?: MarkProps["mark"];
  /** BCP 47, of a story in another language than the site. */
  readonly language?: string | undefined;
}

/** How much of a story a card shows. */
export type CardSize = "lead" | "full" | "brief";

interface CardProps {
  readonly story: StoryCardProps;
  readonly size: CardSize;
  readonly heading: "h2" | "h3";
  readonly words: Words;
}

export function StoryCard({ story, size, heading, words }: CardProps) {
  const Heading = heading;
  return (
    <article class={`card card-${size}`}>
      {/* The headline's link covers the card, and the headline says what the picture is of. */}
      {size !== "brief" && story.image && <Img image={{ ...story.image, alt: "" }} first={size === "lead"} />}
      <div class="card-text">
        <p class="label">
          <a href={story.section.url}>{story.section.name}</a> <Mark mark={story.mark} words={words} />
        </p>
        <Heading class="headline">
          <a href={story.url}>{story.headline}</a>
        </Heading>
        {size !== "brief" && <p class="card-standfirst">{story.standfirst}</p>}
        <p class="card-time">
          <Time time={story.time} />
        </p>
      </div>
    </article>
  );
}
