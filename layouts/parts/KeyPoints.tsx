import type { FormOnPage } from "../forms/forms.tsx";

/** The story in a few points, under its standfirst. There is one list of them on a page. */
export function KeyPoints({ title, words, children }: FormOnPage<"key-points">) {
  return (
    <section class="key-points" aria-labelledby="key-points_">
      <h2 id="key-points_">{title ?? words.forms.keyPoints}</h2>
      {children}
    </section>
  );
}
