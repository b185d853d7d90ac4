/** What a text is converted with: where its links lead now, and which of its pictures there are. */
export interface Surroundings {
  /** The headline, for pictures of which nothing is known. */
  readonly title: string;
  link(href: string): LinkNow;
  /** The picture at the first of the addresses that is there. */
  picture(addresses: readonly string[]): PictureNow;
}

export interface LinkNow {
  /** Undefined where there is nothing to link to: then only the words stay. */
  readonly url: string | undefined;
  /** Said to a person, or counted among what has changed. */
  readonly note?: { readonly what: string; readonly needsPerson: boolean } | undefined;
}

export type PictureNow =
  | {
      /** The name of the file beside the text. */
      readonly name: string;
      /** What the export says of it elsewhere. */
      readonly alt?: string | undefined;
      readonly caption?: string | undefined;
    }
  | { readonly missing: string; readonly url: string | undefined };
