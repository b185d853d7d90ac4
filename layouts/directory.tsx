import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { StoryCount } from "./parts/StoryCount.tsx";
import { wordsFor } from "./words/dictionaries.ts";

/** Everything of a sort, by name: all topics, all authors. */
export interface DirectoryProps {
  readonly frame: FrameProps;
  readonly heading: string;
  readonly entries: readonly DirectoryEntry[];
}

interface DirectoryEntry {
  readonly name: string;
  readonly url: SitePath;
  readonly description?: string | undefined;
  readonly storyCount: number;
}

export const directory: HtmlLayout<DirectoryProps> = ({ frame, heading, entries }, { inlines }) => {
  const words = wordsFor(frame.language);
  return (
    <Frame frame={frame} inlines={inlines}>
      <header class="list-head">
        <h1>{heading}</h1>
      </header>
      {entries.length === 0 && <p class="empty">{words.noneYet}</p>}
      <ul class="directory">
        {entries.map(({ name, url, description, storyCount }) => (
          <li>
            <h2>
              <a href={url}>{name}</a>
            </h2>
            {description && <p>{description}</p>}
            <StoryCount count={storyCount} words={words} />
          </li>
        ))}
      </ul>
    </Frame>
  );
};
