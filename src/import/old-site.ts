import type { Place } from "../problems.ts";

/**
 * A site as it was elsewhere, whatever made it. A reader of one format gives this; what is made of it is the same for
 * all of them. Nothing here is trusted: texts, slugs and addresses are as they stand in the export.
 */
export interface OldSite {
  readonly title?: string | undefined;
  /** Where it stood, such as `https://old.example`; addresses below it become addresses of ours. */
  readonly url?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  readonly authors: readonly OldAuthor[];
  readonly terms: readonly OldTerm[];
  /** When the export was made, for what has no date of its own. */
  readonly made?: string | undefined;
  /** What was left out or changed that belongs to no item. */
  readonly notes?: readonly OldNote[] | undefined;
  /**
   * What else there is, in the order of the export. Asked for twice, and each time read anew from the start, so that
   * large exports are never held whole.
   */
  items(): AsyncIterable<OldItem>;
  /** How many pictures and other files the export knows of, whether a text shows them or not. */
  readonly uploads?: number | undefined;
  /** What a link in a text means on the old site, where it is not an address. `from` is the text's own file. */
  addressOf?(href: string, from: string): string;
  /** What the export says elsewhere of a picture that a text shows. */
  describe?(src: string): OldPicture | undefined;
  /** Where the files of its pictures are. */
  readonly media?: OldMedia | undefined;
}

export interface OldMedia {
  /** The folder that holds them when the person names none; an export of one file has none. */
  readonly folder?: string | undefined;
  /** The paths below the folder where the picture of an address may be, the best first. `from` is the text's own file. */
  pathsOf(src: string, from: string): readonly string[];
}

/** Something that the reader of a format could not take over, or not as it was. */
export interface OldNote {
  /** A sentence. */
  readonly what: string;
  /** Whether somebody should look at it; otherwise it is only counted among what has changed. */
  readonly needsPerson: boolean;
  readonly place?: OldPlace | undefined;
}

/** Where something stands in the export. */
export interface OldPlace {
  /** As the person would type it. */
  readonly file: string;
  readonly at?: Place | undefined;
}

export interface OldAuthor {
  /** What stories name the author by. */
  readonly id: string;
  readonly name: string;
  readonly slug?: string | undefined;
  readonly biography?: OldMarkup | undefined;
  readonly website?: string | undefined;
  readonly picture?: OldPicture | undefined;
  /** Addresses of the author's page. */
  readonly urls: readonly string[];
}

/** A category, a tag, or whatever else sorts stories. */
export interface OldTerm {
  /** What the old site calls this sort of thing: `category`, `tag`. */
  readonly taxonomy: string;
  readonly id: string;
  readonly name: string;
  readonly slug?: string | undefined;
  readonly description?: string | undefined;
  /** Addresses of its page. */
  readonly urls: readonly string[];
}

export interface OldMarkup {
  readonly format: "html" | "markdown";
  readonly text: string;
  /** Where the text begins in the export, so that what a person must see to is found there. */
  readonly place?: OldPlace | undefined;
}

export interface OldPicture {
  /** Its address on the old site, or its path beside the text. */
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** Who may read a text there; only what is `published` is ever published here. */
export type OldStatus = "published" | "scheduled" | "draft" | "private" | "password" | "trash";

/** A story or a page. */
export interface OldText {
  readonly kind: "story" | "page";
  /** Names it in the export, and in every later run. */
  readonly id: string;
  readonly place: OldPlace;
  readonly title: string;
  readonly slug?: string | undefined;
  /** Addresses that lead to it: whole, or paths. */
  readonly urls: readonly string[];
  readonly status: OldStatus;
  /** As `2020-04-17T10:00:00Z`, with an offset, or local to the site that imports it; absent where none is given. */
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  readonly authors: readonly string[];
  /** Ids of terms. */
  readonly terms: readonly string[];
  readonly summary?: string | undefined;
  readonly body: OldMarkup;
  readonly picture?: OldPicture | undefined;
  readonly language?: string | undefined;
  readonly comments: readonly OldComment[];
  readonly notes?: readonly OldNote[] | undefined;
}

/** A reader's reply, without an e-mail address, an IP address or a user agent: readers of formats drop these at once. */
export interface OldComment {
  readonly id: string;
  readonly parent?: string | undefined;
  readonly name: string;
  readonly date?: string | undefined;
  readonly body: OldMarkup;
  readonly isApproved: boolean;
}

/** What has no place here: a menu, a form, a revision. It is listed in the report. */
export interface OldOther {
  readonly kind: "other";
  readonly id: string;
  readonly place: OldPlace;
  /** What it is, in the old site's words: "a menu item". */
  readonly what: string;
  readonly title?: string | undefined;
}

export type OldItem = OldText | OldOther;
