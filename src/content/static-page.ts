import type { StaticPage } from "../model/newsroom.ts";
import { isReserved } from "../model/urls.ts";
import type { Names } from "./article.ts";
import type { FileKind } from "./kinds.ts";
import type { MarkdownFile } from "./markdown-file.ts";
import type { Report } from "./report.ts";
import type { PageFrontMatter } from "./schema/page.ts";

/** A page of its own, such as "About us". A name that the site uses for something else is a problem. */
export function staticPage(
  { source, slug, frontMatter, body }: MarkdownFile<PageFrontMatter, FileKind>,
  { typographic }: Names,
  report: Report,
): StaticPage | undefined {
  if (isReserved(slug)) {
    const what = `/${slug}/ is taken: the site has something of its own there.`;
    report({ severity: "error", file: source.shownAs, what, fix: "Give the file another name." });
    return undefined;
  }
  return {
    slug,
    title: typographic(frontMatter.title),
    summary: frontMatter.summary && typographic(frontMatter.summary),
    body: body.hash,
    images: body.images,
    file: source.path,
  };
}
