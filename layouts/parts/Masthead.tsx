import type { SitePath } from "../../src/model/urls.ts";

export interface MastheadProps {
  readonly siteName: string;
  readonly tagline: string;
  readonly home: SitePath;
  /** On the front page the site's name is the main heading. */
  readonly isFront: boolean;
  readonly navigation: readonly { readonly name: string; readonly url: string; readonly isCurrent: boolean }[];
  readonly search: { readonly url: SitePath; readonly isCurrent: boolean };
}

export function Masthead({ siteName, tagline, home, isFront, navigation, search }: MastheadProps) {
  const Name = isFront ? "h1" : "p";
  return (
    <header class="masthead">
      <div class="nameplate">
        <Name class="site-name">
          <a href={home}>{siteName}</a>
        </Name>
        <p class="tagline">{tagline}</p>
      </div>
      <nav class="menu" aria-label="Sections">
        <ul>
          {navigation.map(({ name, url, isCurrent }) => (
            <li>
              <a href={url} aria-current={isCurrent ? "page" : undefined}>
                {name}
              </a>
            </li>
          ))}
          <li class="menu-search">
            <a href={search.url} aria-current={search.isCurrent ? "page" : undefined}>
              Search
            </a>
          </li>
        </ul>
      </nav>
    </header>
  );
}
