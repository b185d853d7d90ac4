import type { BodyHash } from "../src/model/newsroom.ts";

/** A feed, whatever its format: the newest stories with all that a reader needs to show them. */
export interface FeedProps {
  readonly title: string;
  readonly subtitle: string;
  /** BCP 47. */
  readonly language: string;
  /** The site's, without a slash at its end. */
  readonly origin: string;
  /** The page that shows the same. Absolute, like every address here. */
  readonly home: string;
  readonly self: string;
  /** The WebSub hub that tells of what is new (w3.org/TR/websub). */
  readonly hub?: string | undefined;
  /** RFC 3339; the newest change of any entry. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  /** The whole text; absent where the summary is all there is. */
  readonly body?: BodyHash | undefined;
  /** RFC 3339, like `updated`. */
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly categories: readonly FeedCategory[];
  readonly image?: FeedImage | undefined;
}

export interface FeedCategory {
  readonly slug: string;
  readonly name: string;
  /** Where categories of its sort stand: a section may be called as a topic is. */
  readonly scheme: string;
}

export interface FeedImage {
  readonly url: string;
  /** Of media, such as `image/jpeg`. */
  readonly type: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}
