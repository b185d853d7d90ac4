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

export interface ArticleProps {
  readonly frame: FrameProps;
  readonly mark?: MarkProps["mark"];
  readonly section: { readonly name: string; readonly url: SitePath };
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: BylineProps["authors"];
  readonly place?: string | undefined;
  readonly published: PrintedTime;
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

export const article: HtmlLayout<ArticleProps> = (props, bodies) => (
  <Frame frame={props.frame}>
    <article class="story">
      <header class="story-head">
        <p class="label">
          <a href={props.section.url}>{props.section.name}</a> <Mark mark={props.mark} />
        </p>
        <h1>{props.headline}</h1>
        <p class="standfirst">{props.standfirst}</p>
        <Byline authors={props.byline} />
        <p class="dateline">
          {props.place && <span class="place">{props.place}, </span>}
          <Time time={props.published} />
        </p>
        {props.updated && (
          <p class="updated">
            Updated <Time time={props.updated} />
          </p>
        )}
      </header>
      {props.cover && <Cover {...props.cover} />}
      <ContentsList headings={props.contents} />
      <Prose body={props.body} bodies={bodies} />
      <Sources sources={props.sources} />
      <TagList tags={props.tags} />
      <AboutTheAuthor authors={props.authors} bodies={bodies} />
    </article>
    <Neighbours earlier={props.earlier} later={props.later} />
    {props.related.length > 0 && (
      <section class="related" aria-labelledby="related_">
        <h2 id="related_">Related stories</h2>
        <StoryList stories={props.related} size="full" heading="h3" />
      </section>
    )}
  </Frame>
);

function Neighbours({ earlier, later }: Pick<ArticleProps, "earlier" | "later">) {
  if (!earlier && !later) return null;
  return (
    <nav class="neighbours" aria-label="Earlier and later stories">
      {earlier && (
        <a class="earlier" href={earlier.url} rel="prev">
          <span>Earlier</span> {earlier.headline} <Mark mark={earlier.mark} />
        </a>
      )}
      {later && (
        <a class="later" href={later.url} rel="next">
          <span>Later</span> {later.headline} <Mark mark={later.mark} />
        </a>
      )}
    </nav>
  );
}
