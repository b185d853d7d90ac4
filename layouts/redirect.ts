import { directionOf } from "../src/model/languages.ts";
import type { SitePath } from "../src/model/urls.ts";
import type { TextLayout } from "./layout.ts";
import { element } from "./parts/xml.ts";
import { wordsFor } from "./words/dictionaries.ts";

export interface RedirectProps {
  /** The site's, BCP 47. */
  readonly language: string;
  /** What the page is called that readers are sent to. */
  readonly title: string;
  /** Of the title, where it is not the site's. */
  readonly titleLanguage?: string | undefined;
  readonly to: SitePath;
  /** The same, absolute. */
  readonly canonical: string;
}

/**
 * A page that sends its readers on at once, on hosts that cannot (HTML, 4.2.5.3, "refresh"). Text and not a sort of page:
 * nobody is meant to see it, so it has none of what pages have around them.
 */
export const redirect: TextLayout<RedirectProps> = ({ language, title, titleLanguage, to, canonical }) => {
  const link = element("a", { href: to, lang: titleLanguage }, title);
  const page = element("html", { lang: language, dir: directionOf(language) }, [
    element("head", {}, [
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "refresh", content: `0; url=${to}` }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("meta", { name: "robots", content: "noindex" }),
      element("meta", { name: "color-scheme", content: "light dark" }),
      element("title", {}, title),
      element("link", { rel: "canonical", href: canonical }),
    ]),
    element("body", {}, element("main", {}, element("p", {}, wordsFor(language).moved, " ", link))),
  ]);
  return `<!doctype html>${page.xml}`;
};
