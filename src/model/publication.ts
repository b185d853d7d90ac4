import type { Author, Newsroom, Section, Settings, StaticPage, Tag, WrittenArticle } from "./newsroom.ts";
import type { Slug } from "./slugs.ts";
import { type Moment, monthOf, yearOf } from "./time.ts";
import { articleUrl, type SitePath } from "./urls.ts";

/** What is shown at a moment: the newsroom as its readers see it. */
export interface Publication {
  readonly settings: Settings;
  /** Every shown article, newest first; ties in time are broken by path. */
  readonly articles: readonly Article[];
  readonly sections: readonly Listing<Section>[];
  readonly tags: readonly Listing<Tag>[];
  readonly authors: readonly Listing<Author>[];
  readonly years: readonly Year[];
  readonly pages: readonly StaticPage[];
}

/** An article that is shown, with what it names looked up. */
export interface Article extends Omit<WrittenArticle, "authors" | "language" | "section" | "tags"> {
  readonly status: Status;
  readonly url: SitePath;
  /** BCP 47. */
  readonly language: string;
  readonly authors: readonly Author[];
  readonly section: Section;
  readonly tags: readonly Tag[];
}

/** Only `published` is for readers; the others are shown to writers who asked for them, and marked. */
export type Status = "published" | "draft" | "scheduled";

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

/** Which stories that are not out are shown all the same, and marked. */
export type Unpublished =
  /** For readers. */
  | "none"
  /** For deploy previews: drafts, except those dated in the future, which may be under embargo. */
  | "drafts"
  /** For the writer's own machine: drafts and scheduled stories. */
  | "all";

/** The publication at `now` (milliseconds since 1970 UTC). */
export function publish(newsroom: Newsroom, now: number, unpublished: Unpublished): Publication {
  const lookUp = {
    language: newsroom.settings.language,
    authors: bySlug(newsroom.authors),
    tags: bySlug(newsroom.tags),
    sections: bySlug(newsroom.settings.sections),
  };
  const articles = newsroom.articles
    .flatMap((written) => {
      const status = statusAt(written, now);
      return isShown(status, written, now, unpublished) ? [complete(written, status, lookUp)] : [];
    })
    .sort(newestFirst);
  const { settings, pages } = newsroom;
  // Whoever looks at one story only need not wait for the lists.
  const sections = once(() => listings(settings.sections, articles, (article) => [article.section]));
  const tags = once(() => listings(newsroom.tags, articles, (article) => article.tags));
  const authors = once(() => listings(newsroom.authors, articles, (article) => article.authors));
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
    get years() {
      return years();
    },
    pages,
  };
}

/** Makes something when it is first asked for. */
function once<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/** What an article is at `now`: a draft stays one whatever its date. */
export function statusAt(written: WrittenArticle, now: number): Status {
  if (written.draft) return "draft";
  return written.date.epochMs > now ? "scheduled" : "published";
}

function isShown(status: Status, written: WrittenArticle, now: number, unpublished: Unpublished): boolean {
  switch (status) {
    case "published":
      return true;
    case "draft":
      return unpublished === "all" || (unpublished === "drafts" && written.date.epochMs <= now);
    case "scheduled":
      return unpublished === "all";
  }
}

interface LookUp {
  readonly language: string;
  readonly authors: ReadonlyMap<Slug, Author>;
  readonly tags: ReadonlyMap<Slug, Tag>;
  readonly sections: ReadonlyMap<Slug, Section>;
}

function complete(written: WrittenArticle, status: Status, lookUp: LookUp): Article {
  return {
    ...written,
    status,
    url: writtenUrl(written),
    language: written.language ?? lookUp.language,
    authors: written.authors.map((slug) => found(lookUp.authors, slug, written)),
    section: found(lookUp.sections, written.section, written),
    tags: written.tags.map((slug) => found(lookUp.tags, slug, written)),
  };
}

/** When an article was last changed: the update, except that a day without a time can begin before the story did. */
export function changedAt({ date, updated }: Pick<Article, "date" | "updated">): Moment {
  return updated && updated.epochMs > date.epochMs ? updated : date;
}

/** Where an article stands, shown or not. */
export const writtenUrl = ({ date, slug }: Pick<WrittenArticle, "date" | "slug">): SitePath =>
  articleUrl(yearOf(date), monthOf(date), slug);

function found<Subject>(map: ReadonlyMap<Slug, Subject>, slug: Slug, written: WrittenArticle): Subject {
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

function archive(articles: readonly Article[]): Year[] {
  const byYear = Map.groupBy(articles, (article) => yearOf(article.date));
  return [...byYear].map(([year, ofYear]) => {
    const byMonth = Map.groupBy(ofYear, (article) => monthOf(article.date));
    return { year, months: [...byMonth].map(([month, ofMonth]) => ({ year, month, articles: ofMonth })) };
  });
}
