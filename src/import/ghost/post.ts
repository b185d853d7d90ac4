import type { OldPicture, OldPlace, OldText } from "../old-site.ts";
import { type Addresses, addressOf } from "./addresses.ts";
import { excerptOf, Listing } from "./listing.ts";
import { plainText } from "./plain-text.ts";
import { bodyOf } from "./post-body.ts";
import type { MetaRow, PostRow } from "./rows.ts";
import { statusOf } from "./status.ts";
import type { GhostTables } from "./tables.ts";

/** A post or a page of Ghost's, with what the other tables say of it. */
export function postOf(row: PostRow, place: OldPlace, tables: GhostTables, addresses: Addresses): OldText {
  const listing = new Listing(place);
  const meta = tables.meta.get(row.id);
  const status = statusOf(row, meta, listing);
  const isPage = row.type === "page" || row.page;
  listLeftOver(row, meta, listing);
  const body = bodyOf(row, place, listing);
  return {
    kind: isPage ? "page" : "story",
    id: row.id,
    place,
    title: row.title?.trim() ?? "",
    slug: row.slug,
    urls: row.slug ? [addressOf(isPage ? "page" : "post", row.slug, addresses, row.published_at)] : [],
    status,
    date: row.published_at ?? row.created_at,
    updated: row.updated_at,
    authors: authorsOf(row, tables, listing),
    terms: termsOf(row, tables, listing),
    summary: row.custom_excerpt ?? row.meta_description ?? meta?.meta_description,
    body: { ...body, text: addresses.whole(body.text) },
    picture: pictureOf(row, meta, addresses, listing),
    language: row.locale,
    comments: [],
    notes: listing.notes,
  };
}

function authorsOf(row: PostRow, tables: GhostTables, listing: Listing): string[] {
  const ids = tables.authorsOf.get(row.id) ?? [row.author_id ?? row.primary_author_id ?? ""].filter(Boolean);
  const missing = ids.filter((id) => !tables.users.has(id));
  if (missing.length > 0) listing.person("It names an author who is not in the export.");
  return ids.filter((id) => tables.users.has(id));
}

/** The first is Ghost's primary tag. A tag that only the editors saw begins with `#`. */
function termsOf(row: PostRow, tables: GhostTables, listing: Listing): string[] {
  return (tables.tagsOf.get(row.id) ?? []).filter((id) => {
    const tag = tables.tags.get(id);
    if (!tag) listing.person("It names a tag that is not in the export.");
    else if (isInternal(tag)) listing.changed(`An internal tag was left out: ${excerptOf(tag.name)}`);
    return tag !== undefined && !isInternal(tag);
  });
}

export const isInternal = (tag: { readonly name: string; readonly visibility?: string | undefined }): boolean =>
  tag.visibility === "internal" || tag.name.startsWith("#");

function pictureOf(
  row: PostRow,
  meta: MetaRow | undefined,
  addresses: Addresses,
  listing: Listing,
): OldPicture | undefined {
  const src = row.feature_image ?? row.image;
  if (!src) return undefined;
  const caption = meta?.feature_image_caption;
  if (caption && /<a\s/i.test(caption))
    listing.changed(`The link in the main picture's caption was left out: ${caption}`);
  return { src: addresses.whole(src), alt: meta?.feature_image_alt, caption: caption && plainText(caption) };
}

const LEFT_OVER: readonly (readonly [keyof PostRow & keyof MetaRow, string])[] = [
  ["meta_title", "A title for search engines"],
  ["og_title", "A title for Facebook"],
  ["og_description", "A description for Facebook"],
  ["og_image", "A picture for Facebook"],
  ["twitter_title", "A title for X"],
  ["twitter_description", "A description for X"],
  ["twitter_image", "A picture for X"],
];

function listLeftOver(row: PostRow, meta: MetaRow | undefined, listing: Listing): void {
  for (const [field, what] of LEFT_OVER) {
    const value = row[field] ?? meta?.[field];
    if (value && value !== row.title) listing.changed(`${what} was left out: ${excerptOf(value)}`);
  }
  const description = row.meta_description ?? meta?.meta_description;
  if (row.custom_excerpt && description && description !== row.custom_excerpt) {
    listing.changed(`A description for search engines was left out: ${excerptOf(description)}`);
  }
  if (row.canonical_url) listing.person(`It was first published elsewhere (canonical_url): ${row.canonical_url}`);
  if (row.custom_template) listing.changed(`It had a template of its own: ${row.custom_template}`);
  for (const code of [row.codeinjection_head, row.codeinjection_foot]) {
    if (code) listing.person(`Code was injected into its page, and was left out: ${excerptOf(codeWords(code))}`);
  }
}

/** `excerptOf` takes tags away, and code may be nothing else. */
const codeWords = (code: string): string => code.replace(/[<>]/g, " ");
