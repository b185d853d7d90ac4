import type { Token } from "markdown-it";
import type { FormName } from "../../model/forms.ts";
import type { Image } from "../../model/image.ts";
import type { Heading } from "../../model/newsroom.ts";
import { lengthOf, type TextLength } from "../../model/reading-time.ts";
import type { Problem, Spot } from "../../problems.ts";
import type { FiguresFile, FiguresShelf } from "../figures/figures-shelf.ts";
import type { ImageShelf } from "../images.ts";
import type { Report } from "../report.ts";
import { OVERRIDE } from "../source.ts";
import { unseenFootnotes } from "./footnotes.ts";
import { checkForms, type FormsOfText } from "./forms/check-forms.ts";
import { galleriesIn, isFormOpen, repeatsIn } from "./forms/containers.ts";
import { findImage, plainText } from "./image.ts";
import { excessOf } from "./limits.ts";
import { type Link, linkOf } from "./links.ts";
import { type LiveReading, type PlacedPost, type PostHeading, readPosts } from "./live-posts.ts";
import { tokensWithPlaces } from "./placed-tokens.ts";
import { type Block, offsetOf } from "./positions.ts";

/** What a body says of itself. */
export interface CheckedBody {
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly hasFootnotes: boolean;
  readonly length: TextLength;
  /** Newest first; absent when the text is no live coverage. */
  readonly posts?: readonly PlacedPost[] | undefined;
  /** Which forms it holds, and which CSVs these show; absent when it holds none. */
  readonly forms?: readonly FormName[] | undefined;
  readonly figures?: readonly FiguresFile[] | undefined;
  /** The images in its galleries, which `images` does not have; absent likewise. */
  readonly inGalleries?: readonly Image[] | undefined;
}

/** Says what is wrong at an offset of a block's text. */
type ProblemOf = (block: Block, offset: number, length: number, what: string, fix: string) => Problem;

/** What the tokens of a body are checked with. */
export interface Checking {
  /** The file's path below `content/`. */
  readonly file: string;
  /** What markdown-it's plugins left beside the tokens. */
  readonly env: object;
  readonly images: ImageShelf;
  readonly figures: FiguresShelf;
  /** How posts are read, where the text may be live coverage. */
  readonly live?: LiveReading | undefined;
  /** Sets plain text as the language of the body does. */
  readonly typographic: (text: string) => string;
  /** Where an offset of a block's text stands in the file. */
  readonly spotOf: (block: Block, offset: number, length: number) => Spot;
  readonly problemAt: (spot: Spot, what: string, fix: string) => Problem;
  readonly report: Report;
  /** Whether so much is wrong already that nobody would read more of it. */
  readonly isEnough: () => boolean;
  /** Says that the body cannot be rendered, for a reason that is reported elsewhere. */
  readonly refuse: () => void;
}

/**
 * Reads the tokens of a body: what it links to, shows and is divided into. Raw HTML, links of other schemes and
 * images that are not there are problems. Each image's token is given what the renderer needs, each link to a file its
 * URL, and each post's heading its time.
 */
export function checkTokens(tokens: readonly Token[], given: Checking): CheckedBody {
  const { spotOf, problemAt, report } = given;
  const problemOf: ProblemOf = (block, offset, length, ...words) => problemAt(spotOf(block, offset, length), ...words);
  const checking: CheckingBlocks = { ...given, problemOf };
  const found: Found = { headings: [], links: [], images: [] };
  const texts: string[] = [];
  const headings: PostHeading[] = [];
  for (const { line, what, fix } of excessOf(checking.env)) report(problemOf({ line, text: "" }, 0, 1, what, fix));
  reportUnseenFootnotes(checking);
  const repeats = repeatsIn(tokens);
  const galleries = galleriesIn(tokens);
  const inGalleries: Image[] = [];
  let opened: Token | undefined;
  for (const [token, block] of tokensWithPlaces(tokens)) {
    if (given.isEnough()) break;
    if (token.type === "html_block") report(rawHtml(problemOf, { ...block, text: token.content.trim() }, 0));
    if (token.type === "inline") {
      if (opened?.type === "heading_open") {
        const heading = headingOf(opened, token, block, checking);
        found.headings.push(heading);
        headings.push({ heading, token, block });
      }
      checkInline(token, block, checking, galleries.has(token) ? { ...found, images: inGalleries } : found);
      if (!repeats.has(token)) {
        for (const { type, content } of token.children ?? [])
          if (type === "text" || type === "code_inline") texts.push(content);
      }
    }
    opened = token;
  }
  const posts =
    given.live && readPosts(tokens, headings, given.live, spotOf, (...where) => report(problemOf(...where)));
  return {
    ...found,
    posts,
    ...(tokens.some(isFormOpen) ? { ...formsOf(tokens, checking), inGalleries } : {}),
    hasFootnotes: tokens.some(({ type }) => type === "footnote_block_open"),
    length: lengthOf(texts.join(" ")),
  };
}

