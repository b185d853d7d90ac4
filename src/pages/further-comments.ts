import type { ThreadPart } from "../model/comment-pages.ts";
import type { Discussion } from "../model/discussion.ts";
import type { Article, Publication } from "../model/publication.ts";
import { shortIds } from "../model/short-ids.ts";
import { commentFormUnder, commentPlacesUrl, commentsUnder, type SitePath, sectionUrl } from "../model/urls.ts";
import { furtherPageUrl, type PlacedComments, placedComments, threadProps } from "./comment-props.ts";
import { type Edition, frameOf, wordsOf } from "./frame.ts";
import { type HtmlPage, type PlannedPage, planned, type TextPage } from "./page.ts";
import { foreignLanguage } from "./story-props.ts";

/** A story with more replies than stand under it. */
interface Discussed {
  readonly article: Article;
  readonly discussion: Discussion;
  readonly placed: PlacedComments;
}

function withFurtherPages({ articles, discussions }: Publication): Discussed[] {
  return articles.flatMap((article) => {
    const discussion = discussions.get(article.url);
    const placed = discussion && placedComments(article.url, discussion);
    return placed && placed.further.length > 0 ? [{ article, discussion, placed }] : [];
  });
}

/** The addresses of the pages with older replies. */
export const furtherCommentsUrls = (publication: Publication): SitePath[] =>
  withFurtherPages(publication).flatMap(({ article, placed }) =>
    placed.further.map((_parts, index) => furtherPageUrl(article.url, index + 1)),
  );

/** `/2026/11/slug/comments/page/1/` and so on: the replies that do not stand under their story. */
export function furtherCommentsPages(edition: Edition): PlannedPage<HtmlPage>[] {
  return withFurtherPages(edition.publication).flatMap((discussed) =>
    discussed.placed.further.map((parts, index) =>
      planned(
        furtherPageUrl(discussed.article.url, index + 1),
        (url) => furtherPage(edition, discussed, parts, index + 1, url),
        () => [discussed.article, discussed.discussion],
      ),
    ),
  );
}

function furtherPage(
  edition: Edition,
  { article, discussion, placed }: Discussed,
  parts: readonly ThreadPart[],
  number: number,
  url: SitePath,
): HtmlPage {
  const { settings } = edition.publication;
  const words = wordsOf(edition);
  const heading = words.pageOf(words.comments.heading, number);
  return {
    kind: "html",
    url,
    source: article.file,
    layout: "comments",
    props: {
      frame: frameOf(edition, {
        sheet: "changes",
        hasComments: true,
        url,
        title: `${heading}: ${article.title}`,
        description: words.comments.of(article.title),
        menu: sectionUrl(article.section.slug),
        scripts: [edition.assets.findComment],
        // Whoever searches is to find the story. So there is no data for search engines either.
        hasAddress: false,
      }),
      heading,
      headline: article.title,
      url: article.url,
      language: foreignLanguage(article, settings.language),
      threads: parts.map((part) => threadProps(part, placed, settings)),
      places: commentPlacesUrl(article.url),
      newer: number === placed.further.length ? commentsUnder(article.url) : furtherPageUrl(article.url, number + 1),
      older: number > 1 ? furtherPageUrl(article.url, number - 1) : undefined,
      form: discussion.isOpen ? commentFormUnder(article.url) : undefined,
    },
  };
}

/** `comments/where.json` of stories with further pages: which reply stands on which page by now. */
export function commentPlacesPages(edition: Edition): PlannedPage<TextPage>[] {
  return withFurtherPages(edition.publication).map(({ article, discussion, placed }) => {
    const url = commentPlacesUrl(article.url);
    const make = (): TextPage => ({ kind: "json", url, layout: "comment-places", props: { pages: placesOf(placed) } });
    return { kind: "json", url, make, madeFrom: () => [{ story: article.url }, discussion] };
  });
}

function placesOf({ pages }: PlacedComments) {
  const short = shortIds([...pages.keys()]);
  const byPage = Map.groupBy(pages, ([, url]) => url);
  return [...byPage].map(([url, replies]) => ({ url, ids: replies.map(([id]) => short.get(id) ?? id) }));
}
