import type { Words } from "../words/words.ts";

export interface ShareProps {
  /** A `mailto:` address with the headline and the story's address. */
  readonly mail: string;
}

/** Ways to pass a story on, none of which tells a third party. A script shows those that need one. */
export function Share({ mail, words }: ShareProps & { readonly words: Words }) {
  return (
    <p class="share">
      <a href={mail}>{words.byEmail}</a>
      <button type="button" data-share hidden>
        {words.share}
      </button>
      <button type="button" class="awaits-script" data-copy hidden>
        {words.copyLink}
      </button>
      <span role="status" data-copied={words.linkCopied} />
    </p>
  );
}
