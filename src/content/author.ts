import type { Author, Picture } from "../model/newsroom.ts";
import { suggestion } from "./did-you-mean.ts";
import type { ImageShelf } from "./images.ts";
import type { FileKind } from "./kinds.ts";
import type { MarkdownFile } from "./markdown-file.ts";
import type { Report } from "./report.ts";
import type { AuthorFrontMatter } from "./schema/author.ts";

type AuthorFile = MarkdownFile<AuthorFrontMatter, FileKind>;

/** An author with the biography rendered; a picture that is not there is a problem. */
export function authorOf(file: AuthorFile, images: ImageShelf, report: Report): Author {
  const { frontMatter: matter, body } = file;
  const picture = pictureOf(file, images, report);
  return {
    slug: file.slug,
    name: matter.name,
    alsoKnownAs: matter.alsoKnownAs ?? [],
    type: matter.type,
    role: matter.role,
    beats: matter.beats ?? [],
    links: matter.links ?? [],
    picture,
    biography: body.hash,
    images: [...(picture ? [picture.image] : []), ...body.images],
  };
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
