import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { NewsletterForm, type NewsletterProps } from "./parts/NewsletterForm.tsx";
import { wordsFor } from "./words/dictionaries.ts";

export interface FeedsProps {
  readonly frame: FrameProps;
  readonly feeds: readonly OfferedFeed[];
  readonly newsletter?: NewsletterProps | undefined;
}

/** A choice of stories, in every format that it comes in. */
export interface OfferedFeed {
  readonly name: string;
  /** The address is absolute, to be copied. */
  readonly formats: readonly { readonly name: string; readonly url: string }[];
}

/** What a feed is, for people who have never heard of one, and which there are. */
export const feeds: HtmlLayout<FeedsProps> = ({ frame, feeds, newsletter }, { inlines }) => {
  const words = wordsFor(frame.language);
  const { heading, howToUse } = words.feedsPage;
  return (
    <Frame frame={frame} inlines={inlines}>
      <header class="list-head">
        <h1>{heading}</h1>
        <p class="description">{howToUse}</p>
      </header>
      {feeds.map(({ name, formats }) => (
        <section class="feed">
          <h2>{name}</h2>
          <dl>
            {formats.map((format) => (
              <>
                <dt>{format.name}</dt>
                <dd>
                  <a href={format.url} dir="ltr">
                    {format.url}
                  </a>
                </dd>
              </>
            ))}
          </dl>
        </section>
      ))}
      {newsletter && <NewsletterForm {...newsletter} words={words} />}
    </Frame>
  );
};
