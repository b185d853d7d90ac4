import type { Words } from "../words/words.ts";

export interface NewsletterProps {
  /** Where the form is sent. */
  readonly action: string;
  /** What the service there calls the e-mail address. */
  readonly field: string;
  readonly name?: string | undefined;
}

// Slugs hold no underscore, so no heading of a story can take these ids.
const HEADING = "newsletter_";

/** Signs a reader up for the newsletter. A form and nothing else: the service learns of nobody who does not send it. */
export function NewsletterForm({ action, field, name, words }: NewsletterProps & { readonly words: Words }) {
  const { heading, emailAddress, subscribe } = words.newsletter;
  return (
    <section class="newsletter" aria-labelledby={HEADING}>
      <h2 id={HEADING}>{name ?? heading}</h2>
      <form method="post" action={action}>
        <label>
          {emailAddress} <input type="email" name={field} autocomplete="email" required dir="ltr" />
        </label>
        <button type="submit">{subscribe}</button>
      </form>
    </section>
  );
}
