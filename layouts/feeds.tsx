import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { NewsletterForm, type NewsletterProps } from "./parts/NewsletterForm.tsx";
import { wordsFor } from "./words/dictionaries.ts";

export interface FeedsProps {
  readonly frame: FrameProps;
  readonly site: OfferedFeed;
  /** Those of the lists, by their sorts. */
  readonly groups: readonly { readonly heading: string; readonly feeds: readonly OfferedFeed[] }[];
  readonly newsletter?: NewsletterProps | undefined;
}

/** A choice of stories, in every format that it comes in. */
export interface OfferedFeed {
  readonly name: string;
  /** The address is absolute, to be copied. */
  readonly formats: readonly { readonly name: string; readonly url: string }[];
}

/** What a feed is, for people who have never heard of one, and which there are. */
export const feeds: HtmlLayout<FeedsProps> = ({ frame, site, groups, newsletter }, { inlines }) => {
  const words = wordsFor(frame.language);
  const { heading, howToUse } = words.feedsPage;
  return (
    <Frame frame={frame} inlines={inlines}>
      <header class="list-head">
        <h1>{heading}</h1>
        <p class="description">{howToUse}</p>
      </header>
      <section class="feed">
        <h2>{site.name}</h2>
        <dl>
          {site.formats.map(({ name, url }) => (
            <>
              <dt>{name}</dt>
              <dd>
                <a href={url} dir="ltr">
                  {url}
                </a>
              </dd>
            </>
          ))}
        </dl>
      </section>
      {groups.map(({ heading, feeds }) => (
        <section class="feed">
          <h2>{heading}</h2>
          <ul>
            {feeds.map(({ name, formats }) => (
              <li>
                <span>{name}</span>
                {formats.map((format) => (
                  <>
                    {" "}
                    {/* In a list of links each says what it is of. */}
                    <a href={format.url} aria-label={`${name} ${format.name}`}>
                      {format.name}
                    </a>
                  </>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {newsletter && <NewsletterForm {...newsletter} words={words} />}
    </Frame>
  );
};
