import { FRONT, LATEST, NOT_FOUND, SEARCH, staticPageUrl } from "../model/urls.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { type HtmlPage, type PlannedPage, planned } from "./page.ts";

/** The pages of `content/pages`. */
export function staticPages(edition: Edition): PlannedPage<HtmlPage>[] {
  const { pages, settings } = edition.publication;
  const words = wordsOf(edition);
  return pages.map(({ slug, title, summary, body, forms, frames, file }) =>
    planned(staticPageUrl(slug), (url) => ({
      kind: "html",
      url,
      source: file,
      layout: "static-page",
      props: {
        frame: frameOf(edition, {
          sheet: "story",
          forms,
          scripts: frames ? [edition.assets.embeds] : [],
          url,
          title,
          description: summary ?? words.from(title, settings.title),
        }),
        heading: title,
        body,
      },
    })),
  );
}

/** `/404.html`, which hosts serve for an address where nothing stands. */
export function notFoundPage(edition: Edition): HtmlPage {
  const words = wordsOf(edition);
  const frame = frameOf(edition, {
    sheet: "list",
    url: NOT_FOUND,
    title: words.notFound.title,
    description: words.notFound.heading,
    hasAddress: false,
  });
  return {
    kind: "html",
    url: NOT_FOUND,
    layout: "not-found",
    props: {
      frame,
      ways: [
        { name: words.home, url: FRONT },
        { name: words.allStories, url: LATEST },
        { name: words.search, url: SEARCH },
      ],
    },
  };
}
