import type { Article, Publication } from "../model/publication.ts";
import { fold, wordsToOffer } from "../model/search-words.ts";
import { SEARCH_WORDS } from "../model/urls.ts";
import type { TextPage } from "./page.ts";

/** As many as fit into 20 KB, compressed. */
const MOST = 4000;

/** `/search/words.json`: what a reader who mistypes a word may have meant. */
export function searchWordsPage({ articles }: Publication): TextPage {
  const tiers = Map.groupBy(frequentWords(articles), ({ stories }) => Math.floor(Math.log2(stories)));
  return {
    kind: "json",
    url: SEARCH_WORDS,
    layout: "search-words",
    // Sorted by letters within a tier, they take a third less when compressed, and a new story moves few of them.
    props: {
      tiers: [...tiers.values()].map((its) =>
        its
          .map(({ word }) => word)
          .sort()
          .join(" "),
      ),
    },
  };
}

interface Word {
  readonly word: string;
  readonly stories: number;
}

/** The words of headlines, standfirsts, topics and authors that the most stories have, the most frequent first. */
function frequentWords(articles: readonly Article[]): Word[] {
  const written = new Map<string, number>();
  for (const { title, summary, tags, authors } of articles) {
    const names = [...tags, ...authors].map(({ name }) => name);
    for (const word of new Set([title, summary, ...names].flatMap(wordsToOffer)))
      written.set(word, (written.get(word) ?? 0) + 1);
  }
  // Of several ways to write a word, the one that most stories have is offered.
  const byWord = new Map<string, Word>();
  for (const [word, stories] of [...written].sort(byFrequency)) {
    const other = byWord.get(fold(word));
    byWord.set(fold(word), { word: other?.word ?? word, stories: stories + (other?.stories ?? 0) });
  }
  return [...byWord.values()].slice(0, MOST);
}

const byFrequency = ([a, ofA]: readonly [string, number], [b, ofB]: readonly [string, number]) =>
  ofB - ofA || (a < b ? -1 : 1);
