import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MarkdownIt } from "markdown-it";
import type { z } from "zod";
import type { Slug } from "../model/slugs.ts";
import { type RenderedBody, renderBody } from "./body.ts";
import { slugOfFile } from "./file-names.ts";
import { cutFile } from "./front-matter.ts";
import type { ImageShelf } from "./images.ts";
import type { FileKind } from "./kinds.ts";
import type { Report } from "./report.ts";
import { decode, type Source } from "./source.ts";
import { validate } from "./validate.ts";
import type { YamlTree } from "./yaml.ts";

/** Where the files are, and what every Markdown file is read with. */
export interface Reading {
  readonly root: string;
  /** A path below `content/` as the person would type it. */
  readonly shownAs: (path: string) => string;
  readonly report: Report;
}

export interface MarkdownReading extends Reading {
  readonly parser: MarkdownIt;
  readonly images: ImageShelf;
}

/** A Markdown file of which everything could be read. */
export interface MarkdownFile<FrontMatter, Place> {
  readonly source: Source;
  readonly place: Place;
  readonly slug: Slug;
  /** What the front matter was read from, so that later checks can say where a word of it stands. */
  readonly tree: YamlTree;
  readonly frontMatter: FrontMatter;
  readonly body: RenderedBody;
}

export async function readText({ root, shownAs, report }: Reading, path: string): Promise<Source | undefined> {
  return decode(path, shownAs(path), await readFile(join(root, path)), report);
}

/** Reads a Markdown file whole. Its front matter and its body are both checked, even when one of them is wrong. */
export async function readMarkdown<FrontMatter, Place extends FileKind & { readonly name: string }>(
  reading: MarkdownReading,
  path: string,
  place: Place,
  schema: z.ZodType<FrontMatter>,
): Promise<MarkdownFile<FrontMatter, Place> | undefined> {
  const { parser, images, report } = reading;
  const source = await readText(reading, path);
  const slug = source && slugOfFile(source, place.name, report);
  const cut = source && cutFile(source, report);
  if (!source || !cut) return undefined;
  const tree = cut.frontMatter;
  const frontMatter = tree && validate(schema, tree, source, report);
  const body = renderBody(parser, source, cut, images, report);
  return slug && tree && frontMatter && body ? { source, place, slug, tree, frontMatter, body } : undefined;
}
