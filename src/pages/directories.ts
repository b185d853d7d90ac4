import type { DirectoryProps } from "../../layouts/directory.tsx";
import { isOut, type Listing, type Publication } from "../model/publication.ts";
import type { Moment } from "../model/time.ts";
import { AUTHOR_INDEX, authorUrl, FRONT, type SitePath, TAG_INDEX, tagUrl } from "../model/urls.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { structuredData } from "./json-ld.ts";
import { collectionPage } from "./json-ld-of-pages.ts";
import type { HtmlPage } from "./page.ts";

/** `/tags/`: the topics that have stories. A topic without one has its page, so that links to it hold. */
export function tagIndexPage(edition: Edition): HtmlPage {
  const { tags, settings } = edition.publication;
  const words = wordsOf(edition);
  return directory(edition, {
    url: TAG_INDEX,
    heading: words.topics,
    description: words.everyTopic(settings.title),
    entries: tags
      .filter(({ articles }) => articles.length > 0)
      .map((tag) => entryOf(tag, tagUrl(tag.subject.slug), tag.subject.description)),
  });
}

/** When a story last came under a topic: what the index of topics counts. */
export const tagIndexChanged = ({ articles }: Publication): Moment | undefined =>
  articles.find((article) => isOut(article) && article.tags.length > 0)?.date;

/** When a story last came out: what the index of authors counts. */
export const authorIndexChanged = ({ articles }: Publication): Moment | undefined => articles.find(isOut)?.date;

/** `/authors/` */
export function authorIndexPage(edition: Edition): HtmlPage {
  const { authors, settings } = edition.publication;
  const words = wordsOf(edition);
  return directory(edition, {
    url: AUTHOR_INDEX,
    heading: words.authors,
    description: words.whoWrites(settings.title),
    entries: authors.map((author) => entryOf(author, authorUrl(author.subject.slug), author.subject.role)),
  });
}

type Entry = DirectoryProps["entries"][number];

function entryOf(
  { subject, articles }: Listing<{ readonly name: string }>,
  url: SitePath,
  description: string | undefined,
): Entry {
  return { name: subject.name, url, description, storyCount: articles.length };
}

interface Directory {
  readonly url: SitePath;
  readonly heading: string;
  readonly description: string;
  readonly entries: readonly Entry[];
}

/** A page of everything of a sort, by name. */
export function directory(edition: Edition, { url, heading, description, entries }: Directory): HtmlPage {
  const { settings } = edition.publication;
  const byName = new Intl.Collator(settings.language).compare;
  const ways = [
    { name: wordsOf(edition).home, url: FRONT },
    { name: heading, url },
  ];
  return {
    kind: "html",
    url,
    layout: "directory",
    props: {
      frame: frameOf(edition, {
        sheet: "list",
        url,
        title: heading,
        description,
        jsonLd: structuredData(collectionPage({ name: heading, description, url, ways }, settings)),
      }),
      heading,
      entries: [...entries].sort((a, b) => byName(a.name, b.name)),
    },
  };
}
