import type { ComponentChildren } from "preact";
import type { Inlines } from "../../src/model/inserts.ts";
import { directionOf } from "../../src/model/languages.ts";
import type { SitePath } from "../../src/model/urls.ts";
import { wordsFor } from "../words/dictionaries.ts";
import type { Words } from "../words/words.ts";
import { ColourSwitch } from "./ColourSwitch.tsx";
import { Head, type HeadProps } from "./Head.tsx";
import { Masthead, type MastheadProps } from "./Masthead.tsx";

/** What every page has around its own matter. */
export interface FrameProps {
  /** The site's, BCP 47. */
  readonly language: string;
  /** The worker that keeps visited stories for reading offline; absent where nothing is to be kept. */
  readonly worker?: SitePath | undefined;
  readonly head: HeadProps;
  readonly masthead: MastheadProps;
  readonly footer: FooterProps;
}

export interface FooterProps {
  readonly publisher: string;
  readonly links: readonly { readonly name: string; readonly url: SitePath }[];
}

// Slugs hold no underscore, so no heading of a story can take this id.
const MAIN = "main_";

interface FrameInput {
  readonly frame: FrameProps;
  readonly inlines: Inlines;
  readonly children: ComponentChildren;
}

export function Frame({ frame, inlines, children }: FrameInput) {
  const words = wordsFor(frame.language);
  return (
    <html lang={frame.language} dir={directionOf(frame.language)} data-worker={frame.worker}>
      <Head {...frame.head} inlines={inlines} />
      <body>
        <a class="skip" href={`#${MAIN}`}>
          {words.skip}
        </a>
        <Masthead {...frame.masthead} words={words} />
        <main id={MAIN} tabIndex={-1}>
          {children}
        </main>
        <Footer {...frame.footer} words={words} />
      </body>
    </html>
  );
}

function Footer({ publisher, links, words }: FooterProps & { readonly words: Words }) {
  return (
    <footer class="site-footer">
      <nav aria-label={words.aboutThisSite}>
        <ul>
          {links.map(({ name, url }) => (
            <li>
              <a href={url}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="footer-end">
        <p>{words.publishedBy(publisher)}</p>
        <ColourSwitch words={words} />
      </div>
    </footer>
  );
}
