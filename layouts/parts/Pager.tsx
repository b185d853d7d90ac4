import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";

export interface PagerProps {
  readonly newer?: SitePath | undefined;
  readonly older?: SitePath | undefined;
}

export function Pager({ newer, older, words }: PagerProps & { readonly words: Words }) {
  if (!newer && !older) return null;
  return (
    <nav class="pager" aria-label={words.pagesOfList}>
      {newer && (
        <a class="pager-newer" href={newer} rel="prev">
          {words.newer}
        </a>
      )}
      {older && (
        <a class="pager-older" href={older} rel="next">
          {words.older}
        </a>
      )}
    </nav>
  );
}
