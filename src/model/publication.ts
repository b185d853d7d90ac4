import type { StoryHistory } from "./history.ts";
import type { Author, FrontPlan, Newsroom, Retraction, Series, StaticPage, Tag, WrittenArticle } from "./newsroom.ts";
import type { Section, Settings } from "./settings.ts";
import type { Slug } from "./slugs.ts";
import { isShown, type Status, statusAt, type Unpublished } from "./status.ts";
import { type Moment, monthOf, yearOf } from "./time.ts";
import { nextChangeAfter } from "./time-span.ts";
import { withoutLinksTo } from "./unlinked.ts";
import { articleUrl, changesUrl, monthUrl, SERIES_INDEX, type SitePath, seriesUrl, yearUrl } from "./urls.ts";

/** What is shown at a moment: the newsroom as its readers see it. */
export interface Publication {
  readonly settings: Settings;
  /** Every shown article, newest first; ties in time are broken by path. */
  readonly articles: readonly Article[];
  readonly sections: readonly Listing<Section>[];
  readonly tags: readonly Listing<Tag>[];
  readonly authors: readonly Listing<Author>[];
  /** Series that have stories; these are in the order in which they are read, the first first. */
  readonly series: readonly Listing<Series>[];
  readonly front: Front;
  readonly years: readonly Year[];
  readonly pages: readonly StaticPage[];
  /** Stories that were taken back: they stand in no list. The latest first. */
  readonly tombstones: readonly Tombstone[];
  /** What was public of stories that show what changed in them, by the stories' addresses. */
  readonly histories: ReadonlyMap<SitePath, StoryHistory>;
  /** When readers will next have something else to see; milliseconds since 1970 UTC. Undefined when they never will. */
  readonly nextChange: number | undefined;
}

/** What the editor decided about the front page, as far as it holds now. */
export interface Front {
  readonly lead?: Article | undefined;
  /** What follows the lead. */
  readonly order: readonly Article[];
  readonly banner?: { readonly text: string; readonly url?: SitePath | undefined } | undefined;
}

/** What a story and its tombstone have in common: what it names, looked up. */
interface LookedUp {
  readonly url: SitePath;
  /** BCP 47. */
  readonly language: string;
  readonly authors: readonly Author[];
  readonly section: Section;
  readonly tags: readonly Tag[];
}

/** What stands at the address of a story that was taken back. */
export interface Tombstone
  extends Omit<LookedUp, "tags">,
    Pick<WrittenArticle, "file" | "slug" | "title" | "date" | "formerly"> {
  readonly retracted: Retraction;
}

/** An article that is shown. The names of its texts leave out links to what is not. */
export interface Article
  extends LookedUp,
    Omit<WrittenArticle, "authors" | "language" | "section" | "tags" | "series" | "changes" | "retracted" | "linksTo"> {
  readonly status: Status;
  readonly series?: Series | undefined;
  /** Where a story that was corrected shows what changed in it. */
  readonly changesUrl?: SitePath | undefined;
}

/** Whether an article is for readers, so that it may stand in feeds and sitemaps, which carry no mark. */
export const isOut = ({ status }: Article): boolean => status === "published";

/** Something that articles are listed under, with its articles, newest first. */
export interface Listing<Subject> {
  readonly subject: Subject;
  readonly articles: readonly Article[];
}

export interface Year {
  readonly year: number;
  /** Newest first. */
  readonly months: readonly Month[];
}

export interface Month {
  readonly year: number;
  readonly month: number;
  readonly articles: readonly Article[];
}

/** The stories of one newsroom as they were published last: with them an edit is published in the time of what it changes. */
export interface PublishedLast {
  lookUp?: LookUp | undefined;
  /** By their files. */
  readonly stories: Map<string, { readonly written: WrittenArticle; readonly article: Article }>;
}

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

/** Picks from the addresses that a text links to those where nothing stands, because no shown story does. */
function findDeadLinks(newsroom: Newsroom, shown: readonly WrittenArticle[], { stories }: PublishedLast) {
  const urlOf = (story: WrittenArticle) => {
    const known = stories.get(story.file);
    return known?.written === story ? known.article.url : writtenUrl(story);
  };
  const there = once(() => {
    const standing = [...shown, ...newsroom.articles.filter(({ retracted, draft }) => retracted && !draft)];
    return new Set([...standing.map(urlOf), ...listsThatComeWith(shown)]);
  });
  return (linksTo: readonly SitePath[]): readonly SitePath[] =>
    linksTo.length === 0 ? linksTo : linksTo.filter((address) => !there().has(address));
}

/** The pages that are there while this story is, or another like it: the archives of its time, and its series. */
export const pagesThatComeWith = ({ date, series }: Pick<WrittenArticle, "date" | "series">): readonly SitePath[] => [
  yearUrl(yearOf(date)),
  monthUrl(yearOf(date), monthOf(date)),
  ...(series ? [SERIES_INDEX, seriesUrl(series)] : []),
];

/** The same of many stories: each list once. */
export function listsThatComeWith(stories: readonly Pick<WrittenArticle, "date" | "series">[]): ReadonlySet<SitePath> {
  const [months, series] = [new Map<string, Moment>(), new Set<Slug>()];
  for (const story of stories) {
    months.set(story.date.iso.slice(0, 7), story.date);
    if (story.series) series.add(story.series);
  }
  return new Set([
    ...[...months.values()].flatMap((date) => pagesThatComeWith({ date })),
    ...[...series].flatMap((slug) => [SERIES_INDEX, seriesUrl(slug)]),
  ]);
}

