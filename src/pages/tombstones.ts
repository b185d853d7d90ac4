import type { Tombstone } from "../model/publication.ts";
import { printInFull } from "../model/time.ts";
import { authorUrl, CORRECTIONS, FRONT, sectionUrl } from "../model/urls.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { type HtmlPage, type PlannedPage, planned } from "./page.ts";
import { foreignLanguage } from "./story-props.ts";

/** At the addresses of stories that were taken back: that they were, when and why. */
export const tombstonePages = (edition: Edition): PlannedPage<HtmlPage>[] =>
  edition.publication.tombstones.map((tombstone) =>
    planned(
      tombstone.url,
      () => tombstonePage(edition, tombstone),
      () => [tombstone],
    ),
  );

function tombstonePage(edition: Edition, tombstone: Tombstone): HtmlPage {
  const { settings } = edition.publication;
  const { title, url, section, retracted } = tombstone;
  const words = wordsOf(edition);
  return {
    kind: "html",
    url,
    source: tombstone.file,
    layout: "tombstone",
    props: {
      frame: frameOf(edition, {
        sheet: "story",
        url,
        title: `${words.corrections.retracted}: ${title}`,
        description: words.corrections.takenBack(title),
        menu: sectionUrl(section.slug),
        hasAddress: false,
      }),
      headline: title,
      language: foreignLanguage(tombstone, settings.language),
      byline: tombstone.authors.map(({ name, slug }) => ({ name, url: authorUrl(slug) })),
      published: printInFull(tombstone.date, settings.timeZone, settings.language),
      retracted: printInFull(retracted.date, settings.timeZone, settings.language),
      reason: retracted.reason,
      ways: [
        { name: words.corrections.heading, url: CORRECTIONS },
        { name: section.name, url: sectionUrl(section.slug) },
        { name: words.home, url: FRONT },
      ],
    },
  };
}
