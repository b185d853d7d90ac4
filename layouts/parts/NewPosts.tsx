import type { SitePath } from "../../src/model/urls.ts";
import type { Counted } from "../words/plural.ts";
import type { Words } from "../words/words.ts";

/** What the script of a live story says, as JSON in the page: it needs no dictionary. */
export interface NewPostsWords {
  readonly newPosts: Counted;
  readonly live: string;
  readonly ended: string;
}

interface NewPostsProps {
  /** What says which posts there are by now. */
  readonly updates: SitePath;
  readonly words: Words;
}

/** Where a script offers new posts, over the page; empty until there are some. */
export function NewPosts({ updates, words: { newPosts, live, liveEnded } }: NewPostsProps) {
  const words: NewPostsWords = { newPosts, live, ended: liveEnded };
  return <div class="new-posts" role="status" data-updates={updates} data-words={JSON.stringify(words)} />;
}
