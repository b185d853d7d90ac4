import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { type Way, WaysOn } from "./parts/WaysOn.tsx";
import { wordsFor } from "./words/dictionaries.ts";

export interface NotFoundProps {
  readonly frame: FrameProps;
  readonly ways: readonly Way[];
}

export const notFound: HtmlLayout<NotFoundProps> = ({ frame, ways }, { inlines }) => {
  const { heading, advice } = wordsFor(frame.language).notFound;
  return (
    <Frame frame={frame} inlines={inlines}>
      <header class="list-head">
        <p class="label">404</p>
        <h1>{heading}</h1>
        <p class="description">{advice}</p>
        <WaysOn ways={ways} />
      </header>
    </Frame>
  );
};
