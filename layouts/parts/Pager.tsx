import type { SitePath } from "../../src/model/urls.ts";

export interface PagerProps {
  readonly newer?: SitePath | undefined;
  readonly older?: SitePath | undefined;
}

export function Pager({ newer, older }: PagerProps) {
  if (!newer && !older) return null;
  return (
    <nav class="pager" aria-label="Pages of this list">
      {newer && (
        <a class="pager-newer" href={newer} rel="prev">
          <span aria-hidden="true">← </span>Newer stories
        </a>
      )}
      {older && (
        <a class="pager-older" href={older} rel="next">
          Older stories<span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  );
}
