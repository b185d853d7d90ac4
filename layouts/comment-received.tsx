import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { type Way, WaysOn } from "./parts/WaysOn.tsx";
import { wordsFor } from "./words/dictionaries.ts";

export interface CommentReceivedProps {
  readonly frame: FrameProps;
  /** Where the way back to the story leads until a script has shown it. */
  readonly home: SitePath;
  readonly ways: readonly Way[];
}

/** Shown when a reply was sent. Which story it was to, the browser alone knows: a script leads back there. */
export const commentReceived: HtmlLayout<CommentReceivedProps> = ({ frame, home, ways }, { inlines }) => {
  const { heading, waits, emailUnpublished, backToStory } = wordsFor(frame.language).comments.received;
  return (
    <Frame frame={frame} inlines={inlines}>
      <header class="list-head">
        <h1>{heading}</h1>
        <p class="description">
          {waits} {emailUnpublished}
        </p>
        <ul class="ways-on" data-back hidden>
          <li>
            <a href={home}>{backToStory}</a>
          </li>
        </ul>
        <WaysOn ways={ways} />
      </header>
    </Frame>
  );
};
