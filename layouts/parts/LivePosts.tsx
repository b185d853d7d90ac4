import type { PrintedTime } from "../../src/model/time.ts";
import type { SitePath } from "../../src/model/urls.ts";
import { languageOfText, Text, type TextLanguage } from "../forms/forms.tsx";
import type { Words } from "../words/words.ts";
import { type CutPost, cutPosts } from "./cut-posts.ts";
import { KeyEvents } from "./KeyEvents.tsx";
import { NewPosts } from "./NewPosts.tsx";
import type { Spoken } from "./spoken.ts";
import { Time } from "./Time.tsx";

export interface LivePostProps {
  readonly id: string;
  readonly title: string;
  /** Of the clock. */
  readonly time: PrintedTime;
  /** Of a key event, as the list of them gives it; absent for any other post. */
  readonly keyTime?: PrintedTime | undefined;
  /** Where it is another than above. */
  readonly day?: PrintedTime | undefined;
}

interface LivePostsProps {
  /** The rendered text. */
  readonly html: string;
  /** Of the page, BCP 47. */
  readonly language: string;
  readonly posts: readonly LivePostProps[];
  /** What says which posts there are by now; absent when no more are to come. */
  readonly updates?: SitePath | undefined;
  readonly spoken: Spoken;
  readonly words: Words;
}

/** The text of a live story, post by post. */
export function LivePosts({ html, language, posts, updates, spoken, words }: LivePostsProps) {
  const { introduction, posts: cut, footnotes } = cutPosts(html, posts);
  const text = languageOfText(language, spoken.lang);
  return (
    <div class="live">
      <Html html={introduction} text={text} spoken={spoken} />
      <KeyEvents posts={posts} spoken={spoken} words={words} />
      {cut.map((post) => (
        <Post {...post} language={text} spoken={spoken} />
      ))}
      <Html html={footnotes} text={text} spoken={spoken} />
      {updates && <NewPosts updates={updates} words={words} />}
    </div>
  );
}

function Post({
  id,
  time,
  day,
  keyTime,
  headline,
  text,
  language,
  spoken,
}: LivePostProps & CutPost & { readonly language: TextLanguage; readonly spoken: Spoken }) {
  return (
    <>
      {day && (
        <p class="post-day">
          <Time time={day} />
        </p>
      )}
      <article class={keyTime ? "post key-post" : "post"} aria-labelledby={id}>
        <a class="post-time" href={`#${encodeURIComponent(id)}`}>
          <Time time={time} />
        </a>
        {/* Safe, as all of the text is: it was rendered from checked Markdown, without raw HTML */}
        <h2 id={id} {...spoken} dangerouslySetInnerHTML={{ __html: headline }} />
        <Html html={text} text={language} spoken={spoken} />
      </article>
    </>
  );
}

interface HtmlProps {
  readonly html: string;
  readonly text: TextLanguage;
  readonly spoken: Spoken;
}

function Html({ html, text, spoken }: HtmlProps) {
  if (html === "") return null;
  return (
    <div class="prose" {...spoken}>
      <Text html={html} text={text} />
    </div>
  );
}
