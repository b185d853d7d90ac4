import { lastChangeOf } from "../model/changed.ts";
import type { Tag } from "../model/newsroom.ts";
import type { Article, Listing } from "../model/publication.ts";
import { printShort, yearOf } from "../model/time.ts";
import { FRONT, TAG_INDEX, tagUrl, timelineUrl } from "../model/urls.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { structuredData } from "./json-ld.ts";
import { collectionPage } from "./json-ld-of-pages.ts";
import { type HtmlPage, type PlannedPage, planned } from "./page.ts";
import { foreignLanguage, markOf } from "./story-props.ts";

/** `/tags/…/timeline/` of the topics that have one: their stories, the first first. */
export const timelinePages = (edition: Edition): PlannedPage<HtmlPage>[] =>
  edition.publication.tags
    .filter(({ subject }) => subject.timeline)
    .map((listing) =>
      planned(
        timelineUrl(listing.subject.slug),
        () => timelinePage(edition, listing),
        undefined,
        () => lastChangeOf(listing.articles),
      ),
    );

function timelinePage(edition: Edition, { subject: { slug, name }, articles }: Listing<Tag>): HtmlPage {
  const { timeZone, language, title: site } = edition.publication.settings;
  const words = wordsOf(edition);
  const heading = words.timeline.of(name);
  const eventOf = (article: Article) => ({
    time: printShort({ ...article.date, precision: "day" }, timeZone, language),
    headline: article.title,
    standfirst: article.summary,
    url: article.url,
    language: foreignLanguage(article, language),
    mark: markOf(article),
    sponsored: article.sponsored,
  });
  const byYear = Map.groupBy(articles.toReversed(), ({ date }) => yearOf(date));
  const url = timelineUrl(slug);
  const ways = [
    { name: words.home, url: FRONT },
    { name: words.topics, url: TAG_INDEX },
    { name, url: tagUrl(slug) },
    { name: words.timeline.heading, url },
  ];
  return {
    kind: "html",
    url,
    layout: "timeline",
    props: {
      frame: frameOf(edition, {
        sheet: "list",
        url,
        title: heading,
        description: words.from(heading, site),
        jsonLd: structuredData(collectionPage({ name: heading, url, ways }, edition.publication.settings)),
      }),
      topic: { name, url: tagUrl(slug) },
      heading,
      years: [...byYear].map(([year, stories]) => ({ year: String(year), events: stories.map(eventOf) })),
    },
  };
}
