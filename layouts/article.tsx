import type { BodyHash, Heading } from "../src/model/newsroom.ts";
import type { PrintedTime } from "../src/model/time.ts";
import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { AboutTheAuthor, type AuthorProps } from "./parts/AboutTheAuthor.tsx";
import { Byline, type BylineProps } from "./parts/Byline.tsx";
import { ContentsList } from "./parts/ContentsList.tsx";
import { Cover, type CoverProps } from "./parts/Cover.tsx";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { Mark, type MarkProps } from "./parts/Mark.tsx";
import { Prose } from "./parts/Prose.tsx";
import { type SourceProps, Sources } from "./parts/Sources.tsx";
import type { StoryCardProps } from "./parts/StoryCard.tsx";
import { StoryList } from "./parts/StoryList.tsx";
import { TagList, type TagListProps } from "./parts/TagList.tsx";
import { Time } from "./parts/Time.tsx";
import { wordsFor } from "./words/dictionaries.ts";
import type { Words } from "./words/words.ts";

export interface ArticleProps {
  readonly frame: FrameProps;
  readonly mark?: MarkProps["mark"];
  readonly section: { readonly name: string; readonly url: SitePath };
  /** BCP 47, of a story in another language than the site. */
  readonly language?: string | undefined;
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: BylineProps["authors"];
  readonly place?: string | undefined;
  readonly published: PrintedTime;
  readonly minutesToRead: number;
  readonly updated?: PrintedTime | undefined;
  readonly cover?: CoverProps | undefined;
  readonly contents: readonly Heading[];
  readonly body: BodyHash;
  readonly sources: readonly SourceProps[];
  readonly tags: TagListProps["tags"];
  readonly authors: readonly AuthorProps[];
  readonly earlier?: StoryLink | undefined;
  readonly later?: StoryLink | undefined;
  readonly related: readonly StoryCardProps[];
}

interface StoryLink extends MarkProps {
  readonly headline: string;
  readonly url: SitePath;
}

export const article: HtmlLayout<ArticleProps> = (props, { bodies, inlines }) => {
  const { language } = props.frame;
  const words = wordsFor(language);
  return (
    <Frame frame={props.frame} inlines={inlines}>
      <article class="story">
        <header class="story-head">
          <p class="label">
            <a href={props.section.url}>{props.section.name}</a> <Mark mark={props.mark} words={words} />
          </p>
          <h1>{props.headline}</h1>
          <p class="standfirst">{props.standfirst}</p>
          <Byline authors={props.byline} language={language} words={words} />
          <p class="dateline">
            {props.place && <span class="place">{props.place}, </span>}
            <Time time={props.published} />
          </p>
          {props.updated && (
            <p class="updated">
              {words.updated} <Time time={props.updated} />
            </p>
          )}
        </header>
        {props.cover && <Cover {...props.cover} />}
        <ContentsList headings={props.contents} words={words} />
        <Prose body={props.body} bodies={bodies} />
        <Sources sources={props.sources} words={words} />
        <TagList tags={props.tags} words={words} />
        <AboutTheAuthor authors={props.authors} bodies={bodies} language={language} words={words} />
      </article>
      <Neighbours earlier={props.earlier} later={props.later} words={words} />
      {props.related.length > 0 && (
        <section class="related" aria-labelledby="related_">
          <h2 id="related_">{words.related}</h2>
          <StoryList stories={props.related} size="full" heading="h3" words={words} />
        </section>
      )}
    </Frame>
  );
};

function Neighbours({ earlier, later, words }: Pick<ArticleProps, "earlier" | "later"> & { words: Words }) {
  if (!earlier && !later) return null;
  return (
    <nav class="neighbours" aria-label={words.neighbours}>
      {earlier && (
        <a class="earlier" href={earlier.url} rel="prev">
          <span>{words.earlier}</span> {earlier.headline} <Mark mark={earlier.mark} words={words} />
        </a>
      )}
      {later && (
        <a class="later" href={later.url} rel="next">
          <span>{words.later}</span> {later.headline} <Mark mark={later.mark} words={words} />
        </a>
      )}
    </nav>
  );
}
