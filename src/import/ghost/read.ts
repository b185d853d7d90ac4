import type { ReadOldSite } from "../formats.ts";
import type { OldAuthor, OldItem, OldOther, OldTerm } from "../old-site.ts";
import { type Addresses, addressesOf, addressOf } from "./addresses.ts";
import { rowsOf } from "./export-file.ts";
import { escaped } from "./html-text.ts";
import { isInternal, postOf } from "./post.ts";
import type { TagRow, UserRow } from "./rows.ts";
import { type GhostTables, readPost, readTables } from "./tables.ts";

/**
 * Opens an export of Ghost 0.x to 6. Posts name their authors and tags in tables that may stand after them: the whole
 * file is read for these first, and again for the posts.
 */
export const readGhost: ReadOldSite = async ({ path, progress, url }) => {
  const tables = await readTables(path, progress);
  const addresses = addressesOf(tables.settings, url);
  return {
    title: tables.settings.get("title"),
    url,
    language: tables.settings.get("locale") ?? tables.settings.get("lang") ?? tables.settings.get("default_locale"),
    authors: [...tables.users.values()].map((user) => authorOf(user, path, addresses)),
    terms: [...tables.tags.values()].filter((tag) => !isInternal(tag)).map((tag) => termOf(tag, addresses)),
    media: { pathsOf: imagePaths },
    items: () => itemsOf(path, tables, addresses, progress),
  };
};

/** The folder that is given may be Ghost's `content`, or the `images` in it; what a theme had made smaller is found whole. */
function imagePaths(src: string): string[] {
  const path = decoded(src).replace(/[?#].*$/s, "");
  const [, kind, rest = ""] = /\/content\/(images|media|files)\/(.+)$/.exec(path) ?? [];
  if (kind === undefined) return [];
  const whole = rest.replace(/^size\/w\d+(?:h\d+)?\//, "").replace(/^format\/\w+\//, "");
  return [`${kind}/${whole}`, whole, `content/${kind}/${whole}`];
}

function decoded(src: string): string {
  try {
    return decodeURI(src);
  } catch (error) {
    if (error instanceof URIError) return src;
    throw error;
  }
}

async function* itemsOf(
  path: string,
  tables: GhostTables,
  addresses: Addresses,
  progress: (share: number) => void,
): AsyncGenerator<OldItem> {
  for await (const { value, place } of rowsOf(path, { tables: new Set(["posts"]), progress })) {
    const row = readPost(value);
    if (row) yield postOf(row, place, tables, addresses);
    else {
      const at = place.at ? `${place.at.line}-${place.at.column}` : "";
      yield { kind: "other", id: `post-${at}`, place, what: "a post that is not as Ghost writes it" };
    }
  }
  yield* tables.others;
  yield* othersOf(tables, path);
}

/** Somebody who was invited and never gave a name has an e-mail address for one. */
const nameOf = ({ name, slug, id }: UserRow): string => (/\S@\S/.test(name) ? (slug ?? `author-${id}`) : name.trim());

function authorOf(user: UserRow, file: string, addresses: Addresses): OldAuthor {
  const picture = user.profile_image ?? user.image;
  return {
    id: user.id,
    name: nameOf(user),
    slug: user.slug,
    biography: user.bio ? { format: "html", text: `<p>${escaped(user.bio)}</p>`, place: { file } } : undefined,
    website: user.website,
    picture: picture ? { src: addresses.whole(picture) } : undefined,
    urls: user.slug ? [addressOf("author", user.slug, addresses)] : [],
  };
}

const termOf = ({ id, name, slug, description }: TagRow, addresses: Addresses): OldTerm => ({
  taxonomy: "tag",
  id,
  name: name.trim(),
  slug,
  description,
  urls: slug ? [addressOf("tag", slug, addresses)] : [],
});

/** Settings that make something of a site that readers see. */
const SITE_PARTS: readonly (readonly [string, string])[] = [
  ["navigation", "the menu"],
  ["secondary_navigation", "the second menu"],
  ["codeinjection_head", "code injected into the head of every page"],
  ["codeinjection_foot", "code injected at the end of every page"],
  ["ghost_head", "code injected into the head of every page"],
  ["ghost_foot", "code injected at the end of every page"],
];

function othersOf(tables: GhostTables, file: string): OldOther[] {
  const internal = [...tables.tags.values()].filter(isInternal);
  const parts = SITE_PARTS.filter(([key]) => (tables.settings.get(key) ?? "").length > 2);
  return [
    ...internal.map(({ id, name }) => ({ id: `tag-${id}`, what: "an internal tag", title: name })),
    ...parts.map(([key, what]) => ({ id: `setting-${key}`, what, title: key })),
  ].map((other) => ({ kind: "other", place: { file }, ...other }));
}
