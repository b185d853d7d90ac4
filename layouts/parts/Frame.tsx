import type { ComponentChildren } from "preact";
import type { SitePath } from "../../src/model/urls.ts";
import { Head, type HeadProps } from "./Head.tsx";
import { Masthead, type MastheadProps } from "./Masthead.tsx";

/** What every page has around its own matter. */
export interface FrameProps {
  readonly language: string;
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

export function Frame({ frame, children }: { frame: FrameProps; children: ComponentChildren }) {
  return (
    <html lang={frame.language}>
      <Head {...frame.head} />
      <body>
        <a class="skip" href={`#${MAIN}`}>
          Skip to the main content
        </a>
        <Masthead {...frame.masthead} />
        <main id={MAIN} tabIndex={-1}>
          {children}
        </main>
        <Footer {...frame.footer} />
      </body>
    </html>
  );
}

function Footer({ publisher, links }: FooterProps) {
  return (
    <footer class="site-footer">
      <nav aria-label="About this site">
        <ul>
          {links.map(({ name, url }) => (
            <li>
              <a href={url}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p>Published by {publisher}</p>
    </footer>
  );
}
