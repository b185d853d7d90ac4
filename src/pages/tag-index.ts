import { TAG_INDEX, tagUrl } from "../model/urls.ts";
import { type Edition, frameOf } from "./frame.ts";
import type { HtmlPage } from "./page.ts";

/** `/tags/`: the topics that have stories. A topic without one has its page, so that links to it hold. */
export function tagIndexPage(edition: Edition): HtmlPage {
  const { tags, settings } = edition.publication;
  const byName = new Intl.Collator(settings.language).compare;
  return {
    kind: "html",
    url: TAG_INDEX,
    layout: "directory",
    props: {
      frame: frameOf(edition, { url: TAG_INDEX, title: "Topics", description: `Every topic of ${settings.title}.` }),
      heading: "Topics",
      entries: tags
        .filter(({ articles }) => articles.length > 0)
        .map(({ subject, articles }) => ({
          name: subject.name,
          url: tagUrl(subject.slug),
          description: subject.description,
          storyCount: articles.length,
        }))
        .sort((a, b) => byName(a.name, b.name)),
    },
  };
}
