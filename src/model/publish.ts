import { findDeadLinks } from "./dead-links.ts";
import { discussionsOf } from "./discussion.ts";
import type { StoryHistory } from "./history.ts";
import { archive, listings, seriesOf } from "./listings.ts";
import type { FrontPlan, Newsroom } from "./newsroom.ts";
import { once } from "./once.ts";
import type { Article, Front, Publication } from "./publication.ts";
import { areSame, bySlug, completeOnce, type LookUp, type PublishedLast, tombstoneOf } from "./published-stories.ts";
import { isShown, statusAt, type Unpublished } from "./status.ts";
import type { Moment } from "./time.ts";
import { nextChangeAfter } from "./time-span.ts";
import { withoutLinksTo } from "./unlinked.ts";
import type { SitePath } from "./urls.ts";

/** The publication at `now` (milliseconds since 1970 UTC). What is known from the `last` time is taken, and noted in it. */
export function publish(
  newsroom: Newsroom,
  now: number,
  unpublished: Unpublished,
  last: PublishedLast = { stories: new Map() },
): Publication {
  const { settings } = newsroom;
  const written = newsroom.articles.map((article) => ({ article, status: statusAt(article, now) }));
  const shown = written.flatMap(({ article, status }) =>
    status !== "retracted" && isShown(status, article, now, unpublished) ? [{ article, status }] : [],
  );
  const leadingNowhere = findDeadLinks(
    newsroom,
    shown.map(({ article }) => article),
    last,
  );
  // Whoever compares what has not changed finds it to be the same.
  const everyAuthor = newsroom.authors.map((author) =>
    author.linksTo.length === 0
      ? author
      : { ...author, biography: withoutLinksTo(author.biography, leadingNowhere(author.linksTo)) },
  );
  const lookUp: LookUp = {
    language: settings.language,
    authors: bySlug(everyAuthor),
    tags: bySlug(newsroom.tags),
    sections: bySlug(settings.sections),
    series: bySlug(newsroom.series),
    histories: newsroom.histories,
  };
  if (!last.lookUp || !areSame(last.lookUp, lookUp)) last.stories.clear();
  last.lookUp = lookUp;
  const articles = shown
    .map(({ article, status }) => completeOnce(article, status, leadingNowhere(article.linksTo), lookUp, last))
    .sort(newestFirst);
  const pages = newsroom.pages.map((page) =>
    page.linksTo.length === 0 ? page : { ...page, body: withoutLinksTo(page.body, leadingNowhere(page.linksTo)) },
  );
  const tombstones = newsroom.articles
    .flatMap((article) => (article.draft ? [] : (tombstoneOf(article, lookUp) ?? [])))
    .sort((a, b) => b.retracted.date.epochMs - a.retracted.date.epochMs || (a.file < b.file ? 1 : -1));
  // Whoever looks at one story only need not wait for the lists.
  const sections = once(() => listings(settings.sections, articles, (article) => [article.section]));
  const tags = once(() => listings(newsroom.tags, articles, (article) => article.tags));
  const authors = once(() => listings(everyAuthor, articles, (article) => article.authors));
  const series = once(() => seriesOf(newsroom.series, articles));
  const years = once(() => archive(articles));
  return {
    settings,
    articles,
    get sections() {
      return sections();
    },
    get tags() {
      return tags();
    },
    get authors() {
      return authors();
    },
    get series() {
      return series();
    },
    front: frontAt(newsroom.front, articles, now),
    get years() {
      return years();
    },
    pages,
    tombstones,
    histories: historiesOf(articles, newsroom, now),
    discussions: discussionsOf(shown, newsroom, now),
    nextChange: nextChangeAfter(newsroom, now),
  };
}

/** A version that is committed and not out yet (the file may have been edited since) stays at home. */
function historiesOf(
  articles: readonly Article[],
  { histories }: Newsroom,
  now: number,
): ReadonlyMap<SitePath, StoryHistory> {
  if (!histories || histories.size === 0) return new Map();
  return new Map(
    articles.flatMap(({ file, url, changesUrl }) => {
      const history = changesUrl && histories.get(file);
      return history ? [[url, history.filter(({ date }) => date <= now)] as const] : [];
    }),
  );
}

function newestFirst(a: Article, b: Article): number {
  return b.date.epochMs - a.date.epochMs || (a.file < b.file ? 1 : -1);
}

/** What has come to its end, and stories that are not shown, leave their places open. */
function frontAt({ lead, order, banner }: FrontPlan, articles: readonly Article[], now: number): Front {
  const lasts = (until: Moment | undefined) => until === undefined || now < until.epochMs;
  const shown = (file: string) => articles.find((article) => article.file.normalize("NFC") === file);
  const story = banner?.story === undefined ? undefined : shown(banner.story);
  return {
    lead: lead && lasts(lead.until) ? shown(lead.story) : undefined,
    order: order.flatMap((file) => shown(file) ?? []),
    banner: banner && lasts(banner.until) ? { text: banner.text, url: story?.url } : undefined,
  };
}
