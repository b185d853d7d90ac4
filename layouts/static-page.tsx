import type { BodyHash } from "../src/model/newsroom.ts";
import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { Prose } from "./parts/Prose.tsx";

export interface StaticPageProps {
  readonly frame: FrameProps;
  readonly heading: string;
  readonly body: BodyHash;
}

export const staticPage: HtmlLayout<StaticPageProps> = ({ frame, heading, body }, { bodies, inlines }) => (
  <Frame frame={frame} inlines={inlines}>
    <article class="story static-page">
      <header class="story-head">
        <h1>{heading}</h1>
      </header>
      <Prose body={body} bodies={bodies} language={frame.language} />
    </article>
  </Frame>
);
