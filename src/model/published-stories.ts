import type { Author, Newsroom, Series, Tag, WrittenArticle } from "./newsroom.ts";
import type { Article, LookedUp, Tombstone } from "./publication.ts";
import type { Section } from "./settings.ts";
import type { Slug } from "./slugs.ts";
import type { Status } from "./status.ts";
import { withoutLinksTo } from "./unlinked.ts";
import { changesUrl, type SitePath } from "./urls.ts";
import { writtenUrl } from "./written-url.ts";

/** The stories of one newsroom as they were published last: with them an edit is published in the time of what it changes. */
export interface PublishedLast {
  lookUp?: LookUp | undefined;
  /** By their files. */
  readonly stories: Map<string, { readonly written: WrittenArticle; readonly article: Article }>;
}

/** What stories name, by the slugs that they name it by. */
export interface LookUp {
  readonly language: string;
  readonly authors: ReadonlyMap<Slug, Author>;
  readonly tags: ReadonlyMap<Slug, Tag>;
  readonly sections: ReadonlyMap<Slug, Section>;
  readonly series: ReadonlyMap<Slug, Series>;
  readonly histories: Newsroom["histories"];
}

/** Whether stories that name the same things find the same ones. */
export const areSame = (one: LookUp, other: LookUp): boolean =>
  one.language === other.language &&
  (["authors", "tags", "sections", "series"] as const).every((name) => {
    const [some, others]: ReadonlyMap<Slug, object>[] = [one[name], other[name]];
    return some?.size === others?.size && [...(some ?? [])].every(([slug, subject]) => others?.get(slug) === subject);
  });

/** A story with all that it names, as it was made the last time where nothing of it has changed. */
export function completeOnce(
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
  { linksTo: _, changes: __, retracted: ___, comments: ____, ...written }: WrittenArticle,
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

/** What stands in the place of a story that was taken back; undefined for one that was not. */
export function tombstoneOf(written: WrittenArticle, lookUp: LookUp): Tombstone | undefined {
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

function found<Subject>(map: ReadonlyMap<Slug, Subject>, slug: Slug, written: Pick<WrittenArticle, "file">): Subject {
  const subject = map.get(slug);
  if (!subject) throw new Error(`${written.file} names "${slug}", which the checks should have refused`);
  return subject;
}

export const bySlug = <Subject extends { readonly slug: Slug }>(subjects: readonly Subject[]) =>
  new Map(subjects.map((subject) => [subject.slug, subject]));
