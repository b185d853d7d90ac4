import type { Passage } from "../../src/model/comment-text.ts";
import type { PrintedTime } from "../../src/model/time.ts";
import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";
import { CommentForm, type CommentFormProps } from "./CommentForm.tsx";
import { CommentText } from "./CommentText.tsx";
import { Time } from "./Time.tsx";

export interface CommentProps {
  /** The id of its element. */
  readonly anchor: string;
  readonly name: string;
  readonly time: PrintedTime;
  /** Its own address. */
  readonly url: SitePath;
  readonly text: readonly Passage[];
}

export interface ThreadProps {
  readonly comment: CommentProps;
  /** The oldest first. */
  readonly answers: readonly CommentProps[];
}

export interface CommentsProps {
  /** Of all, also of those that stand on other pages. */
  readonly count: number;
  /** The newest first. */
  readonly threads: readonly ThreadProps[];
  /** Absent when the story takes no more. */
  readonly form?: CommentFormProps | undefined;
}

/** Under a story: what its readers reply, and the form for it. */
export function Comments({ count, threads, form, words }: CommentsProps & { readonly words: Words }) {
  const { heading, counted, closed } = words.comments;
  return (
    <section class="comments" aria-labelledby="comments_">
      <h2 id="comments_">{count === 0 ? heading : counted(count)}</h2>
      {threads.map(({ comment, answers }) => (
        <div class="thread">
          <OneComment {...comment} />
          {answers.map((answer) => (
            <OneComment {...answer} />
          ))}
        </div>
      ))}
      {form ? <CommentForm {...form} words={words} /> : <p>{closed}</p>}
    </section>
  );
}

function OneComment({ anchor, name, time, url, text }: CommentProps) {
  return (
    <article id={anchor}>
      <p>
        <bdi>{name}</bdi>{" "}
        <a href={url}>
          <Time time={time} />
        </a>
      </p>
      <CommentText text={text} />
    </article>
  );
}
