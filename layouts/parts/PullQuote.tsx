import type { FormOnPage } from "../forms/forms.tsx";

/**
 * A sentence of the story once more, large. It is a decoration: the same words stand in the text, so screen readers are
 * not made to hear them twice.
 */
export function PullQuote({ by, children }: FormOnPage<"pull-quote">) {
  return (
    <div class="pull-quote" aria-hidden="true">
      {children}
      {by && <p class="by">{by}</p>}
    </div>
  );
}
