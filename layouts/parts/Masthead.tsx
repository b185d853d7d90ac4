import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";

/** Whether an entry of the menu leads to this very page, or to what it belongs to (WAI-ARIA 1.2, aria-current). */
export type Current = "page" | "true";

export interface MastheadProps {
  readonly siteName: string;
  readonly tagline: string;
  readonly home: SitePath;
  /** On the front page the site's name is the main heading. */
  readonly isFront: boolean;
  readonly navigation: readonly {
    readonly name: string;
    readonly url: string;
    readonly current?: Current | undefined;
  }[];
  readonly search: { readonly url: SitePath; readonly current?: Current | undefined };
}

export function Masthead({
  siteName,
  tagline,
  home,
  isFront,
  navigation,
  search,
  words,
}: MastheadProps & { words: Words }) {
  const Name = isFront ? "h1" : "p";
  return (
    <header class="masthead">
      <div class="nameplate">
        <Name class="site-name">
          <a href={home}>{siteName}</a>
        </Name>
        <p class="tagline">{tagline}</p>
      </div>
      <nav class="menu" aria-label={words.sections}>
        <ul>
          {navigation.map(({ name, url, current }) => (
            <li>
              <a href={url} aria-current={current}>
                {name}
              </a>
            </li>
          ))}
          <li class="menu-search">
            <a href={search.url} aria-current={search.current}>
              {words.search}
            </a>
          </li>
        </ul>
      </nav>
    </header>
  );
}
