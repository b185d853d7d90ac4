import type { FormOnPage } from "../forms/forms.tsx";
import { FormSource } from "./FormSource.tsx";

/** A table that says what it shows, and where that comes from. The table itself is what stands inside. */
export function DataTable({ caption, source, words, children }: FormOnPage<"data-table">) {
  return (
    <figure class="data-table">
      <figcaption>{caption}</figcaption>
      {children}
      <FormSource source={source} words={words} />
    </figure>
  );
}