/** Makes something when it is first asked for. */
function once<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

interface LookUp {
  readonly language: string;
  readonly authors: ReadonlyMap<Slug, Author>;
  readonly tags: ReadonlyMap<Slug, Tag>;
  readonly sections: ReadonlyMap<Slug, Section>;
  readonly series: ReadonlyMap<Slug, Series>;
  readonly histories: Newsroom["histories"];
}

/** Whether stories that name the same things find the same ones. */
const areSame = (one: LookUp, other: LookUp): boolean =>
  one.language === other.language &&
  (["authors", "tags", "sections", "series"] as const).every((name) => {
    const [some, others]: ReadonlyMap<Slug, object>[] = [one[name], other[name]];
    return some?.size === others?.size && [...(some ?? [])].every(([slug, subject]) => others?.get(slug) === subject);
  });

function completeOnce(
  written: WrittenArticle,
  status: Status,
  leadNowhere: readonly SitePath[],
  lookUp: LookUp,
  { stories }: PublishedLast,
): Article {
  const known = stories.get(written.file);
  if (known?.written === written) {
    const { article } = known;
    const isSame =
      article.status === status &&
      article.body === withoutLinksTo(written.body, leadNowhere) &&
      (article.changesUrl !== undefined) === showsChanges(written, status, lookUp);
    if (isSame) return article;
  }
  const article = complete(written, status, leadNowhere, lookUp);
  stories.set(written.file, { written, article });
  return article;
}

const showsChanges = ({ file }: Pick<WrittenArticle, "file">, status: Status, { histories }: LookUp): boolean =>
  status === "published" && (histories?.has(file) ?? false);

function complete(
  { linksTo: _, changes: __, retracted: ___, ...written }: WrittenArticle,
  status: Status,
  leadNowhere: readonly SitePath[],
  lookUp: LookUp,
): Article {
  const names = namesOf(written, lookUp);
  return {
    ...written,
    ...names,
    series: written.series && found(lookUp.series, written.series, written),
    status,
    ...(showsChanges(written, status, lookUp) ? { changesUrl: changesUrl(names.url) } : {}),
    body: withoutLinksTo(written.body, leadNowhere),
  };
}

function tombstoneOf(written: WrittenArticle, lookUp: LookUp): Tombstone | undefined {
  const { file, slug, title, date, formerly, retracted } = written;
  if (!retracted) return undefined;
  const { tags: _, ...names } = namesOf(written, lookUp);
  return { file, slug, title, date, formerly, retracted, ...names };
}

const namesOf = (written: Omit<WrittenArticle, "linksTo" | "changes">, lookUp: LookUp): LookedUp => ({
  url: writtenUrl(written),
  language: written.language ?? lookUp.language,
  authors: written.authors.map((slug) => found(lookUp.authors, slug, written)),
  section: found(lookUp.sections, written.section, written),
  tags: written.tags.map((slug) => found(lookUp.tags, slug, written)),
});

/** Where an article stands, shown or not. */
export const writtenUrl = ({ date, slug }: Pick<WrittenArticle, "date" | "slug">): SitePath =>
  articleUrl(yearOf(date), monthOf(date), slug);

function found<Subject>(map: ReadonlyMap<Slug, Subject>, slug: Slug, written: Pick<WrittenArticle, "file">): Subject {
  const subject = map.get(slug);
  if (!subject) throw new Error(`${written.file} names "${slug}", which the checks should have refused`);
  return subject;
}

const bySlug = <Subject extends { readonly slug: Slug }>(subjects: readonly Subject[]) =>
  new Map(subjects.map((subject) => [subject.slug, subject]));

function newestFirst(a: Article, b: Article): number {
  return b.date.epochMs - a.date.epochMs || (a.file < b.file ? 1 : -1);
}

function listings<Subject extends { readonly slug: Slug }>(
  subjects: readonly Subject[],
  articles: readonly Article[],
  subjectsOf: (article: Article) => readonly Subject[],
): Listing<Subject>[] {
  const under = new Map<Slug, Article[]>(subjects.map((subject) => [subject.slug, []]));
  for (const article of articles) for (const subject of subjectsOf(article)) under.get(subject.slug)?.push(article);
  return subjects.map((subject) => ({ subject, articles: under.get(subject.slug) ?? [] }));
}

/** A series without a story that is shown has no page either: nothing could lead to it. */
function seriesOf(series: readonly Series[], articles: readonly Article[]): Listing<Series>[] {
  const bySeries = Map.groupBy(
    articles.filter((article) => article.series),
    (article) => article.series,
  );
  return series.flatMap((subject) => {
    const newestFirst = bySeries.get(subject);
    return newestFirst ? [{ subject, articles: newestFirst.toReversed() }] : [];
  });
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

function archive(articles: readonly Article[]): Year[] {
  const byYear = Map.groupBy(articles, (article) => yearOf(article.date));
  return [...byYear].map(([year, ofYear]) => {
    const byMonth = Map.groupBy(ofYear, (article) => monthOf(article.date));
    return { year, months: [...byMonth].map(([month, ofMonth]) => ({ year, month, articles: ofMonth })) };
  });
}
