/** What a field of front matter says. */
export type Meaning =
  | "title"
  | "date"
  | "updated"
  | "expires"
  | "summary"
  | "authors"
  | "tags"
  | "categories"
  | "picture"
  | "alt"
  | "caption"
  | "credit"
  | "draft"
  | "published"
  | "private"
  | "status"
  | "slug"
  | "address"
  | "formerly"
  | "language"
  /** Says how the old site was made, and nothing of the story. */
  | "nothing";

/**
 * The names that Jekyll, Hugo, Astro, Eleventy and their themes have for what a story has. Case, hyphens and low lines
 * make no difference. Where one text has several of a kind, the first in this order counts.
 */
const NAMES: Readonly<Record<Meaning, readonly string[]>> = {
  title: ["title", "headline", "name"],
  date: [
    "date",
    "publishDate",
    "pubDate",
    "publicationDate",
    "datePublished",
    "publishedAt",
    "published_on",
    "posted",
    "created",
    "createdAt",
    "dateCreated",
  ],
  updated: [
    "lastmod",
    "updated",
    "modified",
    "updatedDate",
    "lastUpdated",
    "dateModified",
    "last_modified_at",
    "updatedAt",
    "modDatetime",
    "edited",
  ],
  expires: ["expiryDate", "expires", "unpublishDate", "unpublishdate"],
  summary: [
    "summary",
    "description",
    "excerpt",
    "subtitle",
    "lede",
    "dek",
    "standfirst",
    "abstract",
    "teaser",
    "intro",
  ],
  authors: ["author", "authors", "byline", "writer", "writers", "by"],
  tags: ["tags", "tag", "keywords", "topics", "topic"],
  categories: ["categories", "category", "section", "channel"],
  picture: [
    "image",
    "cover",
    "hero",
    "heroImage",
    "featuredImage",
    "feature_image",
    "feature",
    "featured_img",
    "coverImage",
    "cover_image",
    "thumbnail",
    "thumb",
    "banner",
    "header",
    "ogImage",
    "images",
    "social_image",
    "preview",
    "photo",
  ],
  alt: [
    "imageAlt",
    "image_alt",
    "heroAlt",
    "coverAlt",
    "heroImageAlt",
    "featuredImageAlt",
    "featured_alt",
    "feature_alt",
    "alt",
    "thumbnailAlt",
    "coverImageAlt",
  ],
  caption: [
    "imageCaption",
    "caption",
    "featuredImageCaption",
    "coverCaption",
    "feature_caption",
    "heroCaption",
    "image_caption",
  ],
  credit: ["imageCredit", "credit", "photoCredit", "featuredImageCredit", "image_credit", "photographer"],
  draft: ["draft", "isDraft"],
  published: ["published", "publish", "public"],
  private: ["private", "password", "protected", "passwordProtected", "membersOnly", "subscribersOnly", "restricted"],
  status: ["status", "visibility"],
  slug: ["slug"],
  address: ["permalink", "url", "path"],
  formerly: ["aliases", "alias", "redirect_from", "redirectFrom", "redirects", "formerly", "oldUrls"],
  language: ["lang", "language", "locale"],
  nothing: ["layout", "template", "outputs", "type", "eleventyExcludeFromCollections", "templateKey"],
};

const folded = (key: string): string => key.toLowerCase().replace(/[-_\s]/g, "");

const MEANINGS = new Map(
  (Object.entries(NAMES) as [Meaning, readonly string[]][]).flatMap(([meaning, names]) =>
    names.map((name, rank) => [folded(name), { meaning, rank }] as const),
  ),
);

/** What a field of this name says, and which comes first among those that say the same; undefined for unknown ones. */
export const meaningOf = (key: string): { readonly meaning: Meaning; readonly rank: number } | undefined =>
  MEANINGS.get(folded(key));
