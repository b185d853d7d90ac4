import type { Token } from "markdown-it";
import type { Heading, Image } from "../../model/newsroom.ts";
import type { Problem } from "../../problems.ts";
import { suggestion } from "../did-you-mean.ts";
import type { ImageShelf } from "../images.ts";
import type { Report } from "../report.ts";
import { decodePath, type Link, linkOf } from "./links.ts";

/** What a body says of itself. */
export interface CheckedBody {
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly images: readonly Image[];
}

/** The lines of the body that a token comes from, and the text that was left of them. */
export interface Block {
  readonly map: readonly [number, number] | null;
  readonly content: string;
}

/** Says what is wrong at a token. */
export type ProblemOf = (block: Block, inline: Token | undefined, length: number, what: string, fix: string) => Problem;

/**
 * Reads the tokens of a body: what it links to, shows and is divided into. Raw HTML, links of other schemes and
 * images that are not there are problems. Each image's token is given what the renderer needs, and each link to a
 * file its URL.
 */
export function checkTokens(
  tokens: readonly Token[],
  file: string,
  images: ImageShelf,
  problemOf: ProblemOf,
  report: Report,
): CheckedBody {
  const headings: Heading[] = [];
  const links: Link[] = [];
  const shown: Image[] = [];
  let lines: Block["map"] = null;
  for (const [index, token] of tokens.entries()) {
    // A table's cells have no lines of their own; their row has.
    lines = token.map ?? lines;
    const at: Block = { map: lines, content: token.content };
    if (token.type === "html_block") report(rawHtml(problemOf, at, undefined));
    if (token.type === "heading_open") {
      const title = tokens[index + 1];
      if (token.tag === "h1") report(secondHeadline(problemOf, at, title));
      headings.push({ id: String(token.attrGet("id")), text: plainText(title), level: Number(token.tag.slice(1)) });
    }
    for (const child of token.children ?? []) {
      if (child.type === "html_inline") report(rawHtml(problemOf, at, child));
      if (child.type === "text") reportLostFootnotes(child, at, problemOf, report);
      if (child.type === "image") {
        const image = findImage(child, file, images, (length, what, fix) =>
          report(problemOf(at, child, length, what, fix)),
        );
        if (image) shown.push(image);
        child.meta = { ...child.meta, image };
      }
      if (child.type === "link_open") {
        const say = (length: number, what: string, fix: string) => problemOf(at, child, length, what, fix);
        const link = linkOf(child, file, say, report);
        if (link) links.push(link);
      }
    }
  }
  return { headings, links, images: shown };
}

function rawHtml(problemOf: ProblemOf, block: Block, inline: Token | undefined): Problem {
  const html = (inline ?? block).content.trim();
  const firstLine = html.split("\n")[0] ?? "";
  const what = `Raw HTML (${firstLine.length > 40 ? `${firstLine.slice(0, 40)}…` : firstLine}) cannot stand in a story.`;
  return problemOf(block, inline, firstLine.length, what, "Use Markdown, or write &lt; for a less-than sign.");
}

function secondHeadline(problemOf: ProblemOf, heading: Block, title: Token | undefined): Problem {
  const what = "A page has one main heading, and it is the title.";
  return problemOf(heading, undefined, (title?.content.length ?? 0) + 2, what, "Start the headings of the body at ##.");
}

function reportLostFootnotes(text: Token, block: Block, problemOf: ProblemOf, report: Report): void {
  for (const [mark] of text.content.matchAll(/\[\^[^\]\s]+\]/g)) {
    const fix = `Add a line that starts with ${mark}: to the end of the text.`;
    report(problemOf(block, text, mark.length, `The footnote ${mark} has no text.`, fix));
  }
}

function findImage(
  token: Token,
  file: string,
  images: ImageShelf,
  refuse: (length: number, what: string, fix: string) => void,
): Image | undefined {
  const src = decodePath(String(token.attrGet("src")));
  if (plainText(token) === "") {
    const fix =
      "Say what it shows between the brackets, for readers who cannot see it: ![A bridge at dawn](bridge.jpg).";
    refuse(2, `The image ${src} has no alternative text.`, fix);
  }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) {
    refuse(2, `The image ${src} is on another site.`, "Put the file beside this one and name it here.");
    return undefined;
  }
  const image = images.beside(file, src);
  if (image) return image;
  // A file that is there but cannot be read has its own problem already.
  if (!images.isBroken(file, src)) {
    refuse(
      2,
      `There is no image "${src}" beside this file.`,
      suggestion(src, images.namesBeside(file), "Add the file."),
    );
  }
  return undefined;
}

/** The words of an inline token, without their marks. */
export function plainText(token: Token | undefined): string {
  return (token?.children ?? [])
    .map((child) => (child.type === "softbreak" ? " " : child.type === "image" ? plainText(child) : child.content))
    .join("");
}
