import type { TextLayout } from "./layout.ts";

/** A feed, whatever its format: the newest stories with all that a reader needs to show them. */
export interface FeedProps {
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  /** Absolute, like every address here. */
  readonly home: string;
  readonly self: string;
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
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly tags: readonly { readonly slug: string; readonly name: string }[];
  readonly image?: string | undefined;
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export const jsonFeed: TextLayout<FeedProps> = (feed) => {
  const items = feed.entries.map((entry) => ({
    id: entry.url,
    url: entry.url,
    ...(entry.language === feed.language ? {} : { language: entry.language }),
    title: entry.title,
    summary: entry.summary,
    content_text: entry.summary,
    image: entry.image,
    date_published: entry.published,
    date_modified: entry.updated,
    authors: entry.authors,
    tags: entry.tags.map(({ name }) => name),
  }));
  const json = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.subtitle,
    language: feed.language,
    items,
  };
  return `${JSON.stringify(json, null, 1)}\n`;
};
