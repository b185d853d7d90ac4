import type { EmbedKind } from "../../src/model/embeds.ts";
import type { Counted } from "./plural.ts";

/** What the pages say besides what the newsroom has written: one dictionary a language. A missing word is a type error. */
export interface Words {
  readonly skip: string;
  /** Names of landmarks, which are heard and not seen. */
  readonly sections: string;
  readonly aboutThisSite: string;
  readonly neighbours: string;
  readonly pagesOfList: string;
  readonly archiveByYear: string;
  readonly youAreHere: string;

  readonly home: string;
  readonly search: string;
  readonly allStories: string;
  readonly everyStory: string;
  readonly latest: string;
  readonly topics: string;
  readonly authors: string;
  readonly feeds: string;
  readonly archive: string;
  readonly section: string;
  readonly topic: string;
  readonly author: string;
  readonly year: string;
  readonly noStories: string;
  readonly noneYet: string;
  readonly newer: string;
  readonly older: string;
  publishedBy(publisher: string): string;
  stories(count: number): string;

  /** The switch between light and dark, and its three places. */
  readonly colours: string;
  readonly asTheDevice: string;
  readonly light: string;
  readonly dark: string;

  /** Before the names of a byline, with the space that follows. */
  readonly by: string;
  /** A place before a date, as a dateline joins them. */
  placed(place: string): string;
  readonly updated: string;
  readonly draft: string;
  readonly scheduled: string;
  readonly expired: string;
  /** Of a story that is told as it happens, and what a page that is open says when that is over. */
  readonly live: string;
  readonly liveEnded: string;
  readonly keyEvents: string;
  readonly newPosts: Counted;
  readonly contents: string;
  readonly sources: string;
  readonly related: string;
  readonly earlier: string;
  readonly later: string;
  readonly share: string;
  readonly byEmail: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly printedFrom: string;
  minutesToRead(minutes: number): string;
  moreOn(tag: string): string;
  aboutTheAuthors(count: number): string;
  alsoKnownAs(names: string): string;
  covers(beats: string): string;

  /** Titles and descriptions, for tabs and search engines. */
  pageOf(heading: string, number: number): string;
  from(title: string, site: string): string;
  storiesOfYear(year: string, site: string): string;
  everyTopic(site: string): string;
  whoWrites(site: string): string;
  storiesBy(author: string): string;
  searchOf(site: string): string;

  readonly forms: FormWords;
  readonly corrections: CorrectionWords;
  readonly sponsored: SponsoredWords;
  readonly series: SeriesWords;
  readonly timeline: TimelineWords;
  readonly embeds: Readonly<Record<EmbedKind, EmbedWords>>;
  /** Before a line above everything, while news breaks. */
  readonly breaking: string;
  /** Before the name of a page, at an address that it had before. */
  readonly moved: string;
  readonly changes: ChangesWords;
  readonly notFound: { readonly title: string; readonly heading: string; readonly advice: string };
  readonly searchPage: SearchPageWords;
  readonly answers: AnswerWords;
  readonly offlinePage: OfflinePageWords;
  readonly feedsPage: FeedsPageWords;
  readonly comments: CommentWords;
  readonly newsletter: NewsletterWords;
}

/** Of what stands in a text beside its sentences. */
export interface FormWords {
  readonly keyPoints: string;
  /** Before a name, with the space that follows. */
  readonly source: string;
  /** Opens the figures of a chart as a table. */
  readonly figures: string;
  /** Sorts of charts, before what they show. */
  readonly line: string;
  readonly bar: string;
}

export interface CorrectionWords {
  /** Of a page with all of them, and of the notes under a story. */
  readonly heading: string;
  every(site: string): string;
  readonly none: string;
  /** Before the date of the last one, at the head of a story. */
  readonly corrected: string;
  /** What an entry is: a mistake put right, or a story taken back. */
  readonly correction: string;
  readonly retraction: string;
  /** The headline of a notice in a story's place, and the mark above it. */
  readonly retracted: string;
  takenBack(headline: string): string;
  readonly firstPublished: string;
}

export interface SponsoredWords {
  /** The mark of a story that somebody paid for, where it has none of its own. */
  readonly label: string;
  paidForBy(name: string): string;
  /** Before what ties a writer to whom the story is about. */
  readonly disclosure: string;
}

