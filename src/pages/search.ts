import type { SearchProps } from "../../layouts/search.tsx";
import type { Publication } from "../model/publication.ts";
import { searchPartitions } from "../model/search-partitions.ts";
import { LATEST, SEARCH, TAG_INDEX, tagUrl } from "../model/urls.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import type { HtmlPage } from "./page.ts";
import { filterValues } from "./search-filters.ts";
import { searchStory } from "./search-lists.ts";
import { partitionsOf } from "./search-partitions.ts";

/** What a reader is shown who has not asked for anything yet. */
const TOPICS = 12;
const NEWEST = 5;

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
        scripts: [edition.assets.search],
      }),
      allStories: LATEST,
      tags: TAG_INDEX,
      partitions: partitionsOf(edition.publication),
      start: {
        topics: topTopics(edition.publication),
        newest: articles.slice(0, NEWEST).map((article) => searchStory(article, settings)),
      },
      filters: [
        { key: "section", label: words.section, values: values.section },
        { key: "tag", label: words.topic, values: values.tag },
        { key: "author", label: words.author, values: values.author },
        { key: "year", label: words.year, values: values.year },
      ],
    },
  };
}

/** The topics with the most stories, by name. */
function topTopics({ tags, settings }: Publication): SearchProps["start"]["topics"] {
  const byName = new Intl.Collator(settings.language).compare;
  return tags
    .filter(({ articles }) => articles.length > 0)
    .toSorted((a, b) => b.articles.length - a.articles.length || byName(a.subject.name, b.subject.name))
    .slice(0, TOPICS)
    .map(({ subject }) => ({ name: subject.name, url: tagUrl(subject.slug) }))
    .sort((a, b) => byName(a.name, b.name));
}
