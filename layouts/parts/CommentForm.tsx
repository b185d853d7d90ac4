import { COMMENT_FIELDS, COMMENT_FORM, MOST_CHARACTERS } from "../../src/model/comment-form.ts";
import type { PrintedTime } from "../../src/model/time.ts";
import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";
import type { Way } from "./WaysOn.tsx";

export interface CommentFormProps {
  /** What a reader sees who has sent it. */
  readonly action: SitePath;
  readonly story: SitePath;
  /** The comments on the page that can be answered. */
  readonly answerable: readonly { readonly id: string; readonly name: string; readonly time: PrintedTime }[];
  /** The page that says what becomes of what is sent. */
  readonly rules?: Way | undefined;
}

// Slugs hold no underscore, so no heading of a story can take these ids.
const FORM = "reply_";
const MARKS = "marks_";
const UNPUBLISHED = "unpublished_";

/**
 * Sends a reply to Netlify's forms, which find it in the page by its attributes (docs.netlify.com/manage/forms/setup).
 * They know a form by its name and take the fields that it has on one page: so it has the same on all.
 */
export function CommentForm({ action, story, answerable, rules, words }: CommentFormProps & { readonly words: Words }) {
  const its = words.comments;
  return (
    <form
      id={FORM}
      name={COMMENT_FORM}
      method="post"
      action={action}
      data-netlify="true"
      data-netlify-honeypot={COMMENT_FIELDS.honeypot}
    >
      <h3>{its.leave}</h3>
      <p>{its.waits}</p>
      <input type="hidden" name="form-name" value={COMMENT_FORM} />
      <input type="hidden" name={COMMENT_FIELDS.story} value={story} />
      <ReplyTo answerable={answerable} words={words} />
      <label>
        {its.text} {its.required}
        <textarea
          name={COMMENT_FIELDS.text}
          required
          maxLength={MOST_CHARACTERS.text}
          rows={6}
          dir="auto"
          aria-describedby={MARKS}
        />
      </label>
      <small id={MARKS}>{its.marks}</small>
      <label>
        {its.name} {its.required}
        <input
          type="text"
          name={COMMENT_FIELDS.name}
          required
          maxLength={MOST_CHARACTERS.name}
          autocomplete="name"
          dir="auto"
        />
      </label>
      <label>
        {its.email} {its.optional}
        <input name={COMMENT_FIELDS.email} type="email" autocomplete="email" dir="ltr" aria-describedby={UNPUBLISHED} />
      </label>
      <small id={UNPUBLISHED}>{its.emailUnpublished}</small>
      <label>
        <input name={COMMENT_FIELDS.consent} type="checkbox" value="yes" required /> {its.consent} {its.required}
      </label>
      {rules && (
        <p>
          <a href={rules.url}>{rules.name}</a>
        </p>
      )}
      <label hidden>
        {its.leaveEmpty} <input type="text" name={COMMENT_FIELDS.honeypot} autocomplete="off" />
      </label>
      <button type="submit">{its.send}</button>
    </form>
  );
}

const ISOLATE = "\u2068";
const END_ISOLATE = "\u2069";

/** Which reply is answered. A choice, so that one form does for all of them, also without a script. */
function ReplyTo({ answerable, words }: Pick<CommentFormProps, "answerable"> & { readonly words: Words }) {
  if (answerable.length === 0) return <input type="hidden" name={COMMENT_FIELDS.replyTo} value="" />;
  return (
    <label>
      {words.comments.replyTo}
      <select name={COMMENT_FIELDS.replyTo}>
        <option value="">{words.comments.theStory}</option>
        {answerable.map(({ id, name, time }) => (
          <option value={id}>
            {ISOLATE}
            {name}
            {END_ISOLATE}, {time.words}
          </option>
        ))}
      </select>
    </label>
  );
}
