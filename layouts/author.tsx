import type { HtmlLayout } from "./layout.ts";
import { AuthorFacts, type AuthorProps } from "./parts/AboutTheAuthor.tsx";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { Img } from "./parts/Img.tsx";
import { Pager, type PagerProps } from "./parts/Pager.tsx";
import { Prose } from "./parts/Prose.tsx";
import type { StoryCardProps } from "./parts/StoryCard.tsx";
import { StoryCount } from "./parts/StoryCount.tsx";
import { StoryList } from "./parts/StoryList.tsx";
import { wordsFor } from "./words/dictionaries.ts";

export interface AuthorPageProps {
  readonly frame: FrameProps;
  readonly author: AuthorProps;
  /** How many stories the author has written, on the first page of the list. */
  readonly storyCount?: number | undefined;
  readonly stories: readonly StoryCardProps[];
  readonly pager: PagerProps;
}

export const author: HtmlLayout<AuthorPageProps> = (
  { frame, author, storyCount, stories, pager },
  { bodies, inlines },
) => {
  const words = wordsFor(frame.language);
  return (
    <Frame frame={frame} inlines={inlines}>
      <header class="author author-head">
        {author.picture && <Img image={author.picture} first />}
        <div>
          <p class="label">{words.author}</p>
          <h1>{author.name}</h1>
          <AuthorFacts author={author} language={frame.language} words={words} />
          <Prose body={author.biography} bodies={bodies} language={frame.language} />
          {author.links.length > 0 && (
            <ul class="author-links">
              {author.links.map(({ name, url }) => (
                <li>
                  <a rel="me" href={url}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          )}
          {storyCount !== undefined && <StoryCount count={storyCount} words={words} />}
        </div>
      </header>
      <StoryList stories={stories} size="full" heading="h2" words={words} />
      <Pager {...pager} words={words} />
    </Frame>
  );
};
