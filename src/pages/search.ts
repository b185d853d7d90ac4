import type { Partition } from "../../layouts/scripts/walk.ts";
import type { Article } from "../model/publication.ts";
import { type SearchPartition, searchPartitions } from "../model/search-partitions.ts";
import { monthName, monthOf, yearOf } from "../model/time.ts";
import { LATEST, SEARCH, TAG_INDEX } from "../model/urls.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import type { HtmlPage } from "./page.ts";
import { filterValues } from "./search-filters.ts";

/** `/search/` */
export function searchPage(edition: Edition): HtmlPage {
  const { settings, articles } = edition.publication;
  const words = wordsOf(edition);
  const partitions = searchPartitions(articles);
  const values = filterValues(edition.publication, partitions);
  return {
    kind: "html",
    url: SEARCH,
    layout: "search",
    props: {
      frame: frameOf(edition, {
        sheet: "search",
        url: SEARCH,
        title: words.search,
        description: words.searchOf(settings.title),
        script: edition.assets.search,
      }),
      allStories: LATEST,
      tags: TAG_INDEX,
      partitions: partitions.map((partition) => partitionProps(partition, settings.language)),
      filters: [
        { key: "section", label: words.section, values: values.section },
        { key: "tag", label: words.topic, values: values.tag },
        { key: "author", label: words.author, values: values.author },
        { key: "year", label: words.year, values: values.year },
      ],
    },
  };
}

function partitionProps({ name, year, stories }: SearchPartition<Article>, language: string): Partition {
  const oldest = stories.at(-1)?.date;
  return {
    name,
    ...(year ? { year: String(year) } : {}),
    since: oldest ? monthName(yearOf(oldest), monthOf(oldest), language) : "",
  };
}
