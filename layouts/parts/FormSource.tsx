import type { FormSource as Source } from "../../src/model/forms.ts";
import type { Words } from "../words/words.ts";

/** Where the figures of a table or a chart come from. */
export function FormSource({ source, words }: { readonly source?: Source | undefined; readonly words: Words }) {
  if (!source) return null;
  const { name, url } = source;
  return (
    <p class="source">
      {words.forms.source}
      {url ? <a href={url}>{name}</a> : name}
    </p>
  );
}
