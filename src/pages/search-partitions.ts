import type { Partition } from "../../layouts/scripts/walk.ts";
import type { Article, Publication } from "../model/publication.ts";
import { type SearchPartition, searchPartitions } from "../model/search-partitions.ts";
import { monthName, monthOf, yearOf } from "../model/time.ts";
import { SEARCH_PARTITIONS } from "../model/urls.ts";
import type { TextPage } from "./page.ts";

/** `/search/partitions.json` */
export const searchPartitionsPage = (publication: Publication): TextPage => ({
  kind: "json",
  url: SEARCH_PARTITIONS,
  layout: "search-partitions",
  props: { partitions: partitionsOf(publication) },
});

/** The partitions as a browser is told of them, newest first. */
export const partitionsOf = ({ articles, settings }: Publication): Partition[] =>
  searchPartitions(articles).map((partition) => partitionProps(partition, settings.language));

function partitionProps({ name, year, stories }: SearchPartition<Article>, language: string): Partition {
  const oldest = stories.at(-1)?.date;
  return {
    name,
    ...(year ? { year: String(year) } : {}),
    since: oldest ? monthName(yearOf(oldest), monthOf(oldest), language) : "",
  };
}
