import type { PrintedTime } from "../../src/model/time.ts";
import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";
import { Img, type ImgProps } from "./Img.tsx";
import { Mark, type MarkProps } from "./Mark.tsx";
import { PaidFor, type PaidForProps } from "./PaidFor.tsx";
import { spokenIn } from "./spoken.ts";
import { Time } from "./Time.tsx";

export interface StoryCardProps {
  readonly url: SitePath;
  readonly headline: string;
  readonly standfirst: string;
  readonly section: { readonly name: string; readonly url: SitePath };
  readonly time: PrintedTime;
  readonly image?: ImgProps | undefined;
  readonly mark?: MarkProps["mark"];
  readonly sponsored?: PaidForProps["sponsored"];
  /** BCP 47, of a story in another language than the site. */
  readonly language?: string | undefined;
}

/** How much of a story a card shows: "picture" leaves out the standfirst, "text" the picture, and "brief" both. */
export type CardSize = "lead" | "full" | "picture" | "text" | "brief";

interface CardProps {
  readonly story: StoryCardProps;
  readonly size: CardSize;
  readonly heading: "h2" | "h3";
  readonly words: Words;
}

export function StoryCard({ story, size, heading, words }: CardProps) {
  const Heading = heading;
  const hasPicture = size === "lead" || size === "full" || size === "picture";
  const hasStandfirst = size !== "picture" && size !== "brief";
  const spoken = spokenIn(story.language);
  return (
    <article class={`card card-${size === "picture" ? "full" : size}`}>
      {/* The headline's link covers the card, and the headline says what the picture is of. */}
      {hasPicture && story.image && <Img image={{ ...story.image, alt: "" }} first={size === "lead"} />}
      <div class="card-text">
        <p class="card-meta">
          <a href={story.section.url}>{story.section.name}</a> <Time time={story.time} />{" "}
          <Mark mark={story.mark} words={words} />
          <PaidFor sponsored={story.sponsored} words={words} />
        </p>
        <Heading class="headline" {...spoken}>
          <a href={story.url}>{story.headline}</a>
        </Heading>
        {hasStandfirst && (
          <p class="card-standfirst" {...spoken}>
            {story.standfirst}
          </p>
        )}
      </div>
    </article>
  );
}
