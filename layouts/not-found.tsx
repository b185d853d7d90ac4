import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";

export interface NotFoundProps {
  readonly frame: FrameProps;
  readonly front: SitePath;
  readonly search: SitePath;
  readonly allStories: SitePath;
}

export const notFound: HtmlLayout<NotFoundProps> = ({ frame, front, search, allStories }) => (
  <Frame frame={frame}>
    <header class="list-head">
      <p class="label">404</p>
      <h1>There is no page at this address</h1>
      <p class="description">
        The address may have a slip in it, or the page has gone. Try the <a href={front}>front page</a>,{" "}
        <a href={allStories}>all stories</a> or the <a href={search}>search</a>.
      </p>
    </header>
  </Frame>
);
