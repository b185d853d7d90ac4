import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { wordsFor } from "./words/dictionaries.ts";

export interface OfflineProps {
  readonly frame: FrameProps;
}

/** Shown by the worker in place of a page that was not kept. A script adds the stories that were. */
export const offline: HtmlLayout<OfflineProps> = ({ frame }, { inlines }) => {
  const { heading, advice, tryAgain, kept } = wordsFor(frame.language).offlinePage;
  return (
    <Frame frame={frame} inlines={inlines}>
      <header class="list-head">
        <h1>{heading}</h1>
        <p class="description">{advice}</p>
        <ul class="ways-on">
          <li>
            {/* The worker shows this page at the address that the reader wanted, and all of those end in a slash. */}
            <a href=".">{tryAgain}</a>
          </li>
        </ul>
      </header>
      <section class="kept" aria-labelledby="kept_" data-kept hidden>
        <h2 id="kept_" class="section-title">
          {kept}
        </h2>
        <ul />
      </section>
    </Frame>
  );
};
