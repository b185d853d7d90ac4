import { hash } from "node:crypto";
import { OFFLINE, WORKER } from "../model/urls.ts";
import { type Edition, frameOf, keepsStories, wordsOf } from "./frame.ts";
import type { HtmlPage, TextPage } from "./page.ts";

/** `/offline/` */
export function offlinePage(edition: Edition): HtmlPage {
  const { heading, advice } = wordsOf(edition).offlinePage;
  return {
    kind: "html",
    url: OFFLINE,
    layout: "offline",
    props: {
      frame: frameOf(edition, {
        sheet: "list",
        url: OFFLINE,
        title: heading,
        description: advice,
        scripts: [edition.assets.offline.page],
        hasAddress: false,
      }),
    },
  };
}

/** `/sw.js`. A site that keeps nothing has one too, for the browsers where an earlier edition kept something. */
export function workerPage(edition: Edition): TextPage {
  const { worker, retiredWorker, files } = edition.assets.offline;
  if (!keepsStories(edition)) {
    return { kind: "text", url: WORKER, layout: "retired-worker", props: { code: retiredWorker } };
  }
  const shown = JSON.stringify(offlinePage(edition).props);
  const offlineEdition = hash("sha256", shown, "base64url").slice(0, 10);
  return {
    kind: "text",
    url: WORKER,
    layout: "worker",
    props: { code: worker, offlinePage: OFFLINE, files, offlineEdition },
  };
}