export interface SeriesWords {
  readonly heading: string;
  /** What one of them is called. */
  readonly label: string;
  every(site: string): string;
  part(number: number, of: number): string;
  readonly previous: string;
  readonly next: string;
}

export interface TimelineWords {
  readonly heading: string;
  of(topic: string): string;
}

/** Of something of another site's that is shown in a story when its reader asks for it. */
export interface EmbedWords {
  /** Where the writer has given it no title. */
  title(provider: string): string;
  readonly load: string;
  /** What a reader should know before that. */
  sends(provider: string): string;
}

export interface ChangesWords {
  /** Of a page that shows what changed in a story, and of the links there. */
  readonly heading: string;
  of(headline: string): string;
  readonly whatIsCompared: string;
  readonly none: string;
  readonly headline: string;
  readonly standfirst: string;
  /** Samples of the marks: a word struck out, and a word underlined. */
  readonly gone: string;
  readonly fresh: string;
  /** Around such words for who hears the page. */
  readonly removed: readonly [before: string, after: string];
  readonly added: readonly [before: string, after: string];
}

export interface OfflinePageWords {
  readonly heading: string;
  readonly advice: string;
  readonly tryAgain: string;
  /** Above the stories that can be read without a network. */
  readonly kept: string;
}

export interface FeedsPageWords {
  readonly heading: string;
  readonly whatIsAFeed: string;
  readonly howToUse: string;
  /** At the top of a feed that somebody has opened in a browser. */
  readonly thisIsAFeed: string;
}

/** Of what readers reply to a story. */
export interface CommentWords {
  /** Above the form while there are none. */
  readonly heading: string;
  counted(count: number): string;
  /** What the replies to a story of this title are. */
  of(title: string): string;
  /** Opens the replies that are folded away, and says how many they are. */
  folded(count: number): string;
  readonly older: string;
  readonly newer: string;
  readonly answer: string;
  /** What `answer` does to whom; holds the same words. */
  answerTo(name: string): string;
  /** Before a name. */
  readonly inAnswerTo: string;
  /** Leads to where a thread goes on. */
  readonly moreAnswers: string;
  readonly feed: string;
  readonly closed: string;
  readonly leave: string;
  /** Under that: what becomes of a reply. */
  readonly waits: string;
  /** Before the choice of what is answered. */
  readonly replyTo: string;
  readonly theStory: string;
  readonly text: string;
  /** Which signs mean what in it. */
  readonly marks: string;
  readonly name: string;
  readonly email: string;
  readonly emailUnpublished: string;
  /** After the names of fields. */
  readonly required: string;
  readonly optional: string;
  readonly consent: string;
  /** Of a field that no reader sees. */
  readonly leaveEmpty: string;
  readonly send: string;
  readonly received: CommentReceivedWords;
}

/** Of the page for a reader who has sent a reply. */
export interface CommentReceivedWords {
  readonly heading: string;
  readonly waits: string;
  readonly emailUnpublished: string;
  readonly backToStory: string;
}

export interface NewsletterWords {
  /** Where the newsletter has no name of its own. */
  readonly heading: string;
  readonly emailAddress: string;
  readonly subscribe: string;
}

export interface SearchPageWords {
  /** Without JavaScript; what follows is a list of where to look instead. */
  readonly needsScript: string;
  readonly searchFor: string;
  readonly all: string;
  readonly order: string;
  readonly bestMatch: string;
  readonly newestFirst: string;
  readonly moreResults: string;
  readonly searchOlder: string;
  readonly newestStories: string;
  readonly tryAgain: string;
}

/** What the search answers. Sentences come without the stop at their end. */
export interface AnswerWords {
  readonly searching: string;
  readonly searchingOlder: string;
  /** How many stories match, in words that `stories` has made; without words that were searched for, just that. */
  found(stories: string, query: string): string;
  atLeast(found: string): string;
  bestSince(month: string, found: string): string;
  none(query: string): string;
  noneSince(query: string, month: string): string;
  readonly tryOthers: string;
  /** Some stories, such as "2025, 2024", could not be searched. */
  missing(names: string): string;
  readonly failed: string;
  readonly offline: string;
  searchOlder(years: string): string;
  /** Before and after the words that the reader may have meant. */
  readonly didYouMean: readonly [before: string, after: string];
  readonly results: string;
  readonly allResults: string;
  readonly close: string;
  /** Between one sentence and the next. */
  readonly stop: string;
}
