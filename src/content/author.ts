import type { Author, Picture } from "../model/newsroom.ts";
import type { Names } from "./article.ts";
import { suggestion } from "./did-you-mean.ts";
import type { ImageShelf } from "./images.ts";
import type { FileKind } from "./kinds.ts";
import type { MarkdownFile } from "./markdown-file.ts";
import type { Report } from "./report.ts";
import type { AuthorFrontMatter } from "./schema/author.ts";

type AuthorFile = MarkdownFile<AuthorFrontMatter, FileKind>;

/** An author with the biography rendered; a picture that is not there is a problem. */
export function authorOf(file: AuthorFile, { images, typographic }: Names, report: Report): Author {
  const { frontMatter: matter, body } = file;
  const picture = pictureOf(file, images, report);
  refuseSections(file, report);
  return {
    slug: file.slug,
    name: matter.name,
    alsoKnownAs: matter.alsoKnownAs ?? [],
    type: matter.type,
    role: matter.role && typographic(matter.role),
    beats: matter.beats ?? [],
    links: matter.links ?? [],
    picture,
    biography: body.hash,
    images: [...(picture ? [picture.image] : []), ...body.images],
  };
}

/** A biography stands under stories, inside pages that have headings and footnotes of their own. */
function refuseSections({ source, body }: AuthorFile, report: Report): void {
  const refuse = (what: string, fix: string) => report({ severity: "error", file: source.shownAs, what, fix });
  const [heading] = body.headings;
  if (heading) refuse(`A biography has no headings ("${heading.text}").`, "Write it in paragraphs.");
  if (body.hasFootnotes) refuse("A biography has no footnotes.", "Say it in the sentence.");
}

function pictureOf({ source, tree, frontMatter }: AuthorFile, images: ImageShelf, report: Report): Picture | undefined {
  const { picture } = frontMatter;
  if (!picture) return undefined;
  const image = images.beside(source.path, picture.src);
  if (image) return { image, alt: picture.alt };
  if (!images.isBroken(source.path, picture.src)) {
    report({
      severity: "error",
      file: source.shownAs,
      at: tree.spotOf(["picture", "src"]),
      what: `There is no image "${picture.src}" beside this file.`,
      fix: suggestion(picture.src, images.namesBeside(source.path), "Add the file beside this one."),
    });
  }
  return undefined;
}
