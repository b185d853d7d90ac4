import { keyPointsApart } from "../src/model/forms.ts";
import type { SitePath } from "../src/model/urls.ts";
import { type ArticleProps, storyPage } from "./article.tsx";
import type { HtmlLayout } from "./layout.ts";
import { type LivePostProps, LivePosts } from "./parts/LivePosts.tsx";
import { spokenIn } from "./parts/spoken.ts";
import { wordsFor } from "./words/dictionaries.ts";

export interface LiveStoryProps extends ArticleProps {
  /** What says which posts there are by now; absent when no more are to come. */
  readonly updates?: SitePath | undefined;
  /** Newest first. */
  readonly posts: readonly LivePostProps[];
}

/** A story that is told post by post: key events, and the newest post on top. */
export const liveStory: HtmlLayout<LiveStoryProps> = (props, inserts) => {
  const { body, posts, updates, language, frame } = props;
  const html = inserts.bodies.get(body);
  if (html === undefined) throw new Error(`No body with the hash ${body}`);
  const text = (
    <LivePosts
      html={keyPointsApart(html).rest}
      language={frame.language}
      posts={posts}
      updates={updates}
      spoken={spokenIn(language)}
      words={wordsFor(frame.language)}
    />
  );
  return storyPage(props, inserts, text);
};
