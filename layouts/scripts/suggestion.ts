import { SEARCH_WORDS } from "../../src/model/urls.ts";
import type { SearchWordsProps } from "../search-lists.ts";
import { didYouMean } from "./did-you-mean.ts";
import { element } from "./element.ts";
import { loadList } from "./load-list.ts";
import { words as siteWords } from "./site-words.ts";

/** From so many stories on, a reader has probably typed what was meant. */
const ENOUGH = 3;

/** Other words for a search that has found so few stories that the reader may have mistyped it; undefined for none. */
export async function suggestionFor(words: string, total: number): Promise<string | undefined> {
  if (words === "" || total >= ENOUGH) return undefined;
  try {
    const { tiers } = await loadList<SearchWordsProps>(SEARCH_WORDS);
    return didYouMean(words, tiers);
  } catch (error) {
    // The search has had its answer, and without this list there is nothing better to offer.
    console.warn(error);
    return undefined;
  }
}

/** "Did you mean huawei?", where the words are a link. */
export function suggestionLine(words: string, href: string, follow: (event: Event) => void): (Node | string)[] {
  const [before, after] = siteWords.answers.didYouMean;
  const link = element("a", { href }, [words]);
  link.addEventListener("click", follow);
  return [before, link, after];
}
