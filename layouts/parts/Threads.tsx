import type { Passage } from "../../src/model/comment-text.ts";
import type { PrintedTime } from "../../src/model/time.ts";
import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";
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

/** A reply and the answers to it, or as many of these as stand on one page. */
export interface ThreadProps {
  /** Of the reply that is answered, as the form has it. */
  readonly id: string;
  readonly name: string;
  /** Absent where it stands on another page. */
  readonly comment?: CommentProps | undefined;
  /** Its address, where it stands on another page. */
  readonly url?: SitePath | undefined;
  /** The oldest first. */
  readonly answers: readonly CommentProps[];
  /** Where it goes on, on another page. */
  readonly more?: SitePath | undefined;
}

interface ThreadsProps {
  readonly threads: readonly ThreadProps[];
  /** Whether the form is on the page. */
  readonly canAnswer: boolean;
  readonly words: Words;
}

/** Answers stand inside the reply that they answer (HTML, 4.3.2: an article in an article). */
export function Threads({ threads, canAnswer, words: { comments } }: ThreadsProps) {
  return (
    <>
      {threads.map(({ id, name, comment, url, answers, more }) => (
        <article id={comment?.anchor}>
          {comment && <Comment {...comment} />}
          {url && (
            <p>
              <a href={url}>
                {comments.inAnswerTo} <bdi>{name}</bdi>
              </a>
            </p>
          )}
          {answers.map((answer) => (
            <article id={answer.anchor}>
              <Comment {...answer} />
            </article>
          ))}
          {more && (
            <p>
              <a href={more}>{comments.moreAnswers}</a>
            </p>
          )}
          {canAnswer && (
            <p>
              <a href="#reply_" data-reply-to={id} aria-label={comments.answerTo(name)}>
                {comments.answer}
              </a>
            </p>
          )}
        </article>
      ))}
    </>
  );
}

function Comment({ name, time, url, text }: CommentProps) {
  return (
    <>
      <p>
        <bdi>{name}</bdi>{" "}
        <a href={url}>
          <Time time={time} />
        </a>
      </p>
      <CommentText text={text} />
    </>
  );
}
