import { FRONT, LATEST, NOT_FOUND, SEARCH, staticPageUrl } from "../model/urls.ts";
import { type Edition, frameOf } from "./frame.ts";
import { type HtmlPage, type PlannedPage, planned } from "./page.ts";

/** The pages of `content/pages`. */
export function staticPages(edition: Edition): PlannedPage<HtmlPage>[] {
  const { pages, settings } = edition.publication;
  return pages.map(({ slug, title, summary, body, file }) =>
    planned(staticPageUrl(slug), (url) => ({
      kind: "html",
      url,
      source: file,
      layout: "static-page",
      props: {
        frame: frameOf(edition, { url, title, description: summary ?? `${title}, from ${settings.title}.` }),
        heading: title,
        body,
      },
    })),
  );
}

/** `/404.html`, which hosts serve for an address where nothing stands. */
export function notFoundPage(edition: Edition): HtmlPage {
  const frame = frameOf(edition, {
    url: NOT_FOUND,
    title: "Page not found",
    description: "There is no page at this address.",
    hasAddress: false,
  });
  return {
    kind: "html",
    url: NOT_FOUND,
    layout: "not-found",
    props: { frame, front: FRONT, search: SEARCH, allStories: LATEST },
  };
}
