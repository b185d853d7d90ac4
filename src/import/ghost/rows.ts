import { z } from "zod";

/** Ghost has long had texts as ids; its first versions had numbers. */
const id = z.union([z.string(), z.number()]).transform(String);
const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || undefined);
const flag = z
  .union([z.boolean(), z.number()])
  .nullish()
  .transform((value) => Boolean(value));
/** ISO 8601, `2020-04-17 10:00:00` in UTC, or milliseconds. */
const moment = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => {
    if (value === null || value === undefined || value === "") return undefined;
    const spelled = typeof value === "string" ? value.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/, "$1T$2Z") : value;
    const date = new Date(spelled);
    // What is no date stays as it is, for whoever writes the story to complain of.
    return Number.isNaN(date.getTime()) ? String(value) : date.toISOString();
  });

/** Texts about a post that Ghost has kept in its row, and later in a row of `posts_meta`. */
const about = {
  meta_title: text,
  meta_description: text,
  og_title: text,
  og_description: text,
  og_image: text,
  twitter_title: text,
  twitter_description: text,
  twitter_image: text,
};

/** A row of `posts`, as Ghost 0.x to 6 write it: what is not named here is not taken. */
export const postRow = z.object({
  id,
  title: z.string().nullish(),
  slug: text,
  lexical: text,
  mobiledoc: text,
  html: text,
  markdown: text,
  plaintext: text,
  feature_image: text,
  image: text,
  type: text,
  page: flag,
  status: text,
  visibility: text,
  created_at: moment,
  updated_at: moment,
  published_at: moment,
  custom_excerpt: text,
  canonical_url: text,
  codeinjection_head: text,
  codeinjection_foot: text,
  custom_template: text,
  locale: text,
  author_id: id.nullish(),
  primary_author_id: id.nullish(),
  ...about,
});
export type PostRow = z.output<typeof postRow>;

export const metaRow = z.object({
  post_id: id,
  feature_image_alt: text,
  feature_image_caption: text,
  email_only: flag,
  ...about,
});
export type MetaRow = z.output<typeof metaRow>;

export const tagRow = z.object({
  id,
  name: z.string(),
  slug: text,
  description: text,
  visibility: text,
});
export type TagRow = z.output<typeof tagRow>;

/** A member of the staff. An e-mail address and a password stand beside these, and are never taken. */
export const userRow = z.object({
  id,
  name: z.string(),
  slug: text,
  bio: text,
  website: text,
  profile_image: text,
  image: text,
});
export type UserRow = z.output<typeof userRow>;

export const taggedRow = z.object({ post_id: id, tag_id: id, sort_order: z.number().nullish() });
export const writtenByRow = z.object({ post_id: id, author_id: id, sort_order: z.number().nullish() });
export const settingRow = z.object({ key: z.string(), value: z.unknown() });
