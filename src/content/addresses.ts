import { isSlug, type Slug } from "../model/slugs.ts";
import { articleUrl, authorUrl, type SitePath, staticPageUrl } from "../model/urls.ts";
import { kindOf } from "./kinds.ts";
import type { FoundMarkdown } from "./markdown-file.ts";

/** The URL that a Markdown file of `content/` will have, from its path alone; undefined where it has none. */
export function urlOfFile(path: string): SitePath | undefined {
  const file = kindOf(path);
  if (!file || !("name" in file)) return undefined;
  const slug = file.name.normalize("NFC");
  return isSlug(slug) ? urlOfPlace(file, slug) : undefined;
}

/** The URL of a Markdown file whose place and slug are known. */
export function urlOfPlace(place: FoundMarkdown["place"], slug: Slug): SitePath {
  switch (place.kind) {
    case "article":
      return articleUrl(place.year, place.month, slug);
    case "author":
      return authorUrl(slug);
    case "page":
      return staticPageUrl(slug);
  }
}
