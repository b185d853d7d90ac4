import { hash } from "node:crypto";
import { type Article, isOut } from "../model/publication.ts";
import {
  COMMENT_RECEIVED,
  changesUrl,
  indexNowKeyUrl,
  NOT_FOUND,
  OFFLINE,
  SEARCH,
  type SitePath,
  VERSIONS,
} from "../model/urls.ts";
import type { Edition } from "./frame.ts";
import { furtherCommentsUrls } from "./further-comments.ts";
import type { HtmlPage, PlannedPage, TextPage } from "./page.ts";

/** What of a flatplan others may be told of. */
interface Planned {
  readonly html: () => Iterable<PlannedPage<HtmlPage>>;
  readonly feeds: () => Iterable<PlannedPage<TextPage>>;
}

/**
 * `/versions.json`, which says what there is to be told to others, and the page that shows IndexNow the key. Only of a
 * site that tells somebody, and never of a preview: to say in which version a list is, it has to be made.
 */
export function versionsPages(edition: Edition, { html, feeds }: Planned): PlannedPage<TextPage>[] {
  const { url: site, distribution } = edition.publication.settings;
  const { indexNow, hub } = distribution;
  if (!edition.indexed || (indexNow === undefined && hub === undefined)) return [];
  const make = (): TextPage => ({
    kind: "json",
    url: VERSIONS,
    layout: "versions",
    props: {
      site,
      indexNow,
      hub,
      pages: indexNow === undefined ? {} : Object.fromEntries(pageVersions(edition, html())),
      feeds: hub === undefined ? {} : Object.fromEntries(feedVersions(feeds())),
    },
  });
  const versions: PlannedPage<TextPage> = { kind: "json", url: VERSIONS, make };
  if (indexNow === undefined) return [versions];
  const url = indexNowKeyUrl(indexNow);
  return [
    versions,
    { kind: "text", url, make: () => ({ kind: "text", url, layout: "index-now-key", props: { key: indexNow } }) },
  ];
}

/** The pages that search engines may show, and those that they are to forget: the tombstones. */
function* pageVersions({ publication }: Edition, html: Iterable<PlannedPage<HtmlPage>>): Generator<[SitePath, string]> {
  const stories = new Map(publication.articles.map((article) => [article.url, article]));
  const apart: readonly SitePath[] = [
    COMMENT_RECEIVED,
    NOT_FOUND,
    OFFLINE,
    SEARCH,
    ...[...publication.histories.keys()].map(changesUrl),
    ...furtherCommentsUrls(publication),
  ];
  for (const { url, make } of html) {
    const story = stories.get(url);
    if (apart.includes(url) || (story && !isOut(story))) continue;
    yield [url, versionOf(story ? ownMatter(story) : { ...make().props, frame: undefined })];
  }
}

/**
 * A story as its own file has it, as far as readers see it. What stands around it (the next story, related ones, the
 * author's biography) changes with other files, and is no news of this one.
 */
function ownMatter({ authors, tags, section, file, status, expires, formerly, ...story }: Article): object {
  const named = ({ name, slug }: { name: string; slug: string }) => ({ name, slug });
  return { ...story, authors: authors.map(named), tags: tags.map(named), section: named(section) };
}

function* feedVersions(feeds: Iterable<PlannedPage<TextPage>>): Generator<[SitePath, string]> {
  for (const { url, make } of feeds) {
    const { layout, props } = make();
    // The sheet is for people, and changes with the site's looks.
    yield [url, versionOf(layout === "atom-feed" ? { ...props, sheet: undefined } : props)];
  }
}

/** Long enough that two versions of one page differ; nobody gains anything by making them the same. */
const versionOf = (matter: object): string => hash("sha256", JSON.stringify(matter), "base64url").slice(0, 12);
