import type { Token } from "markdown-it";
import type { Heading, LivePost } from "../../model/newsroom.ts";
import { slugFrom } from "../../model/slugs.ts";
import { isMoment, type Moment, readMoment } from "../../model/time.ts";
import type { Place } from "../../problems.ts";
import { faultOf } from "../schema/fields.ts";
import { repeatsIn } from "./forms/containers.ts";
import { plainText } from "./image.ts";
import type { Block } from "./positions.ts";

/** A post, and where its heading stands in the file. */
export interface PlacedPost extends LivePost {
  readonly spot: Place;
}

/** How the posts of a text are read. */
export interface LiveReading {
  readonly isOn: boolean;
  /** IANA name. */
  readonly zone: string;
  /** When the story appeared: its day is that of posts which give only a time. Undefined when that is not known. */
  readonly from: Moment | undefined;
}

/** A heading of a post, as `check.ts` comes by it. */
export interface PostHeading {
  readonly heading: Heading;
  /** Holds the heading's words. */
  readonly token: Token;
  readonly block: Block;
}

/** Says what is wrong with a stretch of a heading. */
type Refuse = (block: Block, offset: number, length: number, what: string, fix: string) => void;

type Timed = PostHeading & { readonly at: Moment; readonly written: string };

const TIME = /^(?:(\d{4}-\d{2}-\d{2})[Tt ])?(\d{2}:\d{2}(?::\d{2})?(?:[Zz]|[+-]\d{2}:?\d{2})?)(?=\s|$)/;

const WITH_DAY = '"## 2026-11-04 09:30 The first lorry crosses"';
const HOW = `Write "## 14:05 The bridge is open", or with its day ${WITH_DAY}.`;

/**
 * The posts of a text: its headings of the second order, apart from those inside a quotation or a list. Posts without a
 * time that exists, and those out of their order, are refused. Afterwards the headings' tokens print the times as HTML
 * does. A text of coverage that is over, in which no heading begins with a time, is none: it never was live.
 */
export function readPosts(
  tokens: readonly Token[],
  found: readonly PostHeading[],
  live: LiveReading,
  spotOf: (block: Block, offset: number, length: number) => Place,
  refuse: Refuse,
): PlacedPost[] | undefined {
  const headings = found.filter(({ heading, token }) => heading.level === 2 && token.level === 1);
  if (!live.isOn && !headings.some(({ block }) => TIME.test(block.text))) return undefined;
  const timed = timedPosts(headings, live, refuse);
  checkOrder(timed, live.from, refuse);
  return timed.map((post) => {
    const { line, column, length } = spotOf(post.block, 0, post.written.length);
    return { ...postOf(post), text: textBelow(post.token, tokens), spot: { line, column, length } };
  });
}

function timedPosts(headings: readonly PostHeading[], { zone, from }: LiveReading, refuse: Refuse): Timed[] {
  return headings.flatMap((post) => {
    const [written = "", day = from?.iso.slice(0, 10), time] = TIME.exec(post.block.text) ?? [];
    if (!time) {
      refuse(post.block, 0, post.block.text.length, "This post does not begin with its time.", HOW);
      return [];
    }
    if (day === undefined) return [];
    const at = readMoment(`${day}T${time}`, zone);
    if (!isMoment(at)) {
      const [what, fix] = faultOf(written, at);
      refuse(post.block, 0, written.length, `The time of this post ${what}.`, fix);
      return [];
    }
    if (post.block.text.length === written.length) {
      refuse(post.block, 0, written.length, "This post has no headline.", "Write it behind the time.");
    }
    return [{ ...post, at, written }];
  });
}

function checkOrder(timed: readonly Timed[], from: Moment | undefined, refuse: Refuse): void {
  const ids = new Set<string>();
  for (const [index, { block, written, at, heading }] of timed.entries()) {
    const above = timed[index - 1];
    if (above && above.at.epochMs < at.epochMs) {
      const what = `This post (${shown(at)}) is newer than the one above it (${shown(above.at)}).`;
      refuse(
        block,
        0,
        written.length,
        what,
        `Newest first: move it up, or mend its time; a later day is written out: ${WITH_DAY}.`,
      );
    }
    if (from && at.epochMs < from.epochMs) {
      const what = `This post is from before the story, which appeared on ${shown(from)}.`;
      refuse(block, 0, written.length, what, `Mend its time; one of a later day is written with the day: ${WITH_DAY}.`);
    }
    // A number at the end of the id would go to another post as soon as there is a third.
    const id = slugFrom(heading.text) ?? "";
    if (ids.has(id)) {
      const what = "A post above has this time and headline too, and permalinks could not tell them apart.";
      refuse(block, 0, block.text.length, what, "Change one of them.");
    }
    ids.add(id);
  }
}

const shown = ({ iso }: Moment) => iso.slice(0, 16).replace("T", " ");

/** What a heading with a time says. From then on its token prints the time as one, and the headline without the bold. */
function postOf({ heading, token, at, written }: Timed): Omit<LivePost, "text"> {
  const words = (token.children ?? []).filter(({ type, content }) => type !== "text" || content !== "");
  const [first, ...rest] = words;
  if (first?.type !== "text") throw new Error("A heading that begins with a time begins with words");
  first.content = first.content.slice(written.length).trimStart();
  const isKey = first.content === "" && isOneBold(rest);
  const headline = isKey ? rest.slice(1, -1) : [...(first.content === "" ? [] : [first]), ...rest];
  token.children = headline;
  const title = plainText(token).trim();
  token.children = [timeToken(first, at, written), ...headline];
  return { id: heading.id, title, at, isKey };
}

function isOneBold(tokens: readonly Token[]): boolean {
  const [open, ...rest] = tokens;
  const close = rest.pop();
  return (
    open?.type === "strong_open" && close?.type === "strong_close" && rest.every(({ level }) => level > open.level)
  );
}

/** The words between a post's heading and the next heading of its order, or the footnotes. */
function textBelow(heading: Token, tokens: readonly Token[]): string {
  const repeats = repeatsIn(tokens);
  const rest = tokens.slice(tokens.indexOf(heading) + 1);
  const end = rest.findIndex((token) => isPostEnd(token));
  const own = end === -1 ? rest : rest.slice(0, end);
  return own
    .filter((token, index) => token.type === "inline" && own[index - 1]?.type !== "figure_open" && !repeats.has(token))
    .map((token) => plainText(token).trim())
    .join("\n\n");
}

const isPostEnd = ({ type, tag, level }: Token): boolean =>
  type === "footnote_block_open" || (type === "heading_open" && tag === "h2" && level === 0);

/** Prints as `<time>`; see `render-rules.ts`. */
function timeToken(pattern: Token, at: Moment, written: string): Token {
  const token: Token = Object.assign(Object.create(Object.getPrototypeOf(pattern) as object), pattern);
  return Object.assign(token, { type: "post_time", content: written, meta: { datetime: at.iso } });
}
