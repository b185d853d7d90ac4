import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { spokenIn } from "./parts/spoken.ts";
import { type ThreadProps, Threads } from "./parts/Threads.tsx";
import { wordsFor } from "./words/dictionaries.ts";

/** Replies to a story that do not stand under it. */
export interface CommentsPageProps {
  readonly frame: FrameProps;
  readonly heading: string;
  readonly headline: string;
  /** The story's. */
  readonly url: SitePath;
  /** BCP 47, of a story in another language than the site. */
  readonly language?: string | undefined;
  /** Newest first. */
  readonly threads: readonly ThreadProps[];
  /** Which reply stands on which page. */
  readonly places: SitePath;
  /** The next page, or the replies under the story. */
  readonly newer: SitePath;
  readonly older?: SitePath | undefined;
  /** The form, on the story's page; absent when the story takes no more. */
  readonly form?: SitePath | undefined;
}

export const comments: HtmlLayout<CommentsPageProps> = ({ frame, threads, places, ...props }, { inlines }) => {
  const words = wordsFor(frame.language);
  const { newer, older, leave, closed } = words.comments;
  return (
    <Frame frame={frame} inlines={inlines}>
      <div class="comments" data-places={places}>
        <h1>{props.heading}</h1>
        <p class="description" {...spokenIn(props.language)}>
          <a href={props.url}>{props.headline}</a>
        </p>
        <Threads threads={threads} canAnswer={false} words={words} />
        <p class="ways">
          <a href={props.newer}>{newer}</a> {props.older && <a href={props.older}>{older}</a>}
        </p>
        <p>{props.form ? <a href={props.form}>{leave}</a> : closed}</p>
      </div>
    </Frame>
  );
};
