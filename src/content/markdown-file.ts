import { join } from "node:path";
import type { EmbedHosts } from "../model/embeds.ts";
import type { Slug } from "../model/slugs.ts";
import type { Problem } from "../problems.ts";
import { type Body, type RenderedBody, renderBody } from "./body.ts";
import { bytesOf, digestOf } from "./bytes.ts";
import { type AllFigures, shelveFigures } from "./figures/figures-shelf.ts";
import { mostBytes, unreadProblem } from "./file-limits.ts";
import { slugOfFile } from "./file-names.ts";
import { cutFile } from "./front-matter.ts";
import { type ImageShelf, type MeasuredImages, shelve } from "./images.ts";
import type { MarkdownKind } from "./kinds.ts";
import { liveReadingOf } from "./live-coverage.ts";
import { parserIn, typographerIn } from "./markdown/parser.ts";
import type { Advice } from "./prose/advice.ts";
import { adviseOnFrontMatter } from "./prose/on-front-matter.ts";
import { type FrontMatters, frontMatters } from "./schema/front-matters.ts";
import { decode } from "./source.ts";
import type { FoundFile } from "./walk.ts";

/** A Markdown file that has its place in `content/`. */
export type FoundMarkdown<Kind extends MarkdownKind = MarkdownKind> = FoundFile<
  Extract<FoundFile["place"], { kind: Kind }>
>;

/**
 * What one Markdown file says by itself: plain data, to be kept for the next run or sent to another thread. The same
 * bytes read with the same `Conditions` give the same.
 */
export interface FileReading {
  /** Below `content/`. */
  readonly path: string;
  /** Names the bytes of the file. */
  readonly digest: string;
  /** Undefined when something in it is wrong. */
  readonly file?: MarkdownFile | undefined;
  readonly problems: readonly Problem[];
  /** What is to be said of its style. */
  readonly advice: readonly Advice[];
}

/** A Markdown file in which nothing is wrong by itself. What it names is looked up later, among all files. */
export type MarkdownFile<Kind extends MarkdownKind = MarkdownKind> = {
  [One in Kind]: {
    readonly path: string;
    readonly place: FoundMarkdown<One>["place"];
    readonly slug: Slug;
    readonly frontMatter: FrontMatters[One];
    readonly body: Body;
  };
}[Kind];

/** What every Markdown file is read with; plain data. */
export interface Conditions {
  /** The content folder, absolute, and as the person would type it. */
  readonly root: string;
  readonly shownRoot: string;
  readonly language: string;
  readonly timeZone: string;
  readonly embeds: EmbedHosts;
  readonly images: MeasuredImages;
  readonly figures: AllFigures;
}

/** Reads Markdown files one by one. */
export interface FileReader {
  /** Its front matter and its body are both checked, even when one of them is wrong. */
  read(found: FoundMarkdown): { readonly reading: FileReading; readonly html?: string | undefined };
}

/** The language of a file that is not in the site's. */
const languageOf = (frontMatter: FrontMatters[MarkdownKind] | undefined): string | undefined =>
  frontMatter && "date" in frontMatter ? frontMatter.language : undefined;

const isSponsored = (frontMatter: FrontMatters[MarkdownKind] | undefined): boolean =>
  frontMatter !== undefined && "date" in frontMatter && frontMatter.sponsored !== undefined;

export function createFileReader(conditions: Conditions): FileReader {
  const { root, shownRoot, language, timeZone, embeds } = conditions;
  const matters = frontMatters(timeZone, language, typographerIn);
  const images: ImageShelf = shelve(conditions.images);
  const figures = shelveFigures(conditions.figures);
  return {
    read(found) {
      const { path, place } = found;
      const shownAs = `${shownRoot}/${path}`;
      const problems: Problem[] = [];
      const report = (problem: Problem) => void problems.push(problem);
      const bytes = bytesOf(join(root, path), mostBytes(place, path));
      if (typeof bytes === "string") {
        report(unreadProblem(bytes, place, path, shownAs));
        return { reading: { path, digest: "", problems, advice: [] } };
      }
      const source = decode(path, shownAs, bytes, report);
      const slug = source && slugOfFile(source, place.name, report);
      const cut = source && cutFile(source, report);
      const tree = cut?.frontMatter;
      const frontMatter = source && tree && matters[place.kind](tree, source, report);
      const inLanguage = languageOf(frontMatter) ?? language;
      const parser = parserIn(inLanguage);
      const text = {
        language: inLanguage,
        isSponsored: isSponsored(frontMatter),
        embeds: place.kind === "author" ? false : embeds,
        figures,
        live: place.kind === "article" ? liveReadingOf(tree, timeZone) : undefined,
      };
      const rendered: RenderedBody | undefined = source && cut && renderBody(parser, source, cut, images, report, text);
      const digest = digestOf(bytes);
      if (!slug || !tree || !frontMatter || !rendered) return { reading: { path, digest, problems, advice: [] } };
      const advice = [...adviseOnFrontMatter(place.kind, frontMatter, tree), ...rendered.advice];
      // TypeScript does not see that the kind of the place has chosen the front matter.
      const file = { path, place, slug, frontMatter, body: rendered.body } as MarkdownFile;
      return { reading: { path, digest, file, problems, advice }, html: rendered.html };
    },
  };
}
