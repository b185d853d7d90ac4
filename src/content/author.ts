import type { Picture } from "../model/image.ts";
import type { Author } from "../model/newsroom.ts";
import { linksOf } from "./hidden-links.ts";
import { type ImageShelf, whyNoImage } from "./images.ts";
import type { MarkdownFile } from "./markdown-file.ts";
import type { Places } from "./places.ts";
import type { Report } from "./report.ts";

type AuthorFile = MarkdownFile<"author">;

/** An author with the biography rendered; a picture that is not there is a problem. */
export function authorOf(file: AuthorFile, images: ImageShelf, places: Places, report: Report): Author {
  const { frontMatter: matter, body } = file;
  const picture = pictureOf(file, images, places, report);
  refuseSections(file, places, report);
  return {
    slug: file.slug,
    name: matter.name,
    alsoKnownAs: matter.alsoKnownAs ?? [],
    type: matter.type,
    role: matter.role,
    beats: matter.beats ?? [],
    links: matter.links ?? [],
    fediverse: matter.fediverse,
    picture,
    biography: body.hash,
    linksTo: linksOf(body),
    figures: body.images,
    formerly: matter.formerly ?? [],
  };
}

/** A biography stands under stories, inside pages that have headings and footnotes of their own. */
function refuseSections({ path, body }: AuthorFile, places: Places, report: Report): void {
  const refuse = (what: string, fix: string) => report({ severity: "error", file: places.shownAs(path), what, fix });
  const [heading] = body.headings;
  if (heading) refuse(`A biography has no headings ("${heading.text}").`, "Write it in paragraphs.");
  const [form] = body.forms ?? [];
  if (form) refuse(`A biography has no forms (${form}).`, "Write it in paragraphs.");
  if (body.hasFootnotes) refuse("A biography has no footnotes.", "Say it in the sentence.");
}

function pictureOf(
  { path, frontMatter }: AuthorFile,
  images: ImageShelf,
  places: Places,
  report: Report,
): Picture | undefined {
  const { picture } = frontMatter;
  if (!picture) return undefined;
  const image = images.beside(path, picture.src);
  if (image) return { image, alt: picture.alt, focus: picture.focus };
  report({
    severity: "error",
    file: places.shownAs(path),
    at: places.ofField(path, ["picture", "src"]),
    ...whyNoImage(path, picture.src, images),
  });
  return undefined;
}
