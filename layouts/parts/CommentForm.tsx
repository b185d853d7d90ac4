import { COMMENT_FIELDS, COMMENT_FORM, MOST_CHARACTERS } from "../../src/model/comment-form.ts";
import type { PrintedTime } from "../../src/model/time.ts";
import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";

export interface CommentFormProps {
  /** What a reader sees who has sent it. */
  readonly action: SitePath;
  readonly story: SitePath;
  /** The comments on the page that can be answered. */
  readonly answerable: readonly { readonly id: string; readonly name: string; readonly time: PrintedTime }[];
  /** The page that says what becomes of what is sent. */
  readonly rules?: SitePath | undefined;
}

/** Sends a reply to Netlify's forms, which find it in the page by its attributes (docs.netlify.com/manage/forms/setup). */
export function CommentForm({ action, story, words }: CommentFormProps & { readonly words: Words }) {
  const { leave, name, text, send } = words.comments;
  return (
    <form id="reply_" name={COMMENT_FORM} method="post" action={action} data-netlify="true">
      <h3>{leave}</h3>
      <input type="hidden" name="form-name" value={COMMENT_FORM} />
      <input type="hidden" name={COMMENT_FIELDS.story} value={story} />
      <label>
        {name} <input name={COMMENT_FIELDS.name} required maxLength={MOST_CHARACTERS.name} autocomplete="name" />
      </label>
      <label>
        {text} <textarea name={COMMENT_FIELDS.text} required maxLength={MOST_CHARACTERS.text} rows={6} />
      </label>
      <button type="submit">{send}</button>
    </form>
  );
}
