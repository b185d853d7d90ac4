import type { z } from "zod";
import type { MarkdownKind } from "../kinds.ts";
import type { Report } from "../report.ts";
import type { Source } from "../source.ts";
import { validate } from "../validate.ts";
import type { YamlTree } from "../yaml.ts";
import { type ArticleFrontMatter, articleSchema } from "./article.ts";
import { type AuthorFrontMatter, authorSchema } from "./author.ts";
import { type PageFrontMatter, pageSchema } from "./page.ts";

/** What each kind of Markdown file has above its text. */
export interface FrontMatters {
  readonly article: ArticleFrontMatter;
  readonly author: AuthorFrontMatter;
  readonly page: PageFrontMatter;
}

/** Undefined for front matter in which something is wrong; each reason is reported. */
type Read<FrontMatter> = (tree: YamlTree, source: Source, report: Report) => FrontMatter | undefined;

type Typographic = (text: string) => string;

/**
 * How the front matter of each kind is read: checked, and then set. Names stay as they are written, and sentences get
 * the quotation marks of their language from `typographicIn`. `zone` and `siteLanguage` are the site's.
 */
export function frontMatters(
  zone: string,
  siteLanguage: string,
  typographicIn: (language: string) => Typographic,
): { readonly [Kind in MarkdownKind]: Read<FrontMatters[Kind]> } {
  const typographic = typographicIn(siteLanguage);
  return {
    article: checkedAndSet(articleSchema(zone), (written) =>
      setArticle(written, written.language ? typographicIn(written.language) : typographic),
    ),
    author: checkedAndSet(authorSchema, (written) => ({
      ...written,
      ...(written.role ? { role: typographic(written.role) } : {}),
    })),
    page: checkedAndSet(pageSchema, ({ title, summary, ...written }) => ({
      ...written,
      title: typographic(title),
      ...(summary ? { summary: typographic(summary) } : {}),
    })),
  };
}

function checkedAndSet<FrontMatter>(
  schema: z.ZodType<FrontMatter>,
  typeset: (written: FrontMatter) => FrontMatter,
): Read<FrontMatter> {
  return (tree, source, report) => {
    const written = validate(schema, tree, source, report);
    return written && typeset(written);
  };
}

function setArticle(written: ArticleFrontMatter, typographic: Typographic): ArticleFrontMatter {
  const { title, summary, image, sources, corrections, retracted, disclosure } = written;
  return {
    ...written,
    title: typographic(title),
    summary: typographic(summary),
    ...(image ? { image: { ...image, ...(image.caption ? { caption: typographic(image.caption) } : {}) } } : {}),
    ...(disclosure ? { disclosure: typographic(disclosure) } : {}),
    ...(corrections ? { corrections: corrections.map((one) => ({ ...one, text: typographic(one.text) })) } : {}),
    ...(retracted ? { retracted: { ...retracted, reason: typographic(retracted.reason) } } : {}),
    ...(sources ? { sources: sources.map((entry) => ({ ...entry, name: typographic(entry.name) })) } : {}),
  };
}
