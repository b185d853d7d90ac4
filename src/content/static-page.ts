import type { StaticPage } from "../model/newsroom.ts";
import { isReserved } from "../model/urls.ts";
import { linksOf } from "./hidden-links.ts";
import type { MarkdownFile } from "./markdown-file.ts";
import type { Places } from "./places.ts";
import type { Report } from "./report.ts";

/** A page of its own, such as "About us". A name that the site uses for something else is a problem. */
export function staticPage(
  { path: file, slug, frontMatter, body }: MarkdownFile<"page">,
  places: Places,
  report: Report,
): StaticPage | undefined {
  if (isReserved(slug)) {
    const what = `/${slug}/ is taken: the site has something of its own there.`;
    report({ severity: "error", file: places.shownAs(file), what, fix: "Give the file another name." });
    return undefined;
  }
  return {
    slug,
    title: frontMatter.title,
    summary: frontMatter.summary,
    body: body.hash,
    linksTo: linksOf(body),
    figures: body.images,
    forms: body.forms,
    frames: body.frames,
    inGalleries: body.inGalleries,
    formerly: frontMatter.formerly ?? [],
    file,
  };
}
