import type { Discussion } from "./discussion.ts";
import type { StoryHistory } from "./history.ts";
import type { Author, Retraction, Series, StaticPage, Tag, WrittenArticle } from "./newsroom.ts";
import type { Section, Settings } from "./settings.ts";
import type { Status } from "./status.ts";
import type { SitePath } from "./urls.ts";

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
  /** What readers reply to stories, by the stories' addresses; none of a story without replies that takes none. */
  readonly discussions: ReadonlyMap<SitePath, Discussion>;
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
export interface LookedUp {
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
    Omit<
      WrittenArticle,
      "authors" | "language" | "section" | "tags" | "series" | "changes" | "comments" | "retracted" | "linksTo"
    > {
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
