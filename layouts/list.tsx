import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { Pager, type PagerProps } from "./parts/Pager.tsx";
import type { StoryCardProps } from "./parts/StoryCard.tsx";
import { StoryCount } from "./parts/StoryCount.tsx";
import { StoryList } from "./parts/StoryList.tsx";
import { type Way, WaysOn } from "./parts/WaysOn.tsx";
import { wordsFor } from "./words/dictionaries.ts";

/** Stories under one heading: all of them, a section's, a tag's or a month's. */
export interface ListProps {
  readonly frame: FrameProps;
  /** What sort of list it is: "Section", "Topic", "Archive". */
  readonly label: string;
  readonly heading: string;
  readonly description?: string | undefined;
  /** How many stories the list holds in all, where the list's page may say so. */
  readonly count?: number | undefined;
  /** Other views of the same stories. */
  readonly ways: readonly Way[];
  readonly stories: readonly StoryCardProps[];
  readonly pager: PagerProps;
  /** The years of the archive, on the list of all stories. */
  readonly years: readonly { readonly name: string; readonly url: SitePath }[];
}

export const list: HtmlLayout<ListProps> = (props, { inlines }) => {
  const { frame, label, heading, description, count, ways, stories, pager, years } = props;
  const words = wordsFor(frame.language);
  return (
    <Frame frame={frame} inlines={inlines}>
      <header class="list-head">
        <p class="label">{label}</p>
        <h1>{heading}</h1>
        {description && <p class="description">{description}</p>}
        {count !== undefined && <StoryCount count={count} words={words} />}
        {ways.length > 0 && <WaysOn ways={ways} />}
        {years.length > 0 && (
          <nav class="years" aria-label={words.archiveByYear}>
            <ul>
              {years.map(({ name, url }) => (
                <li>
                  <a href={url}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <StoryList stories={stories} size="full" heading="h2" words={words} />
      <Pager {...pager} words={words} />
    </Frame>
  );
};
