import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";
import { CommentForm, type CommentFormProps } from "./CommentForm.tsx";
import { type ThreadProps, Threads } from "./Threads.tsx";

export interface CommentsProps {
  /** Of all, also of those that stand on other pages. */
  readonly count: number;
  /** The newest first, as all here. */
  readonly threads: readonly ThreadProps[];
  /** Those that open when a reader asks for them. */
  readonly folded?: { readonly count: number; readonly threads: readonly ThreadProps[] } | undefined;
  /** The page with the next older ones. */
  readonly older?: SitePath | undefined;
  /** Which reply stands on which page, where there are several. */
  readonly places?: SitePath | undefined;
  /** Absent where there are none. */
  readonly feed?: SitePath | undefined;
  /** Absent when the story takes no more. */
  readonly form?: CommentFormProps | undefined;
}

/** Under a story: what its readers reply, and the form for it. */
export function Comments({ words, ...props }: CommentsProps & { readonly words: Words }) {
  const { count, threads, folded, older, feed, form } = props;
  const { comments } = words;
  const input = { canAnswer: form !== undefined, words };
  return (
    <section class="comments" aria-labelledby="comments_" data-places={props.places}>
      <h2 id="comments_" class="section-title">
        {count === 0 ? comments.heading : comments.counted(count)}
      </h2>
      <Threads threads={threads} {...input} />
      {folded && (
        <details>
          <summary>{comments.folded(folded.count)}</summary>
          <Threads threads={folded.threads} {...input} />
        </details>
      )}
      {(older || feed) && (
        <p class="ways">
          {older && <a href={older}>{comments.older}</a>} {feed && <a href={feed}>{comments.feed}</a>}
        </p>
      )}
      {form ? <CommentForm {...form} words={words} /> : <p>{comments.closed}</p>}
    </section>
  );
}
