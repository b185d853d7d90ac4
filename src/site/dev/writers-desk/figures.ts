import { changedAt } from "../../../model/changed.ts";
import { type Article, isOut, type Publication } from "../../../model/publication.ts";
import type { Status } from "../../../model/status.ts";
import { type Moment, type PrintedTime, printInFull, printShort } from "../../../model/time.ts";
import type { SitePath } from "../../../model/urls.ts";
import type { Problem } from "../../../problems.ts";
import { type Told, toldOf } from "../told.ts";
import { type ArchiveCounts, countArchive } from "./counts.ts";
import { type Lacking, lackingIn } from "./lacking.ts";
import { likelyHeaviest, type Weighed, weigh } from "./weights.ts";

/** What the writers' desk shows: plain data. */
export interface DeskFigures {
  readonly site: string;
  readonly timeZone: string;
  /** BCP 47: of titles and names that say nothing else. */
  readonly language: string;
  readonly counts: Readonly<Record<Status, number>>;
  readonly told: Told;
  /** By their dates, the newest first. */
  readonly drafts: readonly DeskStory[];
  /** What comes out first is first. */
  readonly scheduled: readonly DeskStory[];
  /** What was published, updated or corrected last. */
  readonly changed: readonly DeskStory[];
  readonly lacking: readonly Lacking[];
  readonly heaviest: readonly Weighed[];
  readonly archive: ArchiveCounts;
}

/** A story as a line of a list. */
export interface DeskStory {
  readonly title: string;
  readonly url: SitePath;
  /** As a writer would type it. */
  readonly file: string;
  readonly language: string;
  readonly authors: readonly string[];
  readonly section: string;
  readonly when: PrintedTime;
}

export interface DeskSources {
  readonly publication: Publication;
  readonly problems: readonly Problem[];
  /** A file below `content/`, as a writer would type it. */
  readonly shownAs: (file: string) => string;
  /** The HTML of a page; undefined while its file is being edited. */
  readonly htmlAt: (url: SitePath) => string | undefined;
}

const RECENT = 8;

/** The desk speaks English, as the commands and the problems do. */
const ENGLISH = "en-GB";

/** What the desk shows of a publication that has drafts and scheduled stories in it. */
export function deskFigures({ publication, problems, shownAs, htmlAt }: DeskSources): DeskFigures {
  const { settings, articles } = publication;
  const { timeZone, language } = settings;
  const line = (print: typeof printInFull, momentOf: (article: Article) => Moment) => (article: Article) => ({
    title: article.title,
    url: article.url,
    file: shownAs(article.file),
    language: article.language,
    authors: article.authors.map(({ name }) => name),
    section: article.section.name,
    when: print(momentOf(article), timeZone, ENGLISH),
  });
  const of = (status: Status) => articles.filter((article) => article.status === status);
  const [drafts, scheduled, published, expired] = [of("draft"), of("scheduled"), articles.filter(isOut), of("expired")];
  return {
    site: settings.title,
    timeZone,
    language,
    counts: {
      published: published.length,
      draft: drafts.length,
      scheduled: scheduled.length,
      expired: expired.length,
    },
    told: toldOf(problems),
    drafts: drafts.map(line(printShort, ({ date }) => date)),
    scheduled: scheduled.map(line(printInFull, ({ date }) => date)).reverse(),
    changed: lastChanged(published).map(line(printShort, changedAt)),
    lacking: lackingIn(publication, shownAs),
    heaviest: weigh(likelyHeaviest(articles), htmlAt),
    archive: countArchive(publication),
  };
}

/** By what a story says of itself: files of a fresh checkout all have one date. */
const lastChanged = (articles: readonly Article[]): Article[] =>
  articles
    .map((article) => ({ article, at: changedAt(article).epochMs }))
    .sort((a, b) => b.at - a.at || (a.article.file < b.article.file ? -1 : 1))
    .slice(0, RECENT)
    .map(({ article }) => article);
