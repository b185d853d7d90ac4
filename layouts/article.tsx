import type { VNode } from "preact";
import { keyPointsApart } from "../src/model/forms.ts";
import type { Inserts } from "../src/model/inserts.ts";
import type { BodyHash, Heading } from "../src/model/newsroom.ts";
import type { SitePath } from "../src/model/urls.ts";
import { languageOfText, Text } from "./forms/forms.tsx";
import type { HtmlLayout } from "./layout.ts";
import { AboutTheAuthor, type AuthorProps } from "./parts/AboutTheAuthor.tsx";
import { Breadcrumbs } from "./parts/Breadcrumbs.tsx";
import { Comments, type CommentsProps } from "./parts/Comments.tsx";
import { ContentsList } from "./parts/ContentsList.tsx";
import { type CorrectionProps, Corrections } from "./parts/Corrections.tsx";
import { Cover, type CoverProps } from "./parts/Cover.tsx";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { MoreOn } from "./parts/MoreOn.tsx";
import { Neighbours, type NeighboursProps } from "./parts/Neighbours.tsx";
import { NewsletterForm, type NewsletterProps } from "./parts/NewsletterForm.tsx";
import { Prose } from "./parts/Prose.tsx";
import { SeriesNote } from "./parts/SeriesNote.tsx";
import { type SourceProps, Sources } from "./parts/Sources.tsx";
import type { StoryCardProps } from "./parts/StoryCard.tsx";
import { StoryHead, type StoryHeadProps } from "./parts/StoryHead.tsx";
import { StoryList } from "./parts/StoryList.tsx";
import { spokenIn } from "./parts/spoken.ts";
import { TagList, type TagListProps } from "./parts/TagList.tsx";
import type { Way } from "./parts/WaysOn.tsx";
import { wordsFor } from "./words/dictionaries.ts";

export interface ArticleProps extends StoryHeadProps {
  readonly frame: FrameProps;
  /** From the front page to the section. */
  readonly breadcrumbs: readonly Way[];
  /** BCP 47, of a story in another language than the site. */
  readonly language?: string | undefined;
  readonly cover?: CoverProps | undefined;
  readonly contents: readonly Heading[];
  readonly body: BodyHash;
  /** Newest first. */
  readonly corrections: readonly CorrectionProps[];
  /** Where the story shows what changed in it. */
  readonly changes?: SitePath | undefined;
  readonly sources: readonly SourceProps[];
  readonly tags: TagListProps["tags"];
  readonly authors: readonly AuthorProps[];
  /** Absent where readers neither reply nor may. */
  readonly comments?: CommentsProps | undefined;
  readonly neighbours: NeighboursProps;
  readonly related: readonly StoryCardProps[];
  /** The topic that the story and most of its related stories share. */
  readonly topic?: Way | undefined;
  readonly newsletter?: NewsletterProps | undefined;
}

export const article: HtmlLayout<ArticleProps> = (props, inserts) =>
  storyPage(
    props,
    inserts,
    <Prose
      body={props.body}
      bodies={inserts.bodies}
      language={props.frame.language}
      spoken={spokenIn(props.language)}
      keyPointsApart
    />,
  );

/** The page of a story, whatever its text looks like. */
export function storyPage(props: ArticleProps, { bodies, inlines }: Inserts, text: VNode): VNode {
  const { frame, topic } = props;
  const { language } = frame;
  const words = wordsFor(language);
  const spoken = spokenIn(props.language);
  const { keyPoints } = keyPointsApart(bodies.get(props.body) ?? "");
  return (
    <Frame frame={frame} inlines={inlines}>
      <article class="story">
        <Breadcrumbs ways={props.breadcrumbs} words={words} />
        <StoryHead {...props} spoken={spoken} siteLanguage={language} words={words} />
        {keyPoints !== "" && (
          <div class="prose" {...spoken}>
            <Text html={keyPoints} text={languageOfText(language, props.language)} />
          </div>
        )}
        {props.cover && <Cover {...props.cover} />}
        <ContentsList headings={props.contents} words={words} />
        {text}
        <Corrections corrections={props.corrections} changes={props.changes} spoken={spoken} words={words} />
        <Sources sources={props.sources} words={words} />
        <TagList tags={props.tags} words={words} />
        <AboutTheAuthor authors={props.authors} bodies={bodies} language={language} words={words} />
        {frame.head.canonical && (
          <p class="printed-from">
            {words.printedFrom} {frame.masthead.siteName}, {frame.head.canonical}
          </p>
        )}
      </article>
      {props.comments && <Comments {...props.comments} words={words} />}
      {props.newsletter && <NewsletterForm {...props.newsletter} words={words} />}
      {props.series && <SeriesNote series={props.series} words={words} />}
      <Neighbours {...props.neighbours} words={words} />
      {props.related.length > 0 && (
        <section class="related" aria-labelledby="related_">
          <h2 id="related_" class="section-title">
            {words.related}
          </h2>
          <StoryList stories={props.related} size="picture" heading="h3" words={words} />
          {topic && <MoreOn topic={topic} words={words} />}
        </section>
      )}
    </Frame>
  );
}
