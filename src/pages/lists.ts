import type { PagerProps } from "../../layouts/parts/Pager.tsx";
import type { Way } from "../../layouts/parts/WaysOn.tsx";
import { lastChangeOf } from "../model/changed.ts";
import { type ListPage, listPages } from "../model/lists.ts";
import type { Article } from "../model/publication.ts";
import { monthName } from "../model/time.ts";
import {
  FRONT,
  LATEST,
  monthUrl,
  olderPageUrl,
  type SitePath,
  sectionUrl,
  TAG_INDEX,
  tagUrl,
  timelineUrl,
  yearUrl,
} from "../model/urls.ts";
import { listFeedLinks } from "./feeds.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { structuredData } from "./json-ld.ts";
import { collectionPage } from "./json-ld-of-pages.ts";
import { type HtmlPage, type PlannedPage, planned } from "./page.ts";
import { storyCard } from "./story-props.ts";

interface List {
  readonly url: SitePath;
  /** What stands between it and the front page. */
  readonly above?: Way;
  readonly label: string;
  readonly heading: string;
  readonly description?: string | undefined;
  readonly menu?: SitePath;
  readonly articles: readonly Article[];
  /** Whether the list's first page says how many stories it holds. */
  readonly counted?: boolean;
  /** Other views of the same stories, on the list's first page. */
  readonly ways?: readonly { readonly name: string; readonly url: SitePath }[];
  /** Whether it has feeds of its own. */
  readonly hasFeeds?: boolean;
  readonly years?: readonly { readonly name: string; readonly url: SitePath }[];
}

/** `/latest/` and its older pages: every story. */
export function latestPages(edition: Edition): PlannedPage<HtmlPage>[] {
  const { articles, years } = edition.publication;
  const words = wordsOf(edition);
  return storyList(edition, {
    url: LATEST,
    label: words.archive,
    heading: words.allStories,
    description: words.everyStory,
    articles,
    years: years.map(({ year }) => ({ name: String(year), url: yearUrl(year) })),
  });
}

export function sectionPages(edition: Edition): PlannedPage<HtmlPage>[] {
  return edition.publication.sections.flatMap(({ subject: { slug, name, description }, articles }) =>
    storyList(edition, {
      url: sectionUrl(slug),
      label: wordsOf(edition).section,
      heading: name,
      description,
      menu: sectionUrl(slug),
      articles,
      hasFeeds: true,
    }),
  );
}

export function tagPages(edition: Edition): PlannedPage<HtmlPage>[] {
  const { heading } = wordsOf(edition).timeline;
  return edition.publication.tags.flatMap(({ subject: { slug, name, description, timeline }, articles }) =>
    storyList(edition, {
      url: tagUrl(slug),
      above: { name: wordsOf(edition).topics, url: TAG_INDEX },
      label: wordsOf(edition).topic,
      heading: name,
      description,
      articles,
      counted: true,
      ways: timeline ? [{ name: heading, url: timelineUrl(slug) }] : [],
      hasFeeds: true,
    }),
  );
}

export function monthPages(edition: Edition): PlannedPage<HtmlPage>[] {
  const { years, settings } = edition.publication;
  return years.flatMap(({ months }) =>
    months.flatMap(({ year, month, articles }) =>
      storyList(edition, {
        url: monthUrl(year, month),
        above: { name: String(year), url: yearUrl(year) },
        label: wordsOf(edition).archive,
        heading: monthName(year, month, settings.language),
        articles,
      }),
    ),
  );
}

function storyList(edition: Edition, list: List): PlannedPage<HtmlPage>[] {
  return listPages(list.articles, edition.publication.settings.pageSize).map((page) =>
    planned(
      listPageUrl(list.url, page.number),
      (url) => listPage(edition, list, page, url),
      undefined,
      () => lastChangeOf(page.items),
    ),
  );
}

/** One page of a list of stories. */
export function listPage(edition: Edition, list: List, page: ListPage<Article>, url: SitePath): HtmlPage {
  const { settings } = edition.publication;
  const words = wordsOf(edition);
  const title = page.number === "first" ? list.heading : words.pageOf(list.heading, page.number);
  const description = list.description ?? words.from(title, settings.title);
  const ways = [
    { name: words.home, url: FRONT },
    ...(list.above ? [list.above] : []),
    { name: list.heading, url: list.url },
  ];
  return {
    kind: "html",
    url,
    layout: "list",
    props: {
      frame: frameOf(edition, {
        sheet: "list",
        url,
        title,
        description,
        menu: list.menu,
        feeds: list.hasFeeds ? listFeedLinks(list.url, list.heading, settings) : [],
        jsonLd: structuredData(collectionPage({ name: title, description: list.description, url, ways }, settings)),
      }),
      label: list.label,
      heading: title,
      description: list.description,
      count: list.counted && page.number === "first" ? list.articles.length : undefined,
      ways: page.number === "first" ? (list.ways ?? []) : [],
      stories: page.items.map((article) => storyCard(article, settings)),
      pager: pagerOf(list.url, page),
      years: page.number === "first" ? (list.years ?? []) : [],
    },
  };
}

/** Where a page of a list stands. */
export const listPageUrl = (list: SitePath, number: number | "first"): SitePath =>
  number === "first" ? list : olderPageUrl(list, number);

/** The pages beside a page; no totals, which would change every page. */
export function pagerOf(list: SitePath, { newer, older }: ListPage<unknown>): PagerProps {
  return {
    newer: newer === undefined ? undefined : listPageUrl(list, newer),
    older: older === undefined ? undefined : listPageUrl(list, older),
  };
}
