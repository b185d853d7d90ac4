import { COMMENT_RECEIVED, FRONT, LATEST } from "../model/urls.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { type HtmlPage, type PlannedPage, planned } from "./page.ts";

/**
 * `/comment-received/`, of a site where readers may reply to some story. Where the settings open all stories it stays when
 * each has closed by itself: a form may still be open in a browser.
 */
export function commentReceivedPages(edition: Edition): PlannedPage<HtmlPage>[] {
  const { settings, discussions } = edition.publication;
  const takesReplies = settings.comments.stories === "open" || [...discussions.values()].some(({ isOpen }) => isOpen);
  return takesReplies ? [planned(COMMENT_RECEIVED, () => commentReceivedPage(edition))] : [];
}

function commentReceivedPage(edition: Edition): HtmlPage {
  const words = wordsOf(edition);
  const { heading, waits } = words.comments.received;
  return {
    kind: "html",
    url: COMMENT_RECEIVED,
    layout: "comment-received",
    props: {
      frame: frameOf(edition, {
        sheet: "list",
        url: COMMENT_RECEIVED,
        title: heading,
        description: waits,
        scripts: [edition.assets.comments],
        hasAddress: false,
        isKept: false,
      }),
      home: FRONT,
      ways: [
        { name: words.home, url: FRONT },
        { name: words.allStories, url: LATEST },
      ],
    },
  };
}
