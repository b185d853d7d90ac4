import { isSlug } from "../model/slugs.ts";
import { articleUrl, authorUrl, type SitePath, staticPageUrl } from "../model/urls.ts";
import { kindOf } from "./kinds.ts";

/** The URL that a Markdown file of `content/` will have, from its path alone; undefined where it has none. */
export function urlOfFile(path: string): SitePath | undefined {
  const file = kindOf(path);
  if (!file || !("name" in file)) return undefined;
  const slug = file.name.normalize("NFC");
  if (!isSlug(slug)) return undefined;
  switch (file.kind) {
    case "article":
      return articleUrl(file.year, file.month, slug);
    case "author":
      return authorUrl(slug);
    case "page":
      return staticPageUrl(slug);
  }
}
