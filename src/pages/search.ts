import { searchPartitions } from "../model/search-partitions.ts";
import { LATEST, SEARCH, TAG_INDEX } from "../model/urls.ts";
import { type Edition, frameOf } from "./frame.ts";
import type { HtmlPage } from "./page.ts";

/** `/search/` */
export function searchPage(edition: Edition): HtmlPage {
  const { settings, articles, sections, tags, authors, years } = edition.publication;
  const byName = new Intl.Collator(settings.language).compare;
  const names = (listings: readonly { subject: { name: string }; articles: readonly unknown[] }[]) =>
    listings.filter(({ articles }) => articles.length > 0).map(({ subject }) => subject.name);
  return {
    kind: "html",
    url: SEARCH,
    layout: "search",
    props: {
      frame: frameOf(edition, {
        url: SEARCH,
        title: "Search",
        description: `Search the stories of ${settings.title}.`,
        script: edition.assets.searchScript,
      }),
      allStories: LATEST,
      tags: TAG_INDEX,
      partitions: searchPartitions(articles).map(({ name, year }) => (year ? { name, year: String(year) } : { name })),
      filters: [
        { key: "section", label: "Section", values: names(sections) },
        { key: "tag", label: "Topic", values: names(tags).sort(byName) },
        { key: "author", label: "Author", values: names(authors).sort(byName) },
        { key: "year", label: "Year", values: years.map(({ year }) => String(year)) },
      ],
    },
  };
}
