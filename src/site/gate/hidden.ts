import type { Newsroom, WrittenArticle } from "../../model/newsroom.ts";
import type { Publication } from "../../model/publication.ts";
import { writtenUrl } from "../../model/written-url.ts";

/** What nobody may read yet, or any more. */
export interface Hidden {
  /** The files of hidden stories, by their addresses. */
  readonly addresses: ReadonlyMap<string, string>;
  /** The files, by headlines and standfirsts. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A text that is shorter may stand anywhere by chance: a headline of "Contact", or of "May 2026". */
const SHORTEST = 16;
/** Of writing in which a character is a word or a syllable. */
const SHORTEST_DENSE = 8;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

const isTelling = (text: string) => text.length >= (DENSE.test(text) ? SHORTEST_DENSE : SHORTEST);

/** The stories that have no page now. What was taken back has one, which names it. */
export function hiddenStories(newsroom: Newsroom, { articles, tombstones }: Publication): readonly WrittenArticle[] {
  if (articles.length + tombstones.length === newsroom.articles.length) return [];
  const shown = new Set([...articles, ...tombstones].map(({ file }) => file));
  return newsroom.articles.filter(({ file }) => !shown.has(file));
}

export function hiddenIn(stories: readonly WrittenArticle[]): Hidden {
  return {
    addresses: new Map(stories.map((story) => [writtenUrl(story), story.file])),
    texts: new Map(
      stories.flatMap(({ title, summary, file }) =>
        [title, summary].filter(isTelling).map((text) => [text, file] as const),
      ),
    ),
  };
}

/**
 * Whether something that is out says the same words: then they are no secret, wherever they stand. `source` is the text
 * of the file that the page is made from, if any: its writer may have typed them.
 */
export function isSaid(text: string, publication: Publication, words: object, source: string | undefined): boolean {
  if (source !== undefined && unquoted(source).includes(unquoted(text))) return true;
  const { articles, sections, tags, authors, series, front, pages, tombstones, histories, settings } = publication;
  const subjects = [sections, tags, authors, series].flatMap((lists) => lists.map(({ subject }) => subject));
  const all = [settings, articles, subjects, front, pages, tombstones, [...histories.values()], words];
  return all.some((value) => holds(value, text));
}

/** Quotation marks are made the language's own on the way to the page. */
const unquoted = (text: string) => text.replace(/["'“”‘’„«»]/g, "");

function holds(value: unknown, text: string): boolean {
  if (typeof value === "string") return value === text;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((inside) => holds(inside, text));
}
