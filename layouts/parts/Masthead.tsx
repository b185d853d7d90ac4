import type { PrintedTime } from "../../src/model/time.ts";
import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";
import { Time } from "./Time.tsx";

/** Whether an entry of the menu leads to this very page, or to what it belongs to (WAI-ARIA 1.2, aria-current). */
export type Current = "page" | "true";

export interface MastheadProps {
  readonly siteName: string;
  /** Stands for the name. Width and height are pixels, of which the styles keep the proportion. */
  readonly logo?: { readonly url: SitePath; readonly width: number; readonly height: number } | undefined;
  readonly home: SitePath;
  /** On the front page only, where the site's name is the main heading. */
  readonly front?: FrontMatter | undefined;
  readonly navigation: readonly {
    readonly name: string;
    readonly url: string;
    readonly current?: Current | undefined;
  }[];
  readonly search: { readonly url: SitePath; readonly current?: Current | undefined };
}

interface FrontMatter {
  readonly tagline: string;
  /** The day of the newest news; absent before there is any. */
  readonly edition?: PrintedTime | undefined;
}

type MastheadInput = MastheadProps & { readonly words: Words };

export function Masthead({ siteName, logo, home, front, navigation, search, words }: MastheadInput) {
  const Name = front ? "h1" : "p";
  return (
    <header class={front ? "masthead masthead-front" : "masthead"}>
      <div class="nameplate">
        <div class="title">
          <Name class="site-name">
            <a href={home}>
              {logo ? (
                <img class="logo" src={logo.url} alt={siteName} width={logo.width} height={logo.height} />
              ) : (
                siteName
              )}
            </a>
          </Name>
          {front && <p class="tagline">{front.tagline}</p>}
        </div>
        <a class="search-link" href={search.url} aria-current={search.current}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <circle cx="8" cy="8" r="6" />
            <path d="m13 13 6 6" />
          </svg>
          {words.search}
        </a>
        {front?.edition && (
          <p class="edition">
            <Time time={front.edition} />
          </p>
        )}
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
        </ul>
      </nav>
    </header>
  );
}
