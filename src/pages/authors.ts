import { lastChangeOf } from "../model/changed.ts";
import { type ListPage, listPages } from "../model/lists.ts";
import type { Author } from "../model/newsroom.ts";
import type { Article, Listing } from "../model/publication.ts";
import { AUTHOR_INDEX, authorUrl, FRONT } from "../model/urls.ts";
import { listFeedLinks } from "./feeds.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { structuredData } from "./json-ld.ts";
import { profilePage } from "./json-ld-of-pages.ts";
import { listPageUrl, pagerOf } from "./lists.ts";
import { type HtmlPage, type PlannedPage, planned } from "./page.ts";
import { authorProps, storyCard } from "./story-props.ts";

export function authorPages(edition: Edition): PlannedPage<HtmlPage>[] {
  const { authors, settings } = edition.publication;
  return authors.flatMap((listing) =>
    listPages(listing.articles, settings.pageSize).map((page) =>
      planned(
        listPageUrl(authorUrl(listing.subject.slug), page.number),
        () => authorPage(edition, listing, page),
        undefined,
        () => lastChangeOf(page.items),
      ),
    ),
  );
}

function authorPage(
  edition: Edition,
  { subject: author, articles }: Listing<Author>,
  page: ListPage<Article>,
): HtmlPage {
  const { settings } = edition.publication;
  const words = wordsOf(edition);
  const list = authorUrl(author.slug);
  const url = listPageUrl(list, page.number);
  const ways = [
    { name: words.home, url: FRONT },
    { name: words.authors, url: AUTHOR_INDEX },
    { name: author.name, url: list },
  ];
  return {
    kind: "html",
    url,
    source: `authors/${author.slug}.md`,
    layout: "author",
    props: {
      frame: frameOf(edition, {
        sheet: "list",
        url,
        title: page.number === "first" ? author.name : words.pageOf(author.name, page.number),
        description: words.storiesBy(author.role ? `${author.name}, ${author.role}` : author.name),
        type: "profile",
        feeds: listFeedLinks(list, author.name, settings),
        jsonLd: structuredData(profilePage(author, ways, settings)),
      }),
      author: authorProps(author),
      // Not on older pages: a new story would change every one of them.
      storyCount: page.number === "first" ? articles.length : undefined,
      stories: page.items.map((article) => storyCard(article, settings)),
      pager: pagerOf(list, page),
    },
  };
}