function formsOf(tokens: readonly Token[], { problemOf, report, ...given }: CheckingBlocks): FormsOfText {
  const refuseAt = (...where: Parameters<ProblemOf>) => report(problemOf(...where));
  return checkForms([...tokensWithPlaces(tokens)], { ...given, refuseAt });
}

interface CheckingBlocks extends Checking {
  readonly problemOf: ProblemOf;
}

interface Found {
  readonly headings: Heading[];
  readonly links: Link[];
  readonly images: Image[];
}

function headingOf(open: Token, title: Token, block: Block, { problemOf, report }: CheckingBlocks): Heading {
  if (open.tag === "h1") {
    const what = "A page has one main heading, and it is the title.";
    report(problemOf(block, 0, title.content.length, what, "Start the headings of the body at ##."));
  }
  return { id: String(open.attrGet("id")), text: plainText(title), level: Number(open.tag.slice(1)) };
}

function checkInline(token: Token, block: Block, checking: CheckingBlocks, found: Found): void {
  const { file, images, problemOf, report } = checking;
  const stray = token.content.includes(":::") ? token.content.search(STRAY_END) : -1;
  if (stray !== -1)
    report(problemOf(block, stray, 3, "No form ends here.", "Take it out, or begin one above: ::: pull-quote."));
  let offset = 0;
  for (const child of token.children ?? []) {
    offset = offsetOf(child) ?? offset;
    const at = offset;
    if (isTurned(child)) {
      report(problemOf(block, at, 1, "Here is a character that turns the direction of text.", "Delete it."));
    }
    if (child.type === "html_inline") report(rawHtml(problemOf, block, at, child.content));
    if (child.type === "text" && child.content.includes("[^")) reportLostFootnotes(child, block, at, checking);
    if (child.type === "image") {
      for (const html of htmlIn(child)) report(rawHtml(problemOf, block, at, html));
      const image = findImage(child, file, images, (...words) => report(problemOf(block, at, ...words)));
      if (image) found.images.push(image);
      else checking.refuse();
      child.meta = { ...child.meta, image };
    }
    if (child.type === "link_open") {
      const link = linkOf(child, file, checking.spotOf(block, at, 1), checking.problemAt, report);
      if (link) found.links.push(link);
    }
  }
}

function rawHtml(problemOf: ProblemOf, block: Block, offset: number, html = block.text): Problem {
  const firstLine = html.split("\n", 1)[0] ?? "";
  const what = `Raw HTML (${firstLine.length > 40 ? `${firstLine.slice(0, 40)}…` : firstLine}) cannot stand in a text.`;
  return problemOf(block, offset, firstLine.length, what, "Use Markdown, or write &lt; for a less-than sign.");
}

/** A line that would end a form. */
const STRAY_END = /^:{3,}[ \t]*$/m;

/** Whether a reference such as &#x202e; has put into the words what could not stand in the file. */
const isTurned = ({ type, content, attrs, children }: Token): boolean =>
  (type !== "code_inline" && OVERRIDE.test(content)) ||
  (attrs ?? []).some(([, value]) => OVERRIDE.test(String(value))) ||
  (type === "image" && (children ?? []).some(isTurned));

/** Raw HTML in an image's alternative text, however deep. */
function htmlIn(image: Token): string[] {
  return (image.children ?? []).flatMap((child) => (child.type === "html_inline" ? [child.content] : htmlIn(child)));
}

function reportLostFootnotes(text: Token, block: Block, offset: number, { problemOf, report }: CheckingBlocks): void {
  for (const [mark] of text.content.matchAll(/\[\^[^\]\s]+\]/g)) {
    const at = Math.max(0, block.text.indexOf(mark, offset));
    const fix = `Add a line that starts with ${mark}: to the end of the text.`;
    report(problemOf(block, at, mark.length, `The footnote ${mark} has no text.`, fix));
  }
}

function reportUnseenFootnotes({ env, problemOf, report }: CheckingBlocks): void {
  for (const { label, line, why } of unseenFootnotes(env)) {
    const mark = `[^${label}]`;
    const [what, fix] =
      why === "twice"
        ? [`The footnote ${mark} has two texts, and readers would see only the last.`, "Give one another name."]
        : [`No reader would see the footnote ${mark}: no mark calls it.`, `Write ${mark} where it belongs.`];
    report(problemOf({ line, text: `${mark}:` }, 0, mark.length, what, fix));
  }
}
