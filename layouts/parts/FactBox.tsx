import type { FormOnPage } from "../forms/forms.tsx";

/** What a reader should know beside the story. A note is no landmark, of which a page should have few (ARIA 1.2, 5.4). */
export function FactBox({ title, children }: FormOnPage<"fact-box">) {
  return (
    <div class="fact-box" role="note" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
